import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { policyFaults } from '../app/policies.ts';
import { almatyDate } from '../knowledge/almaty-time.ts';
import type { CheckResult, ReportItem, ReportKind } from '../knowledge/check/check.ts';
import { checkContent } from '../knowledge/check/check-content.ts';
import { readArguments } from './terminal.ts';

const headings: Readonly<Record<ReportKind, string>> = {
  expired: 'No edition in force',
  expiring: 'Ending soon',
  coming: 'Changing soon',
  stale: 'Not checked for long',
  one_language: 'Written in one language only',
  possible_conflict: 'Different terms for one fact: look at both',
  missing_year: 'Next year',
  unconfirmed_figure: 'Figures of low confidence',
  undated_source: 'Sources without a date',
  no_contacts: 'Bodies without contacts',
  unconfirmed_contacts: 'Contacts not shown until someone confirms them',
  old_contacts: 'Old contacts',
  warning: 'Warnings',
};

/** The check as text: faults first, each on a line `file:line:column key: reason`, then the report. */
export function checkText({ faults, report }: CheckResult): string {
  const lines = faults.map(
    ({ file, line, column, key, reason }) =>
      `${file}:${line}:${column} ${key === '' ? '' : `${key}: `}${reason}`,
  );
  lines.push(faults.length === 0 ? 'content:check: no faults' : `content:check: ${faults.length} fault(s)`);
  for (const [kind, heading] of Object.entries(headings)) {
    const items = report.filter((item) => item.kind === kind);
    if (items.length > 0) lines.push('', `${heading} (${items.length})`, ...items.map(reportLine));
  }
  return `${lines.join('\n')}\n`;
}

function reportLine({ id, reason, owner }: ReportItem): string {
  return `  ${id}: ${reason}${owner === undefined ? '' : ` [${owner}]`}`;
}

const options = { json: { type: 'boolean' }, date: { type: 'string' }, root: { type: 'string' } } as const;

/**
 * `npm run content:check [-- --json] [--date 2026-12-31]`: exit 1 on any fault, 0 with a report of what people must
 * fill in.
 */
export function main(args: readonly string[], write: (text: string) => void, now: Date): number {
  const { values } = parseArgs({ args: [...args], options });
  const root = resolve(values.root ?? `${import.meta.dirname}/../..`);
  const content = checkContent(root, values.date ?? almatyDate(now));
  const result = { ...content, faults: [...content.faults, ...policyFaults(root)] };
  write(values.json ? `${JSON.stringify(result, null, 2)}\n` : checkText(result));
  return result.faults.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  readArguments({ usage: 'npm run content:check [-- --json] [--date 2026-12-31]', options });
  process.exitCode = main(process.argv.slice(2), (text) => process.stdout.write(text), new Date());
}
