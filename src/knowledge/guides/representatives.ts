import type { Guide, GuideCondition, GuideStep } from '../schema/guide.ts';
import { otherCountry, unknownValue } from '../schema/guide.ts';

/** A day and a region that stand for all others where no condition names one. */
const someDay = '2026-11-16';
const someRegion = 'KZ-10';

/** Found once for each guide: they are looked at with every press. */
const asking = new WeakMap<Guide, readonly GuideCondition[]>();

/** Conditions that say which questions and choices are met on a way. */
function askingConditions(guide: Guide): readonly GuideCondition[] {
  const before = asking.get(guide);
  if (before !== undefined) return before;
  const found = guide.steps
    .flatMap((step) => [step.when, ...(step.kind === 'choice' ? step.choices.map(({ when }) => when) : [])])
    .filter((when) => when !== undefined);
  asking.set(guide, found);
  return found;
}

/** Conditions anywhere in a guide. */
export function conditionsOf(guide: Guide): GuideCondition[] {
  const ends = guide.outcomes.flatMap(({ when, sections }) => [when, ...sections.map((each) => each.when)]);
  return [...askingConditions(guide), ...ends.filter((when) => when !== undefined)];
}

/** By the step's id: walking every way of a guide asks for the same few thousands of times. */
const found = new WeakMap<Guide, Map<string, readonly string[]>>();

/**
 * One value of a step for each case that the guide's conditions can tell apart, and each button. The buttons of a choice
 * differ from way to way.
 */
export function representatives(guide: Guide, step: GuideStep): readonly string[] {
  if (step.kind === 'choice') return step.choices.map(({ id }) => id);
  const known = found.get(guide) ?? new Map<string, readonly string[]>();
  found.set(guide, known);
  const values = known.get(step.id) ?? told(guide, step);
  known.set(step.id, values);
  return values;
}

function told(guide: Guide, step: Exclude<GuideStep, { kind: 'choice' }>): string[] {
  const named = namedIn(conditionsOf(guide), step);
  const unknown = 'optional' in step && step.optional ? [unknownValue] : [];
  switch (step.kind) {
    case 'region':
      return [...new Set([...named, someRegion, ...unknown])];
    case 'country':
      return [...new Set([...step.countries, ...named, otherCountry])];
    case 'date':
      return [...new Set([...named, someDay, ...unknown])];
    case 'number':
      return [...new Set([...named, String(step.min), String(step.max), ...unknown])];
  }
}

/** One value of a step for each case that leads to other questions: far fewer than there are buttons. */
export function askingRepresentatives(guide: Guide, step: GuideStep): string[] {
  if (step.kind === 'choice') return step.choices.map(({ id }) => id);
  const named = namedIn(askingConditions(guide), step);
  const other = { region: someRegion, country: otherCountry, date: someDay, number: '' }[step.kind];
  return [...new Set([...named, other, ...('optional' in step && step.optional ? [unknownValue] : [])])];
}

function namedIn(conditions: readonly GuideCondition[], step: GuideStep): string[] {
  return conditions
    .flatMap((condition) => condition[step.id] ?? [])
    .filter((value) => value !== 'known' && value !== unknownValue && value !== otherCountry);
}
