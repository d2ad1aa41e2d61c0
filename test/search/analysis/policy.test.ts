import { expect, it } from 'vitest';
import { AnalysisPolicy, readAnalysisPolicy } from '../../../src/search/analysis/index.ts';

it('the policy file fits its schema', () => {
  expect(() => readAnalysisPolicy()).not.toThrow();
});

it('a negative weight is refused', () => {
  const policy = readAnalysisPolicy();
  expect(AnalysisPolicy.safeParse({ ...policy, weights: { ...policy.weights, gram: -1 } }).success).toBe(
    false,
  );
});

it('a key nobody reads is refused', () => {
  expect(AnalysisPolicy.safeParse({ ...readAnalysisPolicy(), colour: 1 }).success).toBe(false);
});
