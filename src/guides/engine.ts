import { z } from 'zod';
import type { Answers } from '../knowledge/guides/conditions.ts';
import { longestAhead, walked } from '../knowledge/guides/path.ts';
import { guideVersion } from '../knowledge/guides/version.ts';
import type { Guide, GuideOutcome, GuideStep } from '../knowledge/schema/guide.ts';
import { isAnswer, type KnownPlaces } from './values.ts';

/** Where a person is in a guide: small JSON, kept by the face's store. Holds codes and days, never names or numbers of people. */
export const GuideState = z.strictObject({
  guide: z.string(),
  /** Version of the guide the answers were given to (`guideVersion`). */
  version: z.string(),
  answers: z.record(z.string(), z.string()),
  /** Questions typed since the last answer: who keeps asking has left the guide in their mind. */
  asides: z.int().min(0).default(0),
});
export type GuideState = z.infer<typeof GuideState>;

/** What is to be shown for a state. */
export type GuidePosition =
  | {
      readonly type: 'step';
      readonly step: GuideStep;
      /** From 1. */
      readonly number: number;
      /** Questions on the longest way that is still open. */
      readonly of: number;
      readonly given: readonly GivenAnswer[];
    }
  | { readonly type: 'outcome'; readonly outcome: GuideOutcome; readonly given: readonly GivenAnswer[] }
  /** The guide was changed after these answers were given: they may mean something else now. */
  | { readonly type: 'changed' };

/** An answer on the way here. */
export interface GivenAnswer {
  readonly step: GuideStep;
  readonly value: string;
}

/** What an answer led to. `changed`: an earlier answer is another now, and those after it are asked again. */
export type AnswerResult =
  | { readonly type: 'accepted' | 'changed' | 'same'; readonly state: GuideState }
  /** The step is not on this way, or the value cannot be its answer. */
  | { readonly type: 'refused' };

/** The beginning of a guide. */
export function startGuide(guide: Guide): GuideState {
  return { guide: guide.id, version: guideVersion(guide), answers: {}, asides: 0 };
}

/** Where a state stands. Never throws: a state that does not fit the guide any more is `changed`. */
export function positionOf(guide: Guide, state: GuideState): GuidePosition {
  if (state.guide !== guide.id || state.version !== guideVersion(guide)) return { type: 'changed' };
  const { steps, next } = walked(guide, state.answers);
  const given = steps.map((step) => ({ step, value: state.answers[step.id] ?? '' }));
  if (next.type === 'nowhere') return { type: 'changed' };
  if (next.type === 'outcome') return { type: 'outcome', outcome: next.outcome, given };
  return {
    type: 'step',
    step: next.step,
    number: steps.length + 1,
    of: steps.length + longestAhead(guide, state.answers),
    given,
  };
}

/**
 * Answers a step. The step asked now moves on; an earlier one is changed, and what was answered after it is asked
 * again, because it may have hung on it. A second tap on the same button changes nothing.
 */
export function answerStep(
  guide: Guide,
  state: GuideState,
  stepId: string,
  value: string,
  context: { readonly places: KnownPlaces; readonly today: string },
): AnswerResult {
  const { steps, next } = walked(guide, state.answers);
  const current = next.type === 'step' ? next.step : undefined;
  const step = [...steps, ...(current === undefined ? [] : [current])].find(({ id }) => id === stepId);
  if (step === undefined || !isAnswer(step, value, context.places, context.today)) return { type: 'refused' };
  if (step.id === current?.id) return { type: 'accepted', state: withAnswer(state, step.id, value) };
  if (state.answers[step.id] === value) return { type: 'same', state };
  return { type: 'changed', state: withAnswer(backTo(guide, state, step.id), step.id, value) };
}

/** One question back; at the beginning nothing changes. */
export function back(guide: Guide, state: GuideState): GuideState {
  const last = walked(guide, state.answers).steps.at(-1);
  return last === undefined ? state : backTo(guide, state, last.id);
}

/** Back to a step already answered: its answer and all after it are taken away. A step not answered changes nothing. */
export function backTo(guide: Guide, state: GuideState, stepId: string): GuideState {
  const { steps } = walked(guide, state.answers);
  const at = steps.findIndex(({ id }) => id === stepId);
  if (at < 0) return state;
  const kept = steps.slice(0, at).map(({ id }) => [id, state.answers[id] ?? ''] as const);
  return { ...state, answers: Object.fromEntries(kept) };
}

function withAnswer(state: GuideState, step: string, value: string): GuideState {
  const answers: Answers = { ...state.answers, [step]: value };
  return { ...state, answers, asides: 0 };
}
