import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import type { Duty } from '../../src/knowledge/schema/duty.ts';

const { knowledge } = createCore();

/** Sections of all guides that tell the duties of somebody. */
const sections = [...knowledge.guides.values()].flatMap(({ outcomes }) =>
  outcomes.flatMap((outcome) => outcome.sections.filter((section) => section.kind === 'duties')),
);

/** Advice before a stay ends is counted from the end found on the way, asked for or not. */
function countedIn(duty: Duty, events: readonly string[]): boolean {
  return duty.clock.events.some((event) => event === 'expiry' || events.includes(event));
}

describe('duties', () => {
  it.each([...knowledge.duties.values()].map((duty) => [duty.id, duty] as const))(
    '%s is counted by a guide',
    (_, duty) => {
      const reached = sections.some(
        ({ who, events, without }) =>
          duty.who.includes(who) && !without.includes(duty.id) && countedIn(duty, Object.keys(events)),
      );
      expect(reached).toBe(true);
    },
  );
});
