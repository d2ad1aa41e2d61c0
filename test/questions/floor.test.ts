import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heldOutQuestions, tunedQuestions } from '../../src/commands/eval/held-out.ts';
import { type EvalQuestion, type ScoredQuestion, score, shares } from '../../src/commands/eval/score.ts';
import { scoreTable, withTable } from '../../src/commands/eval/table.ts';
import { createCore, root } from '../../src/core.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });
const ask = (questions: readonly EvalQuestion[]): ScoredQuestion[] =>
  questions.map((question) => score(question, answerer.ask({ text: question.text })));

/**
 * Questions never used to tune weights. The floors lie a little under what was measured: a change may cost one or two.
 * The fourth round joined late: its stranger had read none of our wordings, and of its 130 questions held out 83.1 %
 * were answered right as they came, when the other 509 stood at 94.5 %.
 */
describe('questions held out', () => {
  const scored = ask(heldOutQuestions(root));
  const all = shares(scored);

  it('are answered right at least nine times in ten', () => {
    expect(all.right1).toBeGreaterThanOrEqual(93);
    expect(all.right3).toBeGreaterThanOrEqual(97);
  });

  it('are seldom answered wrong with certainty', () => {
    expect(all.confidentMiss).toBeLessThanOrEqual(1.6);
  });

  it('on deadlines, fines and legal stay weigh more', () => {
    expect(all.weighted1).toBeGreaterThanOrEqual(92);
  });

  it.each([...Map.groupBy(scored, (question) => question.style)])(
    'typed as %s are understood',
    (_, group) => {
      expect(shares(group).right1).toBeGreaterThanOrEqual(85);
    },
  );

  it.each([...Map.groupBy(scored, (question) => question.script)])(
    'in %s script are understood',
    (_, group) => {
      expect(shares(group).right1).toBeGreaterThanOrEqual(88);
    },
  );

  it('give the figures in the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    expect(withTable(readme, scoreTable(scored)), 'run npm run score-table').toBe(readme);
  });
});

describe('questions used for tuning', () => {
  it('are answered right', () => {
    const all = shares(ask(tunedQuestions(root)));
    expect(all.right1).toBeGreaterThanOrEqual(97);
    expect(all.right3).toBeGreaterThanOrEqual(98.5);
    expect(all.confidentMiss).toBeLessThanOrEqual(2);
  });
});
