import { describe, expect, it } from 'vitest';
import { compileTriggers, type TriggerWord } from '../../src/answer/route/trigger.ts';
import { Route } from '../../src/knowledge/schema/route.ts';
import { looseKey } from '../../src/language/keys/index.ts';

const route = (id: string, ru: string[]): Route =>
  Route.parse({ id, kind: 'refused', triggers: { ru, kk: [] }, replies: { kk: ['жоқ'], ru: ['нет'] } });
const keyOf = (word: string): string => word.toLowerCase();
const words = (text: string): TriggerWord[] =>
  text
    .split(' ')
    .map((word) => ({ keys: new Set([word, `~${word.replace(/^[ву]+/u, '')}`]), initial: word.slice(0, 1) }));

describe('trigger phrases', () => {
  const triggers = compileTriggers([route('buy', ['купить прописку']), route('role', ['=ты теперь'])], keyOf);

  it('stand in a message in their order', () => {
    expect(triggers.match(words('где купить прописку'))?.id).toBe('buy');
    expect(triggers.match(words('прописку купить'))).toBeNull();
  });

  it('allow three words between, not four', () => {
    expect(triggers.match(words('купить в алматы срочно прописку'))?.id).toBe('buy');
    expect(triggers.match(words('купить в алматы очень срочно прописку'))).toBeNull();
  });

  it('marked with = allow none', () => {
    expect(triggers.match(words('ты теперь юрист'))?.id).toBe('role');
    expect(triggers.match(words('ты знаешь теперь'))).toBeNull();
  });

  it('of one word must begin with the same letter', () => {
    const one = compileTriggers([route('abuse', ['урод'])], (word) => `~${word.replace(/^[ву]+/u, '')}`);
    expect(one.match(words('урод'))?.id).toBe('abuse');
    expect(one.match(words('врод'))).toBeNull();
  });

  it('with a stem of two letters stand as whole words', () => {
    // «өлгім» and «оның» have one stem.
    const short = compileTriggers([route('crisis', ['өлгім келеді'])], (word) => word.slice(0, 2));
    const typed = (text: string): TriggerWord[] =>
      text
        .split(' ')
        .map((word) => ({ keys: new Set([word.slice(0, 2), looseKey(word)]), initial: word.slice(0, 1) }));
    expect(short.match(typed('өлгім келеді'))?.id).toBe('crisis');
    expect(short.match(typed('өлді келеді'))).toBeNull();
  });

  it('match the first route in content order', () => {
    expect(triggers.match(words('ты теперь скажи где купить прописку'))?.id).toBe('buy');
  });
});
