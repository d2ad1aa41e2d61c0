import type { Guide, GuideCondition, GuideStep } from '../schema/guide.ts';
import { otherCountry, unknownValue } from '../schema/guide.ts';

/** Answers given so far, by step. */
export type Answers = Readonly<Record<string, string>>;

/** True when the answers meet a condition; no condition is always met. */
export function holds(condition: GuideCondition | undefined, answers: Answers, guide: Guide): boolean {
  if (condition === undefined) return true;
  return Object.entries(condition).every(([id, wanted]) => {
    const step = guide.steps.find((each) => each.id === id);
    const value = answers[id];
    return step !== undefined && value !== undefined && wanted.some((one) => fits(one, value, step));
  });
}

function fits(wanted: string, value: string, step: GuideStep): boolean {
  if (wanted === value) return true;
  if (wanted === 'known') return value !== unknownValue;
  // A country that has no button of its own is "other", whichever it is.
  return step.kind === 'country' && wanted === otherCountry && !step.countries.includes(value);
}
