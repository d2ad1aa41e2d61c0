import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { normalise } from '../../../src/language/normalise/index.ts';

describe('what looks the same becomes the same', () => {
  test.each([
    ['decomposed й', 'жаи\u0306ық', 'жайық'],
    ['soft hyphen', 'қан\u00adдас', 'қандас'],
    ['zero-width space inside a word', 'тір\u200bкеу', 'тіркеу'],
    ['zero-width non-joiner in Arabic script', 'قا\u200cزاق', 'قازاق'],
    ['bidi controls', '\u202eқандас\u202c \u2067مىسال\u2069', 'қандас مىسال'],
    ['tag characters', 'виза\u{e0068}\u{e0069}', 'виза'],
    ['stress mark', 'регистра\u0301ция', 'регистрация'],
    ['no-break space', '45\u00a0000\u202fтеңге', '45 000 теңге'],
    ['control character keeps a boundary', 'екі\u0000сөз', 'екі сөз'],
    ['full width', 'ＩＩＮ　１２', 'IIN 12'],
    ['mathematical letters', '𝗾𝗮𝗻𝗱𝗮𝘀', 'qandas'],
    ['lone surrogate', 'қан\ud800 дас', 'қан дас'],
  ])('%s', (_name, typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });
});

describe('look-alike letters', () => {
  test.each([
    ['Latin a in a Cyrillic word', 'Қaзақстан', 'Қазақстан'],
    ['Latin i for і', 'тiркеу', 'тіркеу'],
    ['Cyrillic р in a Latin word', 'рassport', 'passport'],
    ['Latin schwa for ә', 'əкімдік', 'әкімдік'],
    ['both scripts on purpose', 'қазақsha', 'қазақsha'],
    ['a compound keeps its two scripts', 'SMS-хабар', 'SMS-хабар'],
    ['a Latin word stays Latin', 'CAO visa', 'CAO visa'],
  ])('%s', (_name, typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });
});

describe('Arabic script', () => {
  test.each([
    ['presentation forms', 'ﻗﺎﺯﺍﻗ', 'قازاق'],
    ['Persian yeh and kaf', 'کەلیسىم', 'كەليسىم'],
    ['high hamza', 'ٴبىر', 'ءبىر'],
    ['letter with hamza moves it to the front', 'كٶل', 'ءكول'],
    ['hamza apart from its word', 'ء بىر', 'ءبىر'],
    ['tatweel', 'قــازاق', 'قازاق'],
    ['punctuation', 'قانداس؟', 'قانداس?'],
    ['Arabic digits', '٢٠٢٦', '2026'],
    ['Persian digits', '۱۲', '12'],
  ])('%s', (_name, typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });
});

describe('broken words and spaced letters', () => {
  test.each([
    ['PDF line break', 'тұрғы-\nнына', 'тұрғынына'],
    ['soft hyphen at a line break', 'қон\u00ad\r\n  ыс', 'қоныс'],
    ['dotted', 'ж.с.н. алу', 'жсн алу'],
    ['dotted with spaces', 'Ж. С. Н. алу', 'ЖСН алу'],
    ['two dotted letters', 'Қ.Р. заңы', 'ҚР заңы'],
    ['spaced', 'И И Н керек', 'ИИН керек'],
    ['spaced in Arabic script', 'ء ج س ن', 'ءجسن'],
    ['two letters in Arabic script', 'ق ر زاڭى', 'قر زاڭى'],
    ['a row of one-letter words is speech', 'а я и в списке', 'а я и в списке'],
    ['an initial before a surname', 'Б.Момышұлы көшесі', 'Б.Момышұлы көшесі'],
    ['a web address', 'www.e.gov.kz', 'www.e.gov.kz'],
  ])('%s', (_name, typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });
});

it('sets emoji apart from words', () => {
  expect(normalise('қандас😊қалай')).toBe('қандас 😊 қалай');
});

it('keeps № and act numbers', () => {
  expect(normalise('№ 149/19-VIII, 329-ө-м')).toBe('№ 149/19-VIII, 329-ө-м');
});

describe('properties', () => {
  const alphabet = fc.oneof(
    fc.constantFrom(..."аәкқнңіиИНжсЖСeaopxXTi .-'’\n\tءٴٵٶٷٸقازجسنیکى٢۲1№😊👨"),
    fc.constantFrom(
      '\u00ad',
      '\u200b',
      '\u200d',
      '\u0306',
      '\u0301',
      '\u0308',
      '\u0640',
      '\u064e',
      '\ufeff',
      '\ud83d',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  const texts = fc.oneof(
    fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('is idempotent', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 3000, seed: 20261121 },
    );
  });

  it('gives well-formed text without double spaces', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = normalise(text);
        expect(result.isWellFormed()).toBe(true);
        expect(result).not.toMatch(/\s\s|^\s|\s$/);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});

test.each(['а.', 'ا ', "a'", 'аa', 'а', 'ٵ', '\u0301', '-\n', '😊', '\u202e', '\ud800'])(
  'a hundred kilobytes of %j come back',
  (unit) => {
    expect(() => normalise(unit.repeat(100_000 / unit.length))).not.toThrow();
  },
);
