import { describe, expect, test } from 'vitest';
import { toArabic } from '../../../src/language/scripts/index.ts';

describe('toArabic: one word', () => {
  test.each([
    // hamza: front vowels with nothing else that shows a front word
    ['үй', 'ءۇي'],
    ['өмір', 'ءومىر'],
    ['бір', 'ءبىر'],
    ['сөз', 'ءسوز'],
    ['әділ', 'ءادىل'],
    ['төртбұрыш', 'ءتورتبۇرىش'],
    // no hamza: е, к, г show it, or қ, ғ cancel it
    ['мемлекет', 'مەملەكەت'],
    ['күн', 'كۇن'],
    ['қауіп', 'قاۋىپ'],
    ['қазір', 'قازىر'],
    ['әке', 'اكە'],
    // letters
    ['қазақстан', 'قازاقستان'],
    ['құжат', 'قۇجات'],
    ['оңтүстік', 'وڭتۇستىك'],
    ['ұлы', 'ۇلى'],
    ['шекара', 'شەكارا'],
    ['химия', 'حيميا'],
    ['қоян', 'قويان'],
    ['оқу', 'وقۋ'],
    ['қою', 'قويۋ'],
    ['тиым', 'تيىم'],
    ['ғылыми', 'عىلىمي'],
    // loans
    ['метр', 'مەتىر'],
    ['шарф', 'شارىف'],
    ['вагон', 'ۆاگون'],
    ['жюри', 'جۋري'],
    ['джинси', 'جينسي'],
    ['ватт', 'ۆات'],
    ['цемент', 'سەمەنت'],
    ['цифр', 'تسيفر'],
    ['альбом', 'البوم'],
    ['объектіде', 'وبيەكتىدە'],
  ])('%s → %s', (cyrillic, arabic) => {
    expect(toArabic(cyrillic)).toBe(arabic);
  });

  test('each part of a hyphenated word has its own hamza', () => {
    expect(toArabic('көші-қон')).toBe('كوشى-قون');
    expect(toArabic('ата-ана')).toBe('اتا-انا');
    expect(toArabic('үй-жай')).toBe('ءۇي-جاي');
  });

  test('a capital makes no difference', () => {
    expect(toArabic('Қазақстан')).toBe(toArabic('қазақстан'));
  });
});

describe('toArabic: abbreviations', () => {
  const spaced = (letters: string) => letters.replaceAll(' ', '\u00a0');

  test.each([
    ['ЖСН', 'ج س ن'],
    ['ҚР', 'ق ر'],
    ['ХҚКО', 'ح ق ك و'],
    ['АЕК', 'ا ە ك'],
    ['ІІМ', 'ءى ءى م'],
    ['БҰҰ', 'ب ۇ ۇ'],
    ['АХҚО', 'ا ح ق و'],
    ['ҰТО', 'ۇ ت و'],
  ])('%s is written letter by letter', (cyrillic, arabic) => {
    expect(toArabic(cyrillic)).toBe(spaced(arabic));
  });

  test('a suffix follows an abbreviation as a word of its own', () => {
    expect(toArabic('ХҚКО-ға')).toBe(`${spaced('ح ق ك و')}-عا`);
    expect(toArabic('ЖСН-ді')).toBe(`${spaced('ج س ن')}-ءدى`);
  });

  test('words written large are words', () => {
    expect(toArabic('НАЗАР АУДАРЫҢЫЗ')).toBe('نازار اۋدارىڭىز');
    expect(toArabic('ЕМЕС, ЖОҚ')).toBe('ەمەس، جوق');
  });
});

describe('toArabic: texts', () => {
  test('sentences', () => {
    expect(toArabic('Қандас мәртебесін алу үшін қандай құжаттар керек?')).toBe(
      'قانداس مارتەبەسىن الۋ ءۇشىن قانداي قۇجاتتار كەرەك؟',
    );
    expect(
      toArabic('Тұрғылықты жеріңізге келіп, 3 күн ішінде тіркеліңіз; кешіксеңіз, айыппұл салынады.'),
    ).toBe('تۇرعىلىقتى جەرىڭىزگە كەلىپ، 3 كۇن ىشىندە تىركەلىڭىز؛ كەشىكسەڭىز، ايىپپۇل سالىنادى.');
  });

  test('quotes become guillemets', () => {
    expect(toArabic('"Ата жолы" картасы')).toBe('«اتا جولى» كارتاسى');
    expect(toArabic('„Ата жолы“ картасы')).toBe('«اتا جولى» كارتاسى');
  });
});
