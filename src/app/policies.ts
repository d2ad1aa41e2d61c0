import { join } from 'node:path';
import type { z } from 'zod';
import { AnnouncementPolicy } from '../announcements/policy.ts';
import { root } from '../core.ts';
import { DeskPolicy } from '../desk/policy.ts';
import { type Fault, readYaml } from '../knowledge/read-yaml.ts';
import { ContentError } from '../knowledge/reload.ts';
import { LimitsPolicy } from '../limits/policy.ts';
import { RetentionPolicy } from '../privacy/retention.ts';
import { ReminderPolicy } from '../reminders/policy.ts';
import { ReviewPolicy } from '../reviews/policy.ts';
import { StatisticsPolicy } from '../statistics/policy.ts';

const schemas = {
  announcements: AnnouncementPolicy,
  desk: DeskPolicy,
  limits: LimitsPolicy,
  reminders: ReminderPolicy,
  retention: RetentionPolicy,
  reviews: ReviewPolicy,
  statistics: StatisticsPolicy,
} as const;

/** What is set in `content/policy/` beside the core's own: limits, hours, how long things are kept. Read once, at the start. */
export type Policies = { readonly [Name in keyof typeof schemas]: z.output<(typeof schemas)[Name]> };

/** Reads all policies. @throws ContentError naming file, line and key */
export function readPolicies(): Policies {
  const faults: Fault[] = [];
  const policies = Object.entries(schemas).map(([name, schema]) => {
    const read = readPolicy(root, name, schema);
    if (!read.ok) faults.push(...read.faults);
    return [name, read.ok ? read.value : null];
  });
  if (faults.length > 0) throw new ContentError(faults);
  return Object.fromEntries(policies) as Policies;
}

/** What is wrong with the policies below a root; for the content check. */
export function policyFaults(base: string): readonly Fault[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const read = readPolicy(base, name, schema);
    return read.ok ? [] : read.faults;
  });
}

function readPolicy(base: string, name: string, schema: z.ZodType) {
  const file = `content/policy/${name}.yaml`;
  return readYaml(join(base, file), schema, file);
}
