import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseKey } from '../../src/language/keys/index.ts';
import { readAnalysisPolicy } from '../../src/search/analysis/index.ts';
import { createBayes } from '../../src/search/bayes.ts';
import { invert } from '../../src/search/inverted.ts';
import type { Word } from '../../src/search/words.ts';

const words = (text: string): Word[] =>
  text.split(' ').map((surface) => ({ surface, stems: [looseKey(surface)], loose: looseKey(surface) }));
const bayesOf = (...candidates: readonly string[][]) => {
  const texts = candidates.map((wordings) => wordings.map(words));
  const stems = invert(texts.map((own) => own.map((text) => text.flatMap((word) => word.stems))));
  const bayes = createBayes(texts, stems, { stem: 1, gram: 0.35, rarity: 0.3 }, readAnalysisPolicy());
  return (question: string) => bayes.score(words(question));
};
const fines = ['штраф за просрочку регистрации', 'сколько платить за просрочку'];
const papers = ['какие справки собрать', 'нужна ли копия паспорта'];

describe('the candidate that a question resembles most', () => {
  it('is the one whose wordings have its words', () => {
    const belief = bayesOf(fines, papers)('какая копия нужна');
    expect(belief.get(1)).toBe(1);
    expect(belief.get(0) ?? 0).toBeLessThan(0.5);
  });

  it('is found by the letters of a word that nobody wrote so', () => {
    expect(bayesOf(fines, papers)('прасрочка рeгистрацыи').get(0)).toBe(1);
    expect(bayesOf(fines, papers)('справкы пашпорта').get(1)).toBe(1);
  });

  it('is none when no letters are known', () => {
    expect(bayesOf(fines, papers)('жүз үйге').size).toBe(0);
  });

  it('is not the one with more wordings only for having them', () => {
    const many = Array.from({ length: 20 }, (_, at) => `вопрос номер${at} о визе`);
    expect(bayesOf(many, ['вопрос о визе'])('вопрос о визе').get(1)).toBeGreaterThan(0.9);
  });

  it('is believed wholly, and no other more, whatever is asked', () => {
    const belief = bayesOf(fines, papers, ['виза на год']);
    const some = fc.constantFrom(...[...fines, ...papers].flatMap((text) => text.split(' ')));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (question) => {
        const shares = [...belief(question.join(' ')).values()];
        expect(Math.max(...shares)).toBe(1);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      }),
    );
  });
});
