import { daysBetween } from '../almaty-time.ts';
import { comingEdition, currentEdition, pastEdition } from '../editions.ts';
import type { Body } from '../schema/body.ts';
import type { CheckedContent, ReportItem } from './check.ts';

/** Entries that have ended, end soon, begin soon or were not looked at for long, with their owners. */
export function freshnessReport({ files, date }: CheckedContent): ReportItem[] {
  const policy = files.freshness?.value;
  if (policy === undefined) return [];
  return files.faq.flatMap((file) =>
    file.value.entries.flatMap((entry) => {
      const line = (kind: ReportItem['kind'], reason: string): ReportItem => ({
        kind,
        id: entry.id,
        reason,
        owner: entry.owner ?? file.value.owner,
        file: file.file,
      });
      const now = currentEdition(entry, date);
      const next = comingEdition(entry, date);
      const report: ReportItem[] = [];
      if (next?.valid_from !== undefined) report.push(line('coming', `changes on ${next.valid_from}`));
      if (now === undefined) {
        const past = pastEdition(entry, date);
        report.push(
          line(
            'expired',
            past?.valid_to === undefined ? 'no edition is in force' : `ended on ${past.valid_to}`,
          ),
        );
        return report;
      }
      if (now.valid_to !== undefined && daysBetween(date, now.valid_to) <= policy.expiring_within)
        report.push(
          line('expiring', `ends on ${now.valid_to}${next === undefined ? ', and nothing follows' : ''}`),
        );
      const age = daysBetween(entry.checked, date);
      const bound = policy.stale_after[now.confidence];
      if (age > bound)
        report.push(line('stale', `checked ${age} days ago; ${now.confidence} confidence allows ${bound}`));
      return report;
    }),
  );
}

/** Bodies that a person must complete or confirm. */
export function contactReport({ files, date }: CheckedContent): ReportItem[] {
  const after = files.freshness?.value.contacts_after;
  return files.bodies.flatMap((file) =>
    file.value.bodies.flatMap((body): ReportItem[] => {
      const line = (kind: ReportItem['kind'], reason: string): ReportItem => ({
        kind,
        id: body.id,
        reason,
        file: file.file,
      });
      if (!hasContacts(body))
        return [line('no_contacts', `no address, phone, e-mail or site: ${body.name.ru}`)];
      if (body.confidence === 'low')
        return [line('unconfirmed_contacts', `not shown until confirmed: ${body.name.ru}`)];
      if (body.as_of === undefined) return [line('old_contacts', `no date: ${body.name.ru}`)];
      if (after !== undefined && daysBetween(lastDay(body.as_of), date) > after)
        return [line('old_contacts', `of ${body.as_of}: ${body.name.ru}`)];
      return [];
    }),
  );
}

function hasContacts(body: Body): boolean {
  return (
    body.phones.length > 0 || body.address !== undefined || body.email !== undefined || body.url !== undefined
  );
}

/** Last day a partial date can mean. */
function lastDay(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  if (partial.length === 7) return `${partial}-28`;
  return partial;
}
