import type { Guide, GuideCondition, GuideStep } from '../schema/guide.ts';
import { otherCountry, unknownValue } from '../schema/guide.ts';

/** A day and a region that stand for all others where no condition names one. */
const someDay = '2026-11-16';
const someRegion = 'KZ-10';

/** Conditions anywhere in a guide. */
export function conditionsOf(guide: Guide): GuideCondition[] {
  return [
    ...guide.steps.map(({ when }) => when),
    ...guide.outcomes.flatMap(({ when, sections }) => [when, ...sections.map((section) => section.when)]),
  ].filter((when) => when !== undefined);
}

/** One value of a step for each case that the guide's conditions can tell apart. */
export function representatives(guide: Guide, step: GuideStep): string[] {
  const named = conditionsOf(guide)
    .flatMap((condition) => condition[step.id] ?? [])
    .filter((value) => value !== 'known' && value !== unknownValue && value !== otherCountry);
  const unknown = 'optional' in step && step.optional ? [unknownValue] : [];
  switch (step.kind) {
    case 'choice':
      return step.choices.map(({ id }) => id);
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
