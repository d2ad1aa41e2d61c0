import { systemClock } from '../../src/operations/clock.ts';
import { createIds } from '../../src/operations/ids.ts';
import { createRoster } from '../../src/staff/roster.ts';
import type { Store } from '../../src/store/ports/store.ts';
import type { StaffFeature } from '../../src/telegram/staff/feature.ts';
import type { StaffParts } from '../../src/telegram/staff/staff.ts';

/** The staff's side over a store, with some of its features. */
export function staffParts(store: Store, features: readonly StaffFeature[]): StaffParts {
  return { roles: store.staff, roster: createRoster(store.staff, systemClock), features, ids: createIds() };
}
