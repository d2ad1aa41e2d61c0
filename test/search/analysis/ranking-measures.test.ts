import { expect, it } from 'vitest';
import { meanMeasures, measureRanking } from '../../../src/commands/eval-language/ranking-measures.ts';

it('the only relevant document first scores one everywhere', () => {
  expect(measureRanking(['a', 'b'], new Set(['a']))).toEqual({ ndcg: 1, mrr: 1, recall: 1 });
});

it('a relevant document in second place counts log-discounted', () => {
  const { ndcg, mrr } = measureRanking(['b', 'a'], new Set(['a']));
  expect(ndcg).toBeCloseTo(1 / Math.log2(3));
  expect(mrr).toBe(0.5);
});

it('documents below the depth do not count', () => {
  expect(measureRanking(['b', 'c', 'a'], new Set(['a']), 2)).toEqual({ ndcg: 0, mrr: 0, recall: 0 });
});

it('the ideal ranking holds no more documents than there are', () => {
  expect(measureRanking(['a', 'x', 'b'], new Set(['a', 'b'])).ndcg).toBeCloseTo(
    (1 + 0.5) / (1 + 1 / Math.log2(3)),
  );
});

it('means are taken measure by measure', () => {
  const mean = meanMeasures([
    { ndcg: 1, mrr: 1, recall: 0 },
    { ndcg: 0, mrr: 0.5, recall: 1 },
  ]);
  expect(mean).toEqual({ ndcg: 0.5, mrr: 0.75, recall: 0.5 });
});
