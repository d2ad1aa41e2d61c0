import { daysBetween } from '../knowledge/almaty-time.ts';
import { type GuideStep, otherCountry, unknownValue } from '../knowledge/schema/guide.ts';

/** What values of steps are held against; `Knowledge` fits. */
export interface KnownPlaces {
  readonly regions: ReadonlyMap<string, unknown>;
  readonly countries: ReadonlyMap<string, unknown>;
}

/**
 * True when a value can be an answer of a step. Buttons can be forged and typed text is anybody's, so every value
 * passes here before it is kept.
 *
 * @param today ISO date in Almaty: dates may only lie so far from it
 */
export function isAnswer(step: GuideStep, value: string, places: KnownPlaces, today: string): boolean {
  if (value === unknownValue && 'optional' in step && step.optional) return true;
  switch (step.kind) {
    case 'choice':
      return step.choices.some(({ id }) => id === value);
    case 'region':
      return places.regions.has(value);
    case 'country':
      return value === otherCountry || (value !== 'KZ' && places.countries.has(value));
    case 'date':
      return dateState(step, value, today) === 'fits';
    case 'number': {
      const number = Number(value);
      return /^\d{1,2}$/.test(value) && number >= step.min && number <= step.max;
    }
  }
}

/** How a day stands towards the days that a step allows; `none`: it is no calendar day. */
export function dateState(
  step: Extract<GuideStep, { kind: 'date' }>,
  date: string,
  today: string,
): 'fits' | 'too_early' | 'too_late' | 'none' {
  try {
    const days = daysBetween(today, date);
    if (days > step.future) return 'too_late';
    return -days > step.past ? 'too_early' : 'fits';
  } catch {
    return 'none';
  }
}
