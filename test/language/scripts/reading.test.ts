import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertForReading, stripIsolates } from '../../../src/language/scripts/index.ts';

/** Isolates as brackets, to be seen in a failing test. */
const shown = (text: string) =>
  convertForReading(text, 'arab')
    .replaceAll('\u2068', '[')
    .replaceAll('\u2069', ']')
    .replaceAll('\u00a0', '~');

describe('convertForReading to Arabic', () => {
  test.each([
    ['№ 18-85 бұйрық', '[№ 18-85] بۇيرىق'],
    ['№ 18-85-тен', '[№ 18-85]-تەن'],
    ['149/19-VIII шешім', '[149/19-VIII] شەشىم'],
    ['329-ө-м бұйрық', '[329-ө-м] بۇيرىق'],
    ['2024 жылғы 15 ақпан', '[2024] جىلعى [15] اقپان'],
    ['18-де, 5-бап', '[18]-دە، [5]-باپ'],
    ['3–5 күн', '[3–5] كۇن'],
    ['01.02.2024 дейін', '[01.02.2024] دەيىن'],
    ['10 000 теңге', '[10 000] تەڭگە'],
    ['20 % жеңілдік', '[20 %] جەڭىلدىك'],
    ['8 (7172) 74-02-40', '[8 (7172) 74-02-40]'],
    ['+7 700 123 45 67, 1414', '[+7 700 123 45 67]، [1414]'],
    ['egov.kz сайты', '[egov.kz] سايتى'],
    ['(https://egov.kz/a?b=1).', '([https://egov.kz/a?b=1]).'],
    ['info@mail.kz', '[info@mail.kz]'],
    ['өтініш.pdf файлы', '[өтініш.pdf] فايلى'],
    ['Telegram-бот', '[Telegram]-بوت'],
    ['eGov Mobile қосымшасы', '[eGov Mobile] قوسىمشاسى'],
    ['{{date}} бастап', '[{{date}}] باستاپ'],
    ['ХХІ ғасыр, ІІ тоқсан', '[XXI] عاسىر، [II] توقسان'],
    ['/start пәрмені', '[/start] پارمەنى'],
    ['← Артқа', '→ ارتقا'],
    ['Келесі →', 'كەلەسى ←'],
  ])('%s', (text, reading) => {
    expect(shown(text)).toBe(reading);
  });
});

describe('convertForReading to Latin', () => {
  test('only Cyrillic words change', () => {
    expect(
      convertForReading('№ 18-85 бұйрық, 149/19-VIII, 329-ө-м, {{date}}, өтініш.pdf, egov.kz', 'latn'),
    ).toBe('№ 18-85 būiryq, 149/19-VIII, 329-ө-м, {{date}}, өтініш.pdf, egov.kz');
    expect(convertForReading('ХХІ ғасыр, 18-де', 'latn')).toBe('XXI ğasyr, 18-de');
  });
});

test('Cyrillic is left alone', () => {
  expect(convertForReading('Қандас «1», → ?', 'cyrl')).toBe('Қандас «1», → ?');
});

const kept = fc.constantFrom(
  'https://egov.kz/cms/kk?a=1&b=2',
  'migration.enbek.kz',
  'info@mail.kz',
  '+7 700 123 45 67',
  '№ 18-85',
  '149/19-VIII',
  '329-ө-м',
  '{{count}}',
  'form_1.pdf',
  '01.02.2024',
  'eGov',
  '@bagdar_bot',
);
const word = fc.constantFrom('қандас', 'үшін', 'Тіркелу', 'мерзімі', 'ХҚКО', 'көші-қон', 'болады', 'ІІМ');
const sentence = fc
  .array(fc.oneof(word, kept), { minLength: 1, maxLength: 12 })
  .map((parts) => ({ parts, text: parts.join(', ') }));

describe('properties', () => {
  test('protected runs come through untouched in every script', () => {
    fc.assert(
      fc.property(sentence, kept, ({ text }, run) => {
        const source = `${text} (${run}).`;
        expect(stripIsolates(convertForReading(source, 'arab'))).toContain(run);
        expect(convertForReading(source, 'latn')).toContain(run);
      }),
    );
  });

  test('isolates are balanced, never nested, and strip to the plain text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          sentence.map(({ text }) => text),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const source = stripIsolates(text);
          const reading = convertForReading(source, 'arab');
          expect(reading.replace(/[^\u2068\u2069]/gu, '')).toMatch(/^(?:\u2068\u2069)*$/u);
          expect(stripIsolates(reading)).not.toMatch(/[\u2066-\u2069]/u);
        },
      ),
    );
  });

  test('no Cyrillic letter is left outside protected runs', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), (words) => {
        expect(convertForReading(words.join(' '), 'arab')).not.toMatch(/\p{Script=Cyrillic}/u);
        expect(convertForReading(words.join(' '), 'latn')).not.toMatch(/\p{Script=Cyrillic}/u);
      }),
    );
  });
});
