import { describe, expect, it } from 'vitest';
import { stem, stemKazakh } from '../../../src/language/stem/index.ts';

/** Forms that must share one key. */
const families: readonly (readonly string[])[] = [
  ['жер', 'жерге', 'жерді', 'жеріміз', 'жерлердің'],
  ['қандас', 'қандасқа', 'қандастар', 'қандастардың', 'қандаспын', 'қандастарымыздан'],
  ['құжат', 'құжатым', 'құжаттарыңызды', 'құжатсыз', 'құжаттарымен'],
  ['тіркеу', 'тіркелу', 'тіркелуге', 'тіркелдім', 'тіркелмеген', 'тіркеледі', 'тіркейді'],
  ['келу', 'келдім', 'келген', 'келмедім', 'келсем', 'келетін', 'келіп', 'келмейтіндер'],
  ['бала', 'балам', 'балаларым', 'балаларымызға', 'балаңызды', 'баламмен'],
  ['азамат', 'азаматы', 'азаматтар', 'азаматтарына'],
  ['виза', 'визам', 'визасы', 'визамен', 'визасының'],
  ['ауыл', 'ауылы', 'ауылға', 'ауылындағы'],
  ['мерзім', 'мерзімі', 'мерзімінде', 'мерзімін'],
  ['жәрдемақы', 'жәрдемақысы', 'жәрдемақыны', 'жәрдемақыға'],
  ['ұзарту', 'ұзартамын', 'ұзартылды', 'ұзартпады'],
  ['болу', 'болады', 'болмайды', 'болмайтынымды', 'болса', 'боп'],
];

describe('one word has one key', () => {
  it.each(families.map((forms) => [forms[0], forms] as const))('%s', (_, forms) => {
    expect(
      new Set(forms.map(stemKazakh)).size,
      forms.map((one) => `${one}=${stemKazakh(one)}`).join(' '),
    ).toBe(1);
  });
});

/** Look-alikes that mean different things and must stay apart. */
const strangers: readonly (readonly [string, string])[] = [
  ['қандас', 'қандай'],
  ['тіркеу', 'тірек'],
  ['азамат', 'азап'],
  ['қала', 'қалам'],
  ['қалаға', 'қалдым'],
  ['баж', 'бажа'],
  ['ақы', 'ақ'],
  ['жыл', 'жылқы'],
  ['көш', 'көше'],
  ['ата', 'атау'],
  ['бала', 'балық'],
  ['алма', 'алу'],
  ['қарыз', 'қару'],
  ['тіл', 'тілек'],
  ['үй', 'үйір'],
  ['ерте', 'ертең'],
  ['он', 'оң'],
  ['қытай', 'қыт'],
  ['қоныс', 'қонақ'],
  ['жұмыс', 'жұмақ'],
  ['сот', 'сотка'],
  ['шекара', 'шек'],
  ['айыппұл', 'айып'],
  ['құжат', 'құжыра'],
  ['паспорт', 'пас'],
  ['мекен', 'мекеме'],
  ['өкіл', 'өкім'],
  ['анықтама', 'анық'],
  ['хабарлама', 'хабар'],
];

describe('different words stay apart', () => {
  it.each(strangers)('%s and %s', (one, other) => {
    expect(stemKazakh(one)).not.toBe(stemKazakh(other));
  });
});

describe('stem alternations', () => {
  it.each([
    ['кітап', 'кітабы'],
    ['халық', 'халқы'],
    ['орын', 'орны'],
    ['құқық', 'құқығы'],
    ['көңіл', 'көңлі'],
    ['процесс', 'процесі'],
    ['тапты', 'тауып'],
    ['оқыған', 'оқиды'],
    ['қойды', 'қояды'],
    ['шықты', 'шығады'],
  ])('%s is %s', (one, other) => {
    expect(stemKazakh(one)).toBe(stemKazakh(other));
  });
});

describe('irregular forms', () => {
  it.each([
    ['мен', 'маған'],
    ['сіз', 'сіздердің'],
    ['ол', 'оған'],
    ['бұл', 'мұны'],
    ['дейді', 'деген'],
    ['өзім', 'өзіңізге'],
    ['кім', 'кімдердің'],
  ])('%s is %s', (one, other) => {
    expect(stemKazakh(one)).toBe(stemKazakh(other));
  });
});

describe('words written with a hyphen', () => {
  it.each([
    ['жсн-ді', 'жсн'],
    ['2026-ға', '2026'],
    ['аты-жөнін', 'аты-жөні'],
  ])('%s is %s', (one, other) => {
    expect(stemKazakh(one)).toBe(stemKazakh(other));
  });
});

it('leaves other scripts, numbers and the empty string as they are', () => {
  for (const word of ['passport', 'جەر', '2026', '', '-', '№5']) expect(stemKazakh(word)).toBe(word);
});

it('gives the same key every time, with and without its cache', () => {
  const words = families.flat();
  expect(words.map(stemKazakh)).toEqual(words.map(stemKazakh));
});

it('stems by language', () => {
  expect(stem('регистрации', 'ru')).toBe(stem('регистрация', 'ru'));
  expect(stem('жерге', 'kk')).toBe('жер');
  expect(stem('ещё', 'ru')).toBe(stem('еще', 'ru'));
});
