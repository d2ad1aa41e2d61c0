import { join } from 'node:path';
import { readQuestions } from './questions.ts';
import type { EvalQuestion } from './score.ts';

/** A half of a question file, by the last digit of its ids: odd ones may be tuned on, even ones are held out. */
export type Half = 'odd' | 'even';

/** The questions of one half. */
export function halfOf(questions: readonly EvalQuestion[], half: Half): EvalQuestion[] {
  return questions.filter(({ id }) => /[13579]$/u.test(id) === (half === 'odd'));
}

/** Files of which one half may be tuned on and the other is held out. */
export const halvedFiles: readonly string[] = ['fresh.yaml', 'third.yaml', 'fourth.yaml'];

/** All held-out questions, of which only totals are looked at: `floor.yaml` and the even half of each halved file. */
export function heldOutQuestions(root: string): EvalQuestion[] {
  return [...questionsOf(root, 'floor.yaml'), ...halves(root, 'even')];
}

/** All questions that may be tuned on: `tune.yaml` and the odd half of each halved file. */
export function tunedQuestions(root: string): EvalQuestion[] {
  return [...questionsOf(root, 'tune.yaml'), ...halves(root, 'odd')];
}

function halves(root: string, half: Half): EvalQuestion[] {
  return halvedFiles.flatMap((name) => halfOf(questionsOf(root, name), half));
}

function questionsOf(root: string, name: string): EvalQuestion[] {
  return readQuestions(join(root, 'test', 'questions', name));
}
