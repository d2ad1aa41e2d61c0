import {
  certificateCeiling,
  fineSum,
  labourTax,
  type MoneyContext,
  type MoneyResult,
  relocationAid,
  rentAid,
  type Sum,
} from '../duties/money.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { GuideSection } from '../knowledge/schema/guide.ts';
import type { SourceRef } from '../knowledge/schema/source.ts';
import { heading, list, note } from '../messages/build.ts';
import type { Block } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { GuideContent } from './parts.ts';

export type MoneySection = Extract<
  GuideSection,
  { kind: 'relocation_aid' | 'rent_aid' | 'certificate' | 'labour_tax' | 'fines' }
>;

/** A sum in words: what it is, and the sum itself. */
type Named = readonly [what: string, sum: MoneyResult<Sum>];

/**
 * Sums of a section with the way to each of them. A rule that does not hold today, or a sum nobody has published, is said to be unknown.
 *
 * @param count people or months, when the section counts by them and they are known
 */
export function moneyBlocks(
  section: MoneySection,
  count: number | null,
  { knowledge, cite }: Pick<GuideContent, 'knowledge' | 'cite'>,
  speaker: Speaker,
  today: string,
): Block[] {
  const { figures } = knowledge;
  const named = namedSums(section, count, { figures, date: today }, speaker);
  const known = named.flatMap(([what, sum]) => (sum.ok ? [{ what, sum: sum.value }] : []));
  const title = heading(speaker.t(`money.${section.kind}.title`));
  if (known.length < named.length || known.length === 0)
    return [title, note('uncertain', speaker.t('money.unknown', { year: today.slice(0, 4) }))];
  const notes = unique(
    known.flatMap(({ sum }) => sum.notes),
    ({ ru }) => ru,
  );
  const sources = unique(
    known.flatMap(({ sum }) => sum.sources),
    sourceKey,
  );
  return [
    title,
    list(known.map(({ what, sum }) => speaker.t('money.line', { what, sum: speaker.say(sum.formula) }))),
    ...notes.map((each: Localized) => note('uncertain', speaker.say(each))),
    ...(section.kind === 'fines' ? [] : [note('info', speaker.t(`money.${section.kind}.when`))]),
    {
      type: 'sources',
      title: speaker.t('answer.sources'),
      items: sources.map((reference) => cite(reference, speaker)),
    },
  ];
}

function namedSums(
  section: MoneySection,
  count: number | null,
  context: MoneyContext,
  speaker: Speaker,
): readonly Named[] {
  const { figures } = context.figures;
  const named = (name: string, sum: MoneyResult<Sum>): Named => {
    const label = figures[name]?.label;
    return [label === undefined ? name : speaker.say(label), sum];
  };
  switch (section.kind) {
    case 'relocation_aid':
      return count === null ? [] : [named('aid.relocation_per_person', relocationAid(count, context))];
    case 'rent_aid': {
      const months = count ?? figures['aid.rent_months']?.count;
      if (months === undefined) return [];
      const rent = rentAid(months, context);
      return [
        named('aid.rent_month_min', rent.ok ? { ok: true, value: rent.value.least } : rent),
        named('aid.rent_month_max', rent.ok ? { ok: true, value: rent.value.most } : rent),
      ];
    }
    case 'certificate':
      return [named('certificate.max', certificateCeiling(context))];
    case 'labour_tax':
      return count === null ? [] : [named('tax.labour_immigrant_month', labourTax(count, context))];
    case 'fines':
      return section.figures.map((name) => named(name, fineSum(name, context)));
  }
}

function sourceKey({ source, clause, url }: SourceRef): string {
  return [source, clause ?? '', url ?? ''].join(' ');
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item] as const)).values()];
}
