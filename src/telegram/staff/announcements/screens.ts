import type { Progress } from '../../../announcements/progress.ts';
import { reportRows, totals } from '../../../announcements/report.ts';
import { failureReasons } from '../../../delivery/courier.ts';
import { autonym } from '../../../language/locale.ts';
import { heading, list, note, paragraph, reply } from '../../../messages/build.ts';
import type { Button, Reply } from '../../../messages/reply.ts';
import type { StoredAnnouncement } from '../../../store/ports/announcements.ts';
import type { ApprovalRequest } from '../../../store/ports/boards.ts';
import type { ReportLine } from '../../../store/ports/ledger.ts';
import { textOf } from '../announce/board.ts';
import type { AnnounceParts } from '../announce/parts.ts';
import { beginning, momentWords, speakerFor, summaryLines } from '../announce/words.ts';
import type { StaffVisit } from '../feature.ts';

type Reader = Pick<StaffVisit, 'locale' | 't' | 'person'>;

const act = ({ t }: Reader, what: string, id: string): Button => ({
  label: t(`announce.act.${what}`),
  action: { do: 'staff', command: 'announcements', args: [what, id] },
});

/** The newest announcements, each a button. */
export function listScreen(reader: Reader, stored: readonly StoredAnnouncement[]): Reply {
  const { t, locale } = reader;
  const shown = stored.filter(({ kind }) => kind === 'message' || kind === 'series');
  return reply(
    locale,
    [
      heading(t('announce.list')),
      ...(shown.length === 0 ? [paragraph(t('announce.list_empty'))] : [paragraph(t('announce.list_help'))]),
    ],
    shown.map((one) => [
      {
        label: t('announce.list_line', {
          state: t(
            `announce.sign.${one.kind === 'series' && one.state === 'scheduled' ? 'series' : one.state}`,
          ),
          text: beginning(textOf(one.definition, locale), 45),
        }),
        action: { do: 'staff', command: 'announcements', args: ['open', one.id] },
      },
    ]),
  );
}

/** One announcement with everything that can be done with it now. */
export function detailScreen(
  reader: Reader,
  progress: Progress,
  request: ApprovalRequest | null,
  parts: AnnounceParts,
): Reply {
  const { t, locale } = reader;
  const speaker = speakerFor(parts, locale);
  const { announcement, delivered, total, unclear } = progress;
  const { definition, state, startsAt, startedAt, withdrawnAt, id } = announcement;
  return reply(
    locale,
    [
      heading(t(`announce.state.${state}`)),
      paragraph(beginning(textOf(definition, locale), 500)),
      list([
        ...(state === 'draft' ? [] : [momentWords(startedAt ?? startsAt, speaker)]),
        ...summaryLines(definition, speaker, parts),
        ...(total > 0 ? [t('announce.delivered_of', { count: delivered, total })] : []),
        ...(unclear > 0 ? [t('announce.unclear_are', { count: unclear })] : []),
      ]),
      ...(withdrawnAt === null ? [] : [note('warning', t('announce.is_withdrawn'))]),
      ...(request === null ? [] : [note('info', t('announce.approval_waits', { id: request.by }))]),
      paragraph(t('announce.number', { id })),
    ],
    [...actions(reader, progress, request), [act(reader, 'list', id)]],
  );
}

function actions(
  reader: Reader,
  { announcement, unclear }: Progress,
  request: ApprovalRequest | null,
): Button[][] {
  const { id, state, kind, withdrawnAt } = announcement;
  const of = (...names: readonly string[]): Button[] => names.map((name) => act(reader, name, id));
  const changes = kind === 'message' && withdrawnAt === null ? [of('correct', 'withdraw')] : [];
  switch (state) {
    case 'draft': {
      const approval = request !== null && request.by !== reader.person.id ? [of('approve', 'refuse')] : [];
      const edit: Button = {
        label: reader.t('announce.act.edit'),
        action: { do: 'staff', command: 'announce', args: ['draft', id] },
      };
      return [...approval, [edit, ...of('discard')]];
    }
    case 'scheduled':
      return [of('pause', 'stop'), ...(kind === 'message' ? [of('follow')] : [])];
    case 'sending':
      return [of('pause', 'stop'), ...changes, of('follow', 'report')];
    case 'paused':
      return [of('resume', 'stop'), ...changes];
    case 'stopped':
    case 'done':
      return kind === 'series'
        ? []
        : [...changes, [...of('report'), ...(unclear > 0 && withdrawnAt === null ? of('resend') : [])]];
  }
}

/** Figures of a sent announcement: in all, by language, by region. */
export function reportReply(
  reader: Pick<Reader, 'locale' | 't'>,
  id: string,
  lines: readonly ReportLine[],
  parts: Pick<AnnounceParts, 'core' | 'clock'>,
): Reply {
  const { t, locale } = reader;
  const { say } = speakerFor(parts, locale);
  const { regions } = parts.core().knowledge;
  const sum = totals(lines);
  const rows = reportRows(lines);
  const failures = failureReasons.flatMap((reason) => {
    const count = sum.failed[reason] ?? 0;
    return count === 0 ? [] : [t(`announce.failed.${reason}`, { count })];
  });
  const line = (name: string, of: readonly (typeof rows)[number][]): string =>
    t('announce.report_line', {
      name,
      delivered: of.reduce((all, row) => all + row.delivered, 0),
      total: of.reduce((all, row) => all + row.total, 0),
    });
  const byLocale = [...Map.groupBy(rows, (row) => row.locale)].map(([reader_, of]) =>
    line(autonym(reader_), of),
  );
  const byRegion = [...Map.groupBy(rows, (row) => row.region)].map(([code, of]) => {
    const region = code === null ? undefined : regions.get(code);
    return line(code === null ? t('announce.no_region') : region === undefined ? code : say(region.name), of);
  });
  return reply(locale, [
    heading(t('announce.report')),
    list([
      t('announce.delivered_of', { count: sum.delivered, total: sum.total }),
      ...failures,
      ...(sum.unclear > 0 ? [t('announce.unclear_are', { count: sum.unclear })] : []),
      ...(sum.skipped > 0 ? [t('announce.count.skipped', { count: sum.skipped })] : []),
      t('announce.clicks', { count: sum.clicks }),
      t('announce.unsubscribed', { count: sum.unsubscribed }),
    ]),
    ...(byLocale.length > 0 ? [list(byLocale, { title: t('announce.by_language') })] : []),
    ...(byRegion.length > 0 ? [list(byRegion, { title: t('announce.by_region') })] : []),
    paragraph(t('announce.number', { id })),
  ]);
}
