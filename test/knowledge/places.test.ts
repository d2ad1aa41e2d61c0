import { beforeAll, describe, expect, test } from 'vitest';
import { createPlaceFinder, type PlaceFinder } from '../../src/knowledge/places/index.ts';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { CountryFile, RegionFile } from '../../src/knowledge/schema/place.ts';

let find: PlaceFinder;
beforeAll(() => {
  const content = `${import.meta.dirname}/../../content`;
  const regions = readYaml(`${content}/regions.yaml`, RegionFile);
  const countries = readYaml(`${content}/countries.yaml`, CountryFile);
  if (!regions.ok || !countries.ok) throw new Error('content of places is faulty');
  find = createPlaceFinder({
    regions: new Map(regions.value.regions.map((region) => [region.code, region])),
    countries: new Map(countries.value.countries.map((country) => [country.code, country])),
    ordinaryPlaces: regions.value.ordinary,
  });
});
const regionsIn = (text: string) => find(text).regions.map(({ code }) => code);
const countriesIn = (text: string) => find(text).countries.map(({ code }) => code);

describe('regions', () => {
  test.each([
    ['Алматыда тұрамын', 'KZ-75'],
    ['Алматы облысында тұрамын', 'KZ-19'],
    ['алматы обл', 'KZ-19'],
    ['в Алматинской области', 'KZ-19'],
    ['الماتى وبلىسى', 'KZ-19'],
    ['الماتىدا', 'KZ-75'],
    ['almaty oblysynda', 'KZ-19'],
    ['прописка в Алма-Ате', 'KZ-75'],
    ['в Костанайской области', 'KZ-39'],
    ['в Кустанае', 'KZ-39'],
    ['qostanaida', 'KZ-39'],
    ['قوستانايدا', 'KZ-39'],
    ['костанайдан', 'KZ-39'],
    ['СКОда квота бар ма', 'KZ-59'],
    ['ШҚО-да', 'KZ-63'],
    ['из Усть-Каменогорска', 'KZ-63'],
    ['Өскеменге', 'KZ-63'],
    ['shymkentte', 'KZ-79'],
    ['в Чимкенте', 'KZ-79'],
    ['Нур-Султан', 'KZ-71'],
    ['нурсултанда', 'KZ-71'],
    ['в Целинограде', 'KZ-71'],
    ['Семейден келдім', 'KZ-10'],
    ['Дед из Семипалатинска', 'KZ-10'],
    ['область Абай', 'KZ-10'],
    ['в области Абай', 'KZ-10'],
    ['в Гурьеве', 'KZ-23'],
    ['Тараздан', 'KZ-31'],
    ['түркістанға', 'KZ-61'],
    ['Жезказган', 'KZ-62'],
    ['Оралда тұрамын', 'KZ-27'],
    ['в караганде', 'KZ-35'],
    ['живу в Караганда', 'KZ-35'],
    ['в Западном Казахстане', 'KZ-27'],
  ])('%s → %s', (text, code) => {
    expect(regionsIn(text)).toEqual([code]);
  });

  test('several regions come in the order of the text', () => {
    expect(regionsIn('Астана мен Маңғыстау қағидасы')).toEqual(['KZ-71', 'KZ-47']);
  });

  test('a city inside a region is named with it', () => {
    expect(find('Степногорскіде тұрамын').regions).toMatchObject([{ code: 'KZ-11', place: 'Степногорск' }]);
  });
});

describe('names that several regions have', () => {
  test.each([
    ['Жамбыл ауданында', ['KZ-19', 'KZ-31', 'KZ-59']],
    ['Абай ауданы', ['KZ-10', 'KZ-35', 'KZ-79']],
    ['в Актогайском районе', ['KZ-35', 'KZ-55']],
  ])('%s is asked about', (text, regions) => {
    expect(find(text)).toMatchObject({ regions: [], ambiguous: { regions } });
  });

  test('the region named beside it decides', () => {
    expect(find('Қарағанды облысы, Абай ауданы')).toEqual({
      regions: [{ code: 'KZ-35', text: 'Қарағанды облысы' }],
      countries: [],
    });
  });

  test('a region has its own name before districts called the same', () => {
    expect(regionsIn('Жамбылға көшемін')).toEqual(['KZ-31']);
  });
});

describe('countries', () => {
  test.each([
    ['мен Қытайдан келдім', 'CN'],
    ['قىتايدان كەلدىم', 'CN'],
    ['جۇڭگودان', 'CN'],
    ['Үрімжіден келген едім', 'CN'],
    ['из Монголии', 'MN'],
    ['Баян-Өлгийден', 'MN'],
    ['Өзбекстаннан', 'UZ'],
    ['в Каракалпакстане', 'UZ'],
    ['гражданин России', 'RU'],
    ['Росиядан келдим', 'RU'],
    ['гражданка РФ', 'RU'],
    ['кыргызстаннан', 'KG'],
    ['تۇركياداعى قازاق', 'TR'],
    ['Türkiye', 'TR'],
    ['Ауғанстаннан қашып келдім', 'AF'],
    ['Астраханнан келген қазақпын', 'RU'],
    ['живу в Казани', 'RU'],
    ['из сша', 'US'],
  ])('%s → %s', (text, code) => {
    expect(countriesIn(text)).toEqual([code]);
  });
});

test('beside a country, a capital letter alone does not make an everyday word a region', () => {
  expect(regionsIn('приехали из Урумчи, Алтая')).toEqual([]);
  expect(regionsIn('Қытайдан келдім, Семейде тұрамын')).toEqual(['KZ-10']);
});

test('a city abroad is not taken for a district of the same name', () => {
  expect(find('казах из Омска или Астрахани')).toMatchObject({ regions: [], countries: [{ code: 'RU' }] });
});

describe('no false hits', () => {
  test.each([
    'для семей кандасов',
    'семейные документы',
    'елге оралды',
    'оралман',
    'жақсы ма',
    'есікті аш',
    'таразы',
    'қазан айында',
    '1 қазаннан бастап',
    'белгі қою',
    'бір қатар сұрақ',
    'расы керек',
    'келісімшартта жазылған, шартта жоқ',
    'нет сведений',
    'өткен жылға қарағанда аз',
    'түркі тілі',
    'өтінішті қабылда',
    'үлгі бойынша толтыру',
    'аман-есен жеттік',
    'данный вопрос',
    'поголовье скота',
    'бір айдан аралық тексеру',
    'отау құрдық',
    'темір',
    'алға',
    'арал',
    'اقشا تولەي مە',
    'егов арқылы бере аламын ба',
    'қандас алғаннан кейін не істеймін',
    'Какие документы нужны?',
    'как сменить гражданство',
    'верный ответ',
    'самый главный вопрос',
    'Қазақстанға көшкім келеді',
    'қандас мәртебесі қалай алынады',
    '',
    '1414',
  ])('%j names no place', (text) => {
    expect(find(text)).toEqual({ regions: [], countries: [] });
  });

  test('an everyday word counts with a capital letter inside a sentence or a unit beside it', () => {
    expect(regionsIn('Мен Семей деген қаладан келдім')).toEqual(['KZ-10']);
    expect(regionsIn('семей қаласы')).toEqual(['KZ-10']);
  });
});
