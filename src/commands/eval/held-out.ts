import { join } from 'node:path';
import { readQuestions } from './questions.ts';
import type { EvalQuestion } from './score.ts';

/** A half of a question file, by the last digit of its ids: odd ones may be tuned on, even ones are held out. */
export type Half = 'odd' | 'even';

/** The questions of one half. */
export function halfOf(questions: readonly EvalQuestion[], half: Half): EvalQuestion[] {
  return questions.filter(({ id }) => /[13579]$/u.test(id) === (half === 'odd'));
}

/** All held-out questions, of which only totals are looked at: `floor.yaml` and the even half of `fresh.yaml`. */
export function heldOutQuestions(root: string): EvalQuestion[] {
  const file = (name: string): string => join(root, 'test', 'questions', name);
  return [...readQuestions(file('floor.yaml')), ...halfOf(readQuestions(file('fresh.yaml')), 'even')];
}
