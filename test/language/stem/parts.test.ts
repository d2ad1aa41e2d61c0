import { describe, expect, it } from 'vitest';
import { attach } from '../../../src/language/stem/attach.ts';
import { featureNumber, readCosts } from '../../../src/language/stem/costs.ts';
import { createKazakhStemmer } from '../../../src/language/stem/kazakh.ts';
import { stemKey } from '../../../src/language/stem/key.ts';
import { toSounds } from '../../../src/language/stem/letters.ts';
import { createLexicon, readStems } from '../../../src/language/stem/lexicon.ts';
import { followedBy } from '../../../src/language/stem/shelf.ts';

describe('vowel harmony and contact', () => {
  it.each([
    ['қала', 'LAр', 'қалалар'],
    ['жол', 'LAр', 'жолдар'],
    ['мектеп', 'LAр', 'мектептер'],
    ['үй', 'GA', 'үйге'],
    ['құжат', 'GA', 'құжатқа'],
    ['адам', 'NIң', 'адамның'],
    ['жер', 'NIң', 'жердің'],
    ['ел', 'XAн', 'елден'],
    ['қазақстан', 'XAн', 'қазақстаннан'],
    ['жаз', 'Bен', 'жазбен'],
    ['кел', 'MA', 'келме'],
    ['жаз', 'MA', 'жазба'],
    ['айт', 'MA', 'айтпа'],
    ['білім', 'LI', 'білімді'],
  ])('%s + %s = %s', (stem, suffix, form) => {
    expect(attach(stem, suffix)).toBe(form);
  });

  it('does not take a suffix of the other harmony off a Kazakh word', () => {
    const stem = createKazakhStemmer(['[noun]', 'бала мектеп']);
    expect(stem('балаге')).not.toBe(stem('бала'));
    expect(stem('мектепқа')).not.toBe(stem('мектеп'));
  });
});

describe('spelling to sounds', () => {
  it.each([
    ['қою', 'қойу'],
    ['қояды', 'қойады'],
    ['альбом', 'албом'],
    ['элеватор', 'елеватор'],
  ])('%s is %s', (word, sounds) => {
    expect(toSounds(word)).toBe(sounds);
  });
});

describe('keys', () => {
  it.each([
    ['кітаб', 'кітап'],
    ['орн', 'орын'],
    ['халқ', 'халық'],
  ])('%s and %s meet', (one, other) => {
    expect(stemKey(one, false)).toBe(stemKey(other, false));
  });

  it('keeps the vowel of a stem of one syllable', () => {
    expect(stemKey('жыл', true)).toBe('жыл');
  });
});

describe('stem list', () => {
  it('reads kinds, comments and derived words', () => {
    expect(readStems(['# words', '[noun]', 'жұмыс/zs # work', '[verb]', 'бар'])).toEqual([
      { word: 'жұмыс', kind: 'noun' },
      { word: 'жұмыссыз', kind: 'adjective' },
      { word: 'жұмысшы', kind: 'adjective' },
      { word: 'бар', kind: 'verb' },
    ]);
  });

  it('names an unknown kind or code', () => {
    expect(() => readStems(['[nouns]'])).toThrow('nouns');
    expect(() => readStems(['жол/q'])).toThrow('жол/q');
  });

  it('knows the shapes a stem takes', () => {
    const { nominals, verbs } = createLexicon(['[noun]', 'орын', '[verb]', 'шық оқы']);
    expect(nominals.get('орн')?.[0]?.key).toBe(nominals.get('орын')?.[0]?.key);
    expect(verbs.get('шығ')?.[0]?.key).toBe(verbs.get('шық')?.[0]?.key);
    expect(verbs.get('оқ')?.[0]?.key).toBe(verbs.get('оқы')?.[0]?.key);
  });

  it('recognises words derived from listed ones, in their shapes', () => {
    const { nominals, verbs } = createLexicon(['[noun]', 'бала жұмыс']);
    expect(nominals.get('балалығ')).toEqual([
      { key: 'балалқ', kind: 'noun', origin: 'quality', needs: followedBy.vowel },
    ]);
    expect(verbs.get('жұмыстан')).toMatchObject([{ kind: 'verb', origin: 'toBecome' }]);
  });

  it('derives only by harmony and contact, and only from what is listed', () => {
    const { nominals, verbs } = createLexicon(['[noun]', 'бала', '[verb]', 'бар']);
    expect(nominals.get('балалік')).toBeUndefined();
    expect(nominals.get('баласіз')).toBeUndefined();
    expect(nominals.get('барлық')).toBeUndefined();
    expect(verbs.get('далала')).toBeUndefined();
  });

  it('lets a listed word stand before the same word derived', () => {
    const { nominals } = createLexicon(['[noun]', 'бала', '[adjective]', 'балалық']);
    expect(nominals.get('балалық')).toEqual([
      { key: 'балалқ', kind: 'adjective', origin: 'listed', needs: followedBy.anything },
    ]);
  });
});

describe('cost file', () => {
  it('holds a finite cost for every feature it names', () => {
    expect([...readCosts()].every(Number.isFinite)).toBe(true);
  });

  it('refuses a cost without a feature', () => {
    expect(() => featureNumber('nonsense')).toThrow('nonsense');
  });
});
