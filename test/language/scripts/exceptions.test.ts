import { describe, expect, test } from 'vitest';
import {
  createConverters,
  exceptionsSchema,
  readExceptions,
  toArabic,
} from '../../../src/language/scripts/index.ts';
import { countLetters, letterModel } from '../../../src/language/scripts/letter-model.ts';

const model = letterModel(
  countLetters(
    new Map([
      ['қала', 2],
      ['қалам', 1],
    ]),
    { order: 3, origin: 'test', rarest: 1 },
  ),
);
const converters = createConverters(
  { шай: { arab: 'شاي', latn: 'shai' }, 'миллион-': { arab: 'ميلليون' }, 'милл-': { arab: 'ميل' } },
  () => model,
);

describe("an editor's exceptions", () => {
  test('a word is taken whole', () => {
    expect(converters.toArabic('шай')).toBe('شاي');
    expect(converters.toLatin('Шай')).toBe('Shai');
    expect(converters.toLatin('шайы')).toBe('şaiy');
  });

  test('the longest beginning wins and the rest follows the rules', () => {
    expect(converters.toArabic('миллионнан')).toBe('ميلليوننان');
    expect(converters.toArabic('миллиграм')).toBe('ميليگرام');
  });

  test('without a spelling for the script the rules apply', () => {
    expect(converters.toLatin('миллион')).toBe('million');
  });

  test('they are read back', () => {
    expect(converters.toCyrillic('ميلليون')).toBe('миллион');
  });
});

describe('the exceptions file', () => {
  test('ships valid', () => {
    const exceptions = readExceptions('content/language/exceptions.yaml');
    for (const [word, { arab }] of Object.entries(exceptions)) {
      if (arab !== undefined) expect(toArabic(word.replace(/-$/u, ''))).toContain(arab);
    }
  });

  test.each([[{ Шай: { arab: 'شاي' } }], [{ шай: { arab: 'shai' } }], [{ шай: { latin: 'shai' } }]])(
    'refuses %o',
    (wrong) => {
      expect(exceptionsSchema.safeParse(wrong).success).toBe(false);
    },
  );
});
