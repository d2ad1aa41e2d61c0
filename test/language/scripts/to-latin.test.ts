import { describe, expect, test } from 'vitest';
import { guessLatinAlphabet, toLatin } from '../../../src/language/scripts/index.ts';

describe('toLatin: 2021', () => {
  test.each([
    ['Қазақстан Республикасы', 'Qazaqstan Respublikasy'],
    ['құжаттарыңыз', 'qūjattaryñyz'],
    ['үй', 'üi'],
    ['тіркелу', 'tırkelu'],
    ['әкімшілік', 'äkımşılık'],
    ['қоян', 'qoian'],
    ['партия', 'partia'],
    ['қою', 'qoiu'],
    ['ғылыми', 'ğylymi'],
    ['Дмитрий', 'Dmitri'],
    ['қиын', 'qiyn'],
    ['цирк, чек, щётка', 'sirk, şek, şiotka'],
    ['Іле, Иран, Ыстанбұл', 'Ile, İran, Ystanbūl'],
    ['ЖСН, ІІМ', 'JSN, IIM'],
    ['ХҚКО-ға', 'HQKO-ğa'],
    ['НАЗАР АУДАРЫҢЫЗ!', 'NAZAR AUDARYÑYZ!'],
    ['объект', 'obiekt'],
  ])('%s → %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });
});

test('toLatin writes 2018 and Common Turkic letters too', () => {
  expect(toLatin('көшу, сұрау, жаңа, шекара', '2018')).toBe('kóshý, suraý, jańa, shekara');
  expect(toLatin('көшу, сұрау, жаңа, шекара', 'common-turkic')).toBe('köşw, suraw, jaña, şekara');
});

describe('guessLatinAlphabet', () => {
  test.each([
    ['Qandas märtebesın alu üşın qandai qūjattar kerek', '2021'],
    ['Kóshi-qon erejesi boıynsha qandaı qujattar kerek', '2018'],
    ["Ko'shi-qon erejesi boi'ynsha qandai' qujattar kerek, bul su'raq", '2017'],
    ['Köşi-qon erejesi boýınşa qandaý qujattar kerek, tirkelw üşin', 'common-turkic'],
    ['Köshi-qon erezhesi boĭynsha qandaĭ quzhattar kerek, aldynghy kezengde bolūy', 'bgn'],
    ['kandas bolu ushin kandai kuzhattar kerek', 'ascii'],
  ])('%s: %s', (text, alphabet) => {
    expect(guessLatinAlphabet(text)).toBe(alphabet);
  });

  test('a Turkish apostrophe before a suffix is not the 2017 alphabet', () => {
    expect(guessLatinAlphabet("Kazakistan'dan Ankara'ya")).not.toBe('2017');
  });
});
