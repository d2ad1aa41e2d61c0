import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPersonal, maskPersonal } from '../../src/privacy/mask.ts';

describe('maskPersonal', () => {
  it.each([
    ['ЖСН 870512400123 бойынша', 'ЖСН [iin] бойынша'],
    ['иин: 870512 400123', 'иин: [iin]'],
    ['иин 8705-1240-0123.', 'иин [iin].'],
    ['٨٧٠٥١٢٤٠٠١٢٣ جسن', '[iin] جسن'],
    ['８７０５１２４００１２３', '[iin]'],
    ['8\u200b70512\u200b400123', '[iin]'],
    ['тел +7 (701) 123-45-67', 'тел [phone]'],
    ['87011234567', '[phone]'],
    ['8 701 123 45 67', '[phone]'],
    ['7011234567 звоните', '[phone] звоните'],
    ['微信 13812345678', '微信 [phone]'],
    ['+86 138 1234 5678', '[phone]'],
    ['+998901234567', '[phone]'],
    ['карта 4400 4301 2345 6789', 'карта [card]'],
    ['4400430123456789', '[card]'],
    ['паспорт N12345678', 'паспорт [passport]'],
    ['төлқұжат № 031234567', 'төлқұжат № [passport]'],
    ['паспорт 45 06 123456', 'паспорт [passport]'],
    ['护照 EJ1234567', '护照 [passport]'],
    ['身份证 11010519491231002X', '身份证 [number]'],
    ['куәлік 034567890', 'куәлік [passport]'],
    ['менің поштам aigerim.k@mail.kz', 'менің поштам [email]'],
    ['машина 123ABC02', 'машина [plate]'],
    ['870512400123 87011234567', '[iin] [phone]'],
  ])('masks %j', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    '№18-85 шешім, 29.03.2024',
    'от 15.12.2024 № 312',
    'Приказ № ҚР ДСМ-12/2020 от 01.07.2026 12:30',
    '2024-2026 жылдары',
    '2023 2024 2025 жылдары',
    '01.07.2026-31.12.2026 аралығы',
    '2024-03-29 2025-03-29',
    'V1100000477 және K2600000214',
    'https://adilet.zan.kz/rus/docs/V2300032567',
    '1414, 102, 112',
    '8 800 080 7777',
    '1 250 000 теңге',
    '276 850 тг',
    '120 000 000 000',
    '150000000 теңге',
    'индекс 010000',
    '74-05-41',
    '15-тармақ, 3) тармақша',
    'ст. 49-1 п. 2',
    '70 АЕК',
    '',
  ])('leaves %j alone', (text) => {
    expect(maskPersonal(text)).toBe(text);
    expect(containsPersonal(text)).toEqual([]);
  });

  it('never leaves twelve digits in a row, in any script', () => {
    const digit = fc.constantFrom(...'0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳०१२３４５𝟘𝟙𝟚');
    const noise = fc.constantFrom(...' .-()abАЖ+№\u200b\u00a0,:/@\n');
    const text = fc.string({ unit: fc.oneof({ weight: 5, arbitrary: digit }, noise), maxLength: 80 });
    fc.assert(
      fc.property(text, (sample) => !/\p{Nd}{12}/u.test(maskPersonal(sample))),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('finds an IIN however it is grouped and whatever stands around it', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    const grouping = fc.constantFrom([12], [6, 6], [4, 4, 4], [2, 2, 2, 2, 2, 2]);
    const separator = fc.constantFrom(' ', '-', '\u00a0', '\u2009', '\u2013', '\u200b', '. ');
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10);
    const around = fc.constantFrom('', 'менің ЖСН ', 'ИИН:', '«', 'ок\n');
    fc.assert(
      fc.property(digits, grouping, separator, zero, around, (numbers, sizes, mark, row, word) => {
        // Round sums of money and lists of years are left alone on purpose.
        fc.pre(!/000000$/.test(numbers.join('')) && !/^((19|20)\d\d){3}$/.test(numbers.join('')));
        let at = 0;
        const groups = sizes.map((size) => {
          at += size;
          return numbers.slice(at - size, at);
        });
        const written = groups
          .map((group) => group.map((n) => String.fromCodePoint(row + n)).join(''))
          .join(mark);
        return !/\p{Nd}/u.test(maskPersonal(`${word}${written} қайда?`));
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('changes nothing when run twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .-+ABab@') }), (text) => {
        const once = maskPersonal(text);
        return maskPersonal(once) === once;
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('takes time in proportion to the length of hostile text', () => {
    for (const piece of ['a', '1 ', '1.', '@', 'a@a.', 'A1', '+(']) {
      expect(maskPersonal(piece.repeat(50_000))).toBeTypeOf('string');
    }
  });

  it('names the kinds it found', () => {
    expect(containsPersonal('ЖСН 870512400123, тел 87011234567, 87017654321')).toEqual(['iin', 'phone']);
  });
});
