import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArabic, toCyrillic, toLatin } from '../../../src/language/scripts/index.ts';

describe('toCyrillic from Arabic script', () => {
  test.each([
    ['قانداس بولۋ ءۇشىن قانداي قۇجاتتار كەرەك؟', 'қандас болу үшін қандай құжаттар керек?'],
    ['ازاماتتىق الۋ ءۇشىن قايدا بارامىن', 'азаматтық алу үшін қайда барамын'],
    ['مەن جۇڭگودان كوشىپ كەلدىم', 'мен жұңгодан көшіп келдім'],
    ['ج س ن قالاي الامىن', 'ЖСН қалай аламын'],
    ['مەملەكەتتىك ورگان، ەكونوميكا؛ حالىقارالىق', 'мемлекеттік орган, экономика; халықаралық'],
    ['مارتەبە', 'мәртебе'],
    ['قيىن', 'қиын'],
    ['قويان', 'қоян'],
    ['پارتيا', 'партия'],
    ['ستانتسيا', 'станция'],
  ])('%s → %s', (arabic, cyrillic) => {
    expect(toCyrillic(arabic)).toBe(cyrillic);
  });

  test('other code points of the same letters, presentation forms and digits', () => {
    expect(toCyrillic('قازاقستان رەسپۋبلیکاسی')).toContain('республик');
    expect(toCyrillic('ٴۇشىن ۲۰۲۶')).toBe('үшін 2026');
    expect(toCyrillic('ﻗﺎﺯﺍﻕ')).toBe('қазақ');
  });

  test('the vocabulary decides, also where the hamza is missing', () => {
    const vocabulary = (key: string) => (key === 'tur' ? ['түр'] : []);
    expect(toCyrillic('تۇر')).toBe('тұр');
    expect(toCyrillic('تۇر', { vocabulary })).toBe('түр');
  });

  test('numbers, № and Latin stay', () => {
    expect(toCyrillic('№ 18-85 بۇيرىق egov.kz')).toBe('№ 18-85 бұйрық egov.kz');
  });
});

describe('toCyrillic from Latin', () => {
  test.each([
    ['2021', 'Qandas märtebesın alu üşın qandai qūjattar kerek?'],
    ['2018', 'Qandas mártebesin alý úshin qandaı qujattar kerek?'],
    ['Common Turkic', 'Qandas märtebesin alw üşin qandaý qujattar kerek?'],
    ['2017', "Qandas ma'rtebesin aly' u'shin qandai' qujattar kerek?"],
    ['BGN', 'Qandas märtebesin alū üshin qandaĭ quzhattar kerek?'],
  ])('%s', (_name, latin) => {
    expect(toCyrillic(latin)).toBe('Қандас мәртебесін алу үшін қандай құжаттар керек?');
  });

  test('ASCII as people type it', () => {
    expect(toCyrillic('kandas bolu ushin kandai kuzhattar kerek')).toBe(
      'қандас болу үшін қандай құжаттар керек',
    );
    expect(toCyrillic('men qytaidan keldim, tirkelu merzimi qansha kun')).toBe(
      'мен қытайдан келдім, тіркелу мерзімі қанша күн',
    );
  });

  test('a known alphabet overrides the guess', () => {
    expect(toCyrillic('taý', { alphabet: '2018' })).toBe('тау');
    expect(toCyrillic('taý', { alphabet: 'common-turkic' })).toBe('тай');
  });

  test('capitals stay', () => {
    expect(toCyrillic('ASTANA, Almaty, qala', { alphabet: '2021' })).toBe('АСТАНА, Алматы, қала');
  });

  test('addresses, file names and Roman numerals stay', () => {
    const text = 'Sait: https://egov.kz/cms/kk?x=1, info@mail.kz, forma.pdf, XXI ğasyr, {{date}}';
    expect(toCyrillic(text, { alphabet: '2021' })).toBe(
      'Сайт: https://egov.kz/cms/kk?x=1, info@mail.kz, forma.pdf, XXI ғасыр, {{date}}',
    );
  });
});

describe('there and back', () => {
  const sentences = [
    'тұрақты тұруға рұқсат алу үшін көші-қон қызметіне жүгініңіз.',
    'этникалық қазақтар қандас мәртебесін алғаннан кейін азаматтыққа өтініш бере алады.',
    'уақытша тіркелу мерзімі өтіп кетсе, айыппұл салынады; құжаттарды алдын ала дайындаңыз.',
    'моңғолиядан, қытайдан, өзбекстаннан келген отбасыларға квота бойынша тұрғын үй беріледі.',
    'балаңызды мектепке орналастыру үшін тұрғылықты жердегі әкімдікке барыңыз.',
  ];

  test.each(sentences)('%s', (sentence) => {
    expect(toCyrillic(toArabic(sentence))).toBe(sentence);
    for (const alphabet of ['2021', '2018', 'common-turkic'] as const)
      expect(toCyrillic(toLatin(sentence, alphabet), { from: 'latn', alphabet })).toBe(sentence);
  });
});

test('any text is taken, and its digits stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), (text, number) => {
      for (const from of ['arab', 'latn'] as const)
        expect(toCyrillic(`${text} ${number}`, { from })).toMatch(new RegExp(`${number}$`, 'u'));
    }),
  );
});
