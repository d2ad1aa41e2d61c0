import { describe, expect, test } from 'vitest';
import { readTyped } from '../../src/guides/typed.ts';
import { createPlaceFinder } from '../../src/knowledge/places/index.ts';
import type { GuideStep } from '../../src/knowledge/schema/guide.ts';
import { CountryFile, RegionFile } from '../../src/knowledge/schema/place.ts';
import { soundGuide, today } from './small-guide.ts';

const { regions, ordinary } = RegionFile.parse({
  regions: [
    {
      code: 'KZ-19',
      type: 'oblast',
      name: { kk: 'Алматы облысы', ru: 'Алматинская область' },
      places: [{ type: 'district', kk: 'Жамбыл ауданы', ru: 'Жамбылский район' }],
    },
    { code: 'KZ-75', type: 'city', name: { kk: 'Алматы қаласы', ru: 'город Алматы' }, aliases: ['Алматы'] },
    {
      code: 'KZ-59',
      type: 'oblast',
      name: { kk: 'Солтүстік Қазақстан облысы', ru: 'Северо-Казахстанская область' },
      places: [{ type: 'district', kk: 'Жамбыл ауданы', ru: 'Жамбылский район' }],
    },
  ],
});
const { countries } = CountryFile.parse({
  countries: [
    { code: 'CN', name: { kk: 'Қытай', ru: 'Китай' } },
    { code: 'TR', name: { kk: 'Түркия', ru: 'Турция' } },
  ],
});
const findPlaces = createPlaceFinder({
  regions: new Map(regions.map((region) => [region.code, region])),
  countries: new Map(countries.map((country) => [country.code, country])),
  ordinaryPlaces: ordinary,
});

const [choice, country, number, date] = soundGuide().steps as [GuideStep, GuideStep, GuideStep, GuideStep];
const region: GuideStep = { ...country, kind: 'region', optional: true } as GuideStep;

function read(step: GuideStep, text: string): string {
  const typed = readTyped(step, text, findPlaces, today);
  if (typed.type === 'answer') return typed.value;
  return typed.type === 'unclear' ? `unclear ${typed.key}` : 'question';
}

describe('a choice', () => {
  test.each([
    ['Шетелде', 'abroad'],
    ['за границей', 'abroad'],
    ['şetelde', 'abroad'],
    ['شەتەلدە', 'abroad'],
    ['2', 'abroad'],
    ['казакстанда', 'here'],
    ['границей', 'abroad'],
    ['3', 'question'],
    ['в каком органе?', 'question'],
    ['шетелде қандай құжат керек', 'question'],
  ])('%s', (text, expected) => expect(read(choice, text)).toBe(expected));
});

describe('a country', () => {
  test.each([
    ['Қытай', 'CN'],
    ['мен Қытайдан', 'CN'],
    ['из Китая', 'CN'],
    ['قىتاي', 'CN'],
    ['qytai', 'CN'],
    ['Түркия', 'TR'],
    ['Алматы', 'unclear kazakhstan'],
    ['виза Китай', 'question'],
    ['Китай?', 'question'],
    ['Китай Турция', 'question'],
    ['Атлантида', 'question'],
  ])('%s', (text, expected) => expect(read(country, text)).toBe(expected));
});

describe('a region', () => {
  test.each([
    ['Алматы', 'KZ-75'],
    ['Алматы облысы', 'KZ-19'],
    ['в Алматинской области', 'KZ-19'],
    ['Жамбыл ауданы', 'unclear place'],
    ['білмеймін', 'unknown'],
    ['не знаю', 'unknown'],
    ['квота Алматы', 'question'],
  ])('%s', (text, expected) => expect(read(region, text)).toBe(expected));
});

describe('a day', () => {
  test.each([
    ['12.11.2026', '2026-11-12'],
    ['12.11', '2026-11-12'],
    ['۱۲.۱۱.۲۰۲۶', '2026-11-12'],
    ['кеше', '2026-11-20'],
    ['вчера приехал', '2026-11-20'],
    ['мен кеше келдім', '2026-11-20'],
    ['3 күн бұрын', '2026-11-18'],
    ['ертең', '2026-11-22'],
    ['keshe', '2026-11-20'],
    ['erteñ', '2026-11-22'],
    ['3 kün buryn', '2026-11-18'],
    ['كەشە', '2026-11-20'],
    ['ەرتەڭ', '2026-11-22'],
    ['3 كۇن بۇرىن', '2026-11-18'],
    ['12 قاراشا', '2026-11-12'],
    ['үш күн бұрын', '2026-11-18'],
    ['5 күннен кейін', '2026-11-26'],
    ['алдыңғы күні', '2026-11-19'],
    ['2026 жылғы 12 қараша', '2026-11-12'],
    ['12 ноября 2026 года', '2026-11-12'],
    ['12 нояб', '2026-11-12'],
    ['5 дней тому назад', '2026-11-16'],
    ['12/11', '2026-11-12'],
    ['12 11 2026', '2026-11-12'],
    ['12, 11', '2026-11-12'],
    ['12112026', '2026-11-12'],
    ['12 числа', 'unclear date'],
    ['осы айдың 12-сі', 'unclear date'],
    ['в понедельник', 'unclear date'],
    ['қараша 2026', 'unclear month'],
    ['31.02.2026', 'unclear date'],
    ['45.11', 'unclear date'],
    ['12.11.2020', 'unclear early'],
    ['12.12.2026', 'unclear late'],
    ['білмеймін', 'unknown'],
    ['кеше келсем айыппұл қанша', 'question'],
    ['қашан тіркелемін', 'question'],
  ])('%s', (text, expected) => expect(read(date, text)).toBe(expected));
});

describe('a number', () => {
  test.each([
    ['4', '4'],
    ['٤', '4'],
    ['4 адам', '4'],
    ['нас трое', '3'],
    ['бесеуміз', '5'],
    ['9', 'unclear number'],
    ['0', 'unclear number'],
    ['4 или 5', 'question'],
    ['қанша ақша береді', 'question'],
    ['не знаю', 'question'],
  ])('%s', (text, expected) => expect(read(number, text)).toBe(expected));
});
