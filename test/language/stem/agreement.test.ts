import { expect, it } from 'vitest';
import { agreement } from '../../../src/commands/eval-language/agreement.ts';

const lemmas = [['бар'], ['бар'], ['бара'], ['ат', 'ата'], ['ата']];

it('is 1 for keys that agree with the lemmas', () => {
  expect(agreement(['a', 'a', 'b', 'c', 'c'], lemmas)).toEqual({ pairF1: 1, b3: 1 });
});

it('counts pairs and averages over forms', () => {
  // Gold pairs: 1-2, 4-5. Predicted: 1-2, 1-3, 2-3. One in common, so F1 = 2·1/(2+3).
  const { pairF1, b3 } = agreement(['a', 'a', 'a', 'c', 'd'], lemmas);
  expect(pairF1).toBeCloseTo(0.4, 10);
  expect(b3).toBeCloseTo((0.8 + 0.8 + 0.5 + 2 / 3 + 2 / 3) / 5, 10);
});

it('has no pairs to find among single forms', () => {
  expect(agreement(['a'], [['a']])).toEqual({ pairF1: 0, b3: 1 });
});
