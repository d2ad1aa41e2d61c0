import { join } from 'node:path';
import type { ZodType } from 'zod';
import { AnnouncementPolicy } from '../announcements/policy.ts';
import { root } from '../core.ts';
import { DeskPolicy } from '../desk/policy.ts';
import { readYaml } from '../knowledge/read-yaml.ts';
import { ContentError } from '../knowledge/reload.ts';
import { RetentionPolicy } from '../privacy/retention.ts';
import { ReminderPolicy } from '../reminders/policy.ts';
import { ReviewPolicy } from '../reviews/policy.ts';
import { StatisticsPolicy } from '../statistics/policy.ts';

/** What is set in `content/policy/` beside the core's own: limits, hours, how long things are kept. Read once, at the start. */
export interface Policies {
  readonly announcements: AnnouncementPolicy;
  readonly desk: DeskPolicy;
  readonly reminders: ReminderPolicy;
  readonly retention: RetentionPolicy;
  readonly reviews: ReviewPolicy;
  readonly statistics: StatisticsPolicy;
}

/** Reads all policies. @throws ContentError naming file, line and key */
export function readPolicies(): Policies {
  return {
    announcements: policy('announcements', AnnouncementPolicy),
    desk: policy('desk', DeskPolicy),
    reminders: policy('reminders', ReminderPolicy),
    retention: policy('retention', RetentionPolicy),
    reviews: policy('reviews', ReviewPolicy),
    statistics: policy('statistics', StatisticsPolicy),
  };
}

function policy<T>(name: keyof Policies, schema: ZodType<T>): T {
  const file = `content/policy/${name}.yaml`;
  const read = readYaml(join(root, file), schema, file);
  if (!read.ok) throw new ContentError(read.faults);
  return read.value;
}
