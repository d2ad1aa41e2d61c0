import { describe, expect, it } from 'vitest';
import { confidenceOf, evidenceOf } from '../../src/answer/confidence.ts';
import { createCore } from '../../src/core.ts';

const hit = (kind: 'faq' | 'route', score: number, bayes = 0) => ({
  candidate: { kind },
  score,
  features: { bayes },
});
const found = (hits: readonly ReturnType<typeof hit>[], words = 5) => ({
  hits,
  words: { length: words },
  domain: 0.5,
});

describe('evidence for the best candidate', () => {
  it('tells the lead over the next entry from the lead over what is not for our content', () => {
    const evidence = evidenceOf(found([hit('faq', 1.5, 1), hit('faq', 1.2, 0.4), hit('route', 0.5)]));
    expect(evidence.lead).toBeCloseTo(0.3);
    expect(evidence.apart).toBeCloseTo(1);
    expect(evidence.belief).toBeCloseTo(0.6);
  });

  it('speaks against an entry of ours when a route is nearer', () => {
    const ranking = found([hit('route', 1.4), hit('faq', 1.1), hit('faq', 0.6)]);
    const ours = ranking.hits.filter(({ candidate }) => candidate.kind !== 'route');
    expect(evidenceOf(ranking, ours).apart).toBeCloseTo(-0.3);
    expect(evidenceOf(ranking).apart).toBeCloseTo(0.3);
  });

  it('is nothing when nothing was found', () => {
    expect(evidenceOf(found([]))).toMatchObject({ score: 0, lead: 0, apart: 0, belief: 0 });
  });

  it('counts the length of a long question only', () => {
    expect(evidenceOf(found([hit('faq', 1)], 10)).length).toBe(0);
    expect(evidenceOf(found([hit('faq', 1)], 20)).length).toBeCloseTo(Math.log(2));
  });
});

describe('confidence', () => {
  const { settings } = createCore();
  const confidence = (hits: readonly ReturnType<typeof hit>[]) =>
    confidenceOf(evidenceOf(found(hits)), settings.decision.confidence);

  it('grows as the next entry, and as the nearest route, fall behind', () => {
    const near = confidence([hit('faq', 1.5, 1), hit('faq', 1.4, 0.9), hit('route', 1.3)]);
    const alone = confidence([hit('faq', 1.5, 1), hit('faq', 0.9, 0.1), hit('route', 1.3)]);
    const apart = confidence([hit('faq', 1.5, 1), hit('faq', 0.9, 0.1), hit('route', 0.4)]);
    expect(alone).toBeGreaterThan(near);
    expect(apart).toBeGreaterThan(alone);
    expect(apart).toBeLessThanOrEqual(1);
  });
});
