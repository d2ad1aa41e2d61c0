import { createHash } from 'node:crypto';
import type { Guide } from '../schema/guide.ts';
import { conditionsOf } from './representatives.ts';

/** Guides never change: a reload makes new ones. */
const versions = new WeakMap<Guide, string>();

/**
 * Hash of what answers mean in a guide: steps, choices, conditions and outcomes, without texts. A spelling mended
 * in a question must not throw out the people who are in the middle of it; a new step must.
 */
export function guideVersion(guide: Guide): string {
  const before = versions.get(guide);
  if (before !== undefined) return before;
  const shape = {
    steps: guide.steps.map((step) => [
      step.id,
      step.kind,
      step.kind === 'choice' ? step.choices.map(({ id }) => id) : [],
      step.kind === 'country' ? step.countries : [],
    ]),
    conditions: conditionsOf(guide),
    outcomes: guide.outcomes.map(({ id }) => id),
  };
  const version = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 12);
  versions.set(guide, version);
  return version;
}
