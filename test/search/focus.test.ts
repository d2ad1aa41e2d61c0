import { describe, expect, it } from 'vitest';
import { looseKey } from '../../src/language/keys/index.ts';
import { focusing } from '../../src/search/focus.ts';

const words = (text: string) =>
  text.split(' ').map((surface) => ({ surface, stems: [surface], loose: looseKey(surface) }));
const focus = focusing({ kk: ['қалай'], ru: ['сколько'] }, { from_words: 8, radius: 2, story: 0.5 });
const told = (text: string) =>
  focus(words(text))
    .filter(({ emphasis }) => emphasis === 0.5)
    .map(({ surface }) => surface);

describe('the story of a long message', () => {
  it('weighs less than the words around what is asked', () => {
    expect(told('я приехал из Ташкента к брату и сколько дней можно жить')).toEqual([
      'я',
      'приехал',
      'из',
      'Ташкента',
      'к',
      'жить',
    ]);
  });

  it('is found without Kazakh letters too', () => {
    expect(told('мен кеше Ташкенттен келдим акемнин уйинде турам калай тиркелемин')).not.toContain(
      'тиркелемин',
    );
  });

  it('weighs in full when the message is short or asks nothing', () => {
    expect(told('приехал к брату сколько можно жить')).toEqual([]);
    expect(told('я приехал из Ташкента к брату и хочу пожить у него')).toEqual([]);
  });
});
