import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { detect, detectBest } from '../../../src/language/detect/index.ts';

describe('Kazakh in every way of typing it', () => {
  test.each([
    ['Cyrillic', 'қандас мәртебесін қалай аламын', 'cyrl'],
    ['Russian letters, і as и', 'кандас мартебесин калай аламын', 'cyrl'],
    ['Russian letters, і as ы', 'кушыгын калай узартады', 'cyrl'],
    ['2021 letters', 'qandas märtebesın qalai alamyn', 'latn'],
    ['2018 letters', 'qandas mártebesin qalaı alamyn', 'latn'],
    ['Turkish-like letters', 'qandas märtebesin qalay alamın', 'latn'],
    ['ASCII', 'kandas martebesin kalai alamyn', 'latn'],
    ['Arabic script', 'قانداس مارتەبەسىن قالاي الامىن', 'arab'],
    ['Arabic script without hamza', 'تىركەۋ ۇشىن نە كەرەك', 'arab'],
    ['one word with a Kazakh letter', 'тіркеу', 'cyrl'],
  ])('%s', (_name, text, script) => {
    expect(detect(text)).toMatchObject({ language: 'kk', script });
  });
});

describe('Russian', () => {
  test.each([
    ['Cyrillic', 'как получить статус кандаса', 'cyrl'],
    ['transliterated', 'kak poluchit status kandasa i registraciyu', 'latn'],
    ['without й and ё', 'еще какои документ нужен', 'cyrl'],
  ])('%s', (_name, text, script) => {
    expect(detect(text)).toMatchObject({ language: 'ru', script });
  });
});

describe('other languages are unknown', () => {
  test.each([
    ['Turkish', 'Kazakistan vatandaşlığına nasıl başvurabilirim'],
    ['Turkish without its letters', 'oturma izni icin hangi belgeler gerekiyor'],
    ['English', 'how can I get a residence permit in Kazakhstan'],
    ['Uyghur', 'مەن قازاقىستان پۇقراسى بولۇشنى خالايمەن، قانداق قىلىمەن'],
    ['Persian', 'چگونه می‌توانم اقامت قزاقستان را بگیرم'],
    ['Arabic', 'كيف يمكنني الحصول على الإقامة في كازاخستان'],
  ])('%s', (_name, text) => {
    expect(detect(text).language).toBe('unknown');
  });
});

describe('mixed sentences', () => {
  it('are told, with the language of each sure word', () => {
    const result = detect('жинау керек документы, срок сколько күн?');
    expect(result.mixed).toBe(true);
    expect(result.words.find(({ word }) => word === 'сколько')?.language).toBe('ru');
    expect(result.words.find(({ word }) => word === 'күн')?.language).toBe('kk');
  });

  it('a foreign name does not make a text mixed', () => {
    expect(
      detect('Как переехать из Қостанай в другую область, если семья живёт отдельно от меня уже два года')
        .mixed,
    ).toBe(false);
  });
});

describe('where nothing tells', () => {
  test.each(['', '2026', '😊', '№ 18-85', '?!', 'https://egov.kz/cms/ru/services'])(
    '%j is unknown',
    (text) => {
      expect(detect(text)).toMatchObject({ language: 'unknown', script: 'cyrl', confidence: 0 });
    },
  );

  it('addresses say nothing about the words around them', () => {
    expect(detect('www.vmp.gov.kz/ru/services қалай кіремін').script).toBe('cyrl');
  });
});

describe('detectBest', () => {
  it('takes one of the two where detect does not', () => {
    expect(detectBest('merhaba nasılsınız').language).toMatch(/^(kk|ru)$/);
  });

  it('takes Arabic letters for Kazakh', () => {
    expect(detectBest('كيف').language).toBe('kk');
  });
});

test.each(['аааа', 'q', 'ab.', '@', 'a-'])('a hundred kilobytes of %j without a space come back', (unit) => {
  expect(() => detect(unit.repeat(100_000 / unit.length))).not.toThrow();
});

it('a confidence is a probability, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { confidence } = detect(text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
    { numRuns: 500, seed: 11 },
  );
});

describe('a name that stands in both languages', () => {
  test.each([
    ['сколько стоит карта ата жолы', 'ru'],
    ['пенсия для кандаса', 'ru'],
    ['рабочий из кыргызстана', 'ru'],
    ['ата жолы картасы канша турады', 'kk'],
    ['ата жолы', 'unknown'],
    ['регистрация Алматы', 'unknown'],
  ])('leaves the language to the other words: %s', (text, language) => {
    expect(detect(text).language).toBe(language);
  });
});
