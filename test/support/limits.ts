import { readPolicies } from '../../src/app/policies.ts';
import { type AddressLimits, createAddressLimits } from '../../src/limits/addresses.ts';
import type { LimitsPolicy } from '../../src/limits/policy.ts';
import type { Clock } from '../../src/operations/clock.ts';
import type { Store } from '../../src/store/ports/store.ts';

const much = { most: 1_000_000, seconds: 60 };

/** Limits that no test reaches by chance. */
export const wide: LimitsPolicy = { person: much, address: much, newcomers: much };

/** The product's own. */
export const { limits: ownLimits } = readPolicies();

export const addressLimits = (
  store: Pick<Store, 'limits'>,
  clock: Clock,
  policy: LimitsPolicy = wide,
): AddressLimits => createAddressLimits({ policy, limits: store.limits, key: Buffer.from('a test'), clock });
