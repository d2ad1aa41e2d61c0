import { addDays } from '../almaty-time.ts';
import { inForce } from '../editions.ts';
import type { Fault } from '../read-yaml.ts';
import type { Edition, FaqEntry } from '../schema/faq.ts';
import type { Figure } from '../schema/figures.ts';
import type { CheckedContent, ReportItem } from './check.ts';

/** Faults where two places give different numbers for one thing, or two editions hold on one day. */
export function conflictFaults({ files }: CheckedContent): Fault[] {
  const { figures } = files;
  const byLabel = new Map<string, { name: string; figure: Figure }>();
  const labels = Object.entries(figures?.value.figures ?? {}).flatMap(([name, figure]) => {
    if (figures === undefined) return [];
    const label = figure.label.ru.toLowerCase();
    const before = byLabel.get(label);
    if (before === undefined) {
      byLabel.set(label, { name, figure });
      return [];
    }
    if (sameNumber(before.figure, figure) || !overlap(before.figure, figure)) return [];
    return [figures.fault(['figures', name], `the same label as "${before.name}" with another number`)];
  });
  const editions = files.faq.flatMap((file) =>
    file.value.entries.flatMap((entry, index) =>
      entry.editions.flatMap((edition, number) => {
        const other = entry.editions.findIndex((held, at) => at < number && overlap(held, edition));
        return other < 0
          ? []
          : [
              file.fault(
                ['entries', index, 'editions', number],
                `edition ${number + 1} is in force on a day of edition ${other + 1}; end one before the other begins`,
              ),
            ];
      }),
    ),
  );
  return [...labels, ...editions];
}

/**
 * Entries that serve the same intent and rest on the same fact but name different terms in days. Not a
 * fault: one may speak of another case of the fact; a person decides.
 */
export function possibleConflicts({ files, date }: CheckedContent): ReportItem[] {
  const held = files.faq.flatMap((file) =>
    file.value.entries.flatMap((entry) => {
      const edition = entry.editions.find((one) => inForce(one, date));
      return edition === undefined ? [] : [{ entry, edition, file, terms: termsOf(edition) }];
    }),
  );
  return held.flatMap((a, index) =>
    held.slice(index + 1).flatMap((b) => {
      if (!sameSubject(a.entry, b.entry) || !disagree(a.terms, b.terms)) return [];
      const facts = a.edition.facts.filter((fact) => b.edition.facts.includes(fact));
      if (facts.length === 0) return [];
      return [
        {
          kind: 'possible_conflict' as const,
          id: a.entry.id,
          file: a.file.file,
          reason: `${[...a.terms].join(', ')} here, ${[...b.terms].join(', ')} in ${b.entry.id}; both rest on ${facts.join(', ')}`,
        },
      ];
    }),
  );
}

/** Terms of an answer: «3 рабочих дня» → `3 working`. */
export function termsOf({ answer }: Pick<Edition, 'answer'>): Set<string> {
  const terms = [
    ...answer.ru.matchAll(/(\d+)(?:-?[а-яё]+)?[ \u00a0](рабоч|календарн)[а-яё]*[ \u00a0](?:дн|день)/giu),
  ];
  return new Set(
    terms.map(([, count, kind]) => `${count} ${kind?.toLowerCase() === 'рабоч' ? 'working' : 'calendar'}`),
  );
}

/** True when both name terms of one kind of day, and have none in common. */
function disagree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if ([...a].some((term) => b.has(term))) return false;
  const kinds = (terms: ReadonlySet<string>) => [...terms].map((term) => term.split(' ')[1]);
  return kinds(a).some((kind) => kinds(b).includes(kind));
}

function sameSubject(a: FaqEntry, b: FaqEntry): boolean {
  return a.intents.some((intent) => b.intents.includes(intent));
}

function sameNumber(a: Figure, b: Figure): boolean {
  return a.mrp === b.mrp && a.tenge === b.tenge && a.count === b.count && a.year === b.year;
}

interface Period {
  readonly valid_from?: string | undefined;
  readonly valid_to?: string | undefined;
}

/** True when two periods share a day. Open ends reach as far as any date content can hold. */
function overlap(a: Period, b: Period): boolean {
  const from = (period: Period) => period.valid_from ?? '0001-01-01';
  const until = (period: Period) => period.valid_to ?? '9998-12-31';
  return from(a) < addDays(until(b), 1) && from(b) < addDays(until(a), 1);
}
