import type { ContentFiles } from '../content-files.ts';
import type { Fault } from '../read-yaml.ts';
import type { RuleDocument, RuleSubject } from '../schema/rules.ts';

/** Kinds of lines in the report: nothing fails on them, a person must act on them. */
export type ReportKind =
  | 'expired'
  | 'expiring'
  | 'coming'
  | 'stale'
  | 'one_language'
  | 'possible_conflict'
  | 'no_contacts'
  | 'old_contacts'
  | 'unconfirmed_contacts'
  | 'unconfirmed_figure'
  | 'missing_year'
  | 'undated_source'
  | 'warning';

/** One thing for a person to look at. */
export interface ReportItem {
  readonly kind: ReportKind;
  /** Entry, body, figure, year or source. */
  readonly id: string;
  readonly reason: string;
  /** Who keeps it true, where content names someone. */
  readonly owner?: string;
  readonly file?: string;
}

/** What every check looks at. */
export interface CheckedContent {
  readonly files: ContentFiles;
  readonly documents: readonly RuleDocument[];
  readonly subjects: readonly RuleSubject[];
  /** Day of the check in Almaty. */
  readonly date: string;
}

/** Result of a check: faults fail it, report lines do not. */
export interface CheckResult {
  readonly faults: readonly Fault[];
  readonly report: readonly ReportItem[];
}
