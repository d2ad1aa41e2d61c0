import { stringify } from 'csv-stringify/sync';
import { type FailureReason, failureReasons } from '../delivery/courier.ts';
import type { Locale } from '../language/locale.ts';
import type { ReportLine } from '../store/ports/ledger.ts';

/** What became of an announcement in one group of readers. */
export interface ReportRow {
  readonly locale: Locale;
  /** `null` = people without a region. */
  readonly region: string | null;
  readonly total: number;
  readonly delivered: number;
  readonly failed: Readonly<Partial<Record<FailureReason, number>>>;
  readonly unclear: number;
  readonly skipped: number;
  readonly waiting: number;
  readonly clicks: number;
  /** Stopped announcements by this one's button. */
  readonly unsubscribed: number;
}

type Totals = Omit<ReportRow, 'locale' | 'region'>;

/** Brings the ledger's counts into rows, one a locale and region. */
export function reportRows(lines: readonly ReportLine[]): readonly ReportRow[] {
  const groups = Map.groupBy(lines, ({ locale, region }) => `${locale} ${region ?? ''}`);
  return [...groups.values()].map((group) => ({
    locale: group[0]?.locale ?? 'kk',
    region: group[0]?.region ?? null,
    ...totals(group),
  }));
}

/** Sums any lines of a report. */
export function totals(lines: readonly ReportLine[]): Totals {
  const of = (states: readonly string[]): number =>
    lines.reduce((sum, line) => sum + (states.includes(line.state) ? line.count : 0), 0);
  const failed: Partial<Record<FailureReason, number>> = {};
  for (const reason of failureReasons) {
    const count = lines
      .filter((line) => line.state === 'failed' && line.reason === reason)
      .reduce((sum, line) => sum + line.count, 0);
    if (count > 0) failed[reason] = count;
  }
  return {
    total: lines.reduce((sum, line) => sum + line.count, 0),
    delivered: of(['delivered']),
    failed,
    unclear: of(['unclear']),
    skipped: of(['skipped']),
    waiting: of(['waiting', 'claimed']),
    clicks: lines.reduce((sum, line) => sum + line.clicks, 0),
    unsubscribed: lines.reduce((sum, line) => sum + line.unsubscribed, 0),
  };
}

/** The report as CSV, with a byte order mark: without it Excel shows Kazakh letters as rubbish. */
export function reportCsv(rows: readonly ReportRow[]): string {
  const columns = [
    'locale',
    'region',
    'total',
    'delivered',
    ...failureReasons.map((reason) => `failed_${reason}`),
  ];
  const rest = ['unclear', 'skipped', 'waiting', 'clicks', 'unsubscribed'] as const;
  return stringify(
    rows.map((row) => [
      row.locale,
      row.region ?? '',
      row.total,
      row.delivered,
      ...failureReasons.map((reason) => row.failed[reason] ?? 0),
      ...rest.map((column) => row[column]),
    ]),
    { header: true, columns: [...columns, ...rest], bom: true },
  );
}
