import type { Guide, GuideOutcome, GuideStep } from '../schema/guide.ts';
import { type Answers, holds } from './conditions.ts';
import { askingRepresentatives, representatives } from './representatives.ts';

/** What comes next on a path: a question, or its end. */
export type Next =
  | { readonly type: 'step'; readonly step: GuideStep }
  | { readonly type: 'outcome'; readonly outcome: GuideOutcome }
  /** Only in a guide that the check has refused. */
  | { readonly type: 'nowhere' };

/** Steps that the answers lead over, in order, up to the first that is not answered; each with the choices open on this way. */
export function walked(guide: Guide, answers: Answers): { readonly steps: readonly GuideStep[]; next: Next } {
  const steps: GuideStep[] = [];
  // Conditions look back only: answers of steps not on the path must not count.
  const given: Record<string, string> = {};
  for (const asked of guide.steps) {
    if (!holds(asked.when, given, guide)) continue;
    const step = withOpenChoices(asked, given, guide);
    const value = answers[step.id];
    if (value === undefined) return { steps, next: { type: 'step', step } };
    given[step.id] = value;
    steps.push(step);
  }
  const outcome = guide.outcomes.find(({ when }) => holds(when, given, guide));
  return { steps, next: outcome === undefined ? { type: 'nowhere' } : { type: 'outcome', outcome } };
}

/** Lengths found so far. Guides never change: a reload makes new ones. */
const lengths = new WeakMap<Guide, Map<string, number>>();

/** Questions still ahead on the longest way from here. */
export function longestAhead(guide: Guide, answers: Answers): number {
  const { steps, next } = walked(guide, answers);
  if (next.type !== 'step') return 0;
  const found = lengths.get(guide) ?? new Map<string, number>();
  lengths.set(guide, found);
  // Days and countries that no question hangs on are one case: a few hundred keys for all that people answer.
  const key = steps.map((each) => `${each.id}=${askingCase(guide, each, answers[each.id] ?? '')}`).join(' ');
  const before = found.get(key);
  if (before !== undefined) return before;
  const { step } = next;
  const values = askingRepresentatives(guide, step);
  const length =
    1 + Math.max(...values.map((value) => longestAhead(guide, { ...answers, [step.id]: value })));
  found.set(key, length);
  return length;
}

function askingCase(guide: Guide, step: GuideStep, value: string): string {
  return askingRepresentatives(guide, step).includes(value) ? value : '*';
}

/** A way through a guide to its end. */
export interface GuidePath {
  readonly answers: Answers;
  readonly steps: readonly GuideStep[];
  readonly next: Next;
}

/** Every way through a guide that differs in anything a condition can tell apart. */
export function pathsOf(guide: Guide, answers: Answers = {}): GuidePath[] {
  const { steps, next } = walked(guide, answers);
  if (next.type !== 'step') return [{ answers, steps, next }];
  const { step } = next;
  return representatives(guide, step).flatMap((value) => pathsOf(guide, { ...answers, [step.id]: value }));
}

function withOpenChoices(step: GuideStep, given: Answers, guide: Guide): GuideStep {
  if (step.kind !== 'choice' || step.choices.every(({ when }) => when === undefined)) return step;
  return { ...step, choices: step.choices.filter(({ when }) => holds(when, given, guide)) };
}
