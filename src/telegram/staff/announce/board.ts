import { createHash } from 'node:crypto';
import type { Announcement } from '../../../announcements/announcement.ts';
import { type Progress, progressOf, secondsLeft } from '../../../announcements/progress.ts';
import { isLocale, type Locale } from '../../../language/locale.ts';
import { heading, list, paragraph, reply } from '../../../messages/build.ts';
import type { Button, Reply } from '../../../messages/reply.ts';
import type { Texts } from '../../../messages/texts.ts';
import { describeFailure } from '../../failure.ts';
import { renderReply, type TelegramMessage } from '../../render/render.ts';
import type { StaffVisit } from '../feature.ts';
import type { AnnounceParts } from './parts.ts';
import { beginning, momentWords, speakerFor } from './words.ts';

/** Squares of the progress bar. */
const squares = 10;

/** The live message of an announcement: where it stands, how fast it goes, and what can be done about it. */
export function boardReply(
  progress: Progress,
  rate: number | null,
  locale: Locale,
  parts: Pick<AnnounceParts, 'core' | 'clock'>,
): Reply {
  const speaker = speakerFor(parts, locale);
  const { t } = speaker;
  const { announcement, total, settled, delivered, failed, unclear, skipped, waiting, claimed } = progress;
  const { state, kind, definition, id, resolvedAt } = announcement;
  const failures = Object.values(failed).reduce((sum, count) => sum + count, 0);
  const left = secondsLeft(progress, rate);
  const moving = state === 'sending' || state === 'paused' || state === 'done' || state === 'stopped';
  const numbers = [
    t('announce.count.delivered', { count: delivered }),
    t('announce.count.failed', { count: failures }),
    t('announce.count.unclear', { count: unclear }),
    t('announce.count.skipped', { count: skipped }),
    t('announce.count.waiting', { count: waiting + claimed }),
  ];
  return reply(
    locale,
    [
      heading(t(`announce.state.${state}`)),
      paragraph(t(`announce.kind.${kind}`, { text: beginning(textOf(definition, locale)) })),
      ...(state === 'scheduled' ? [paragraph(momentWords(announcement.startsAt, speaker))] : []),
      ...(moving && kind !== 'series'
        ? [
            paragraph(
              t('announce.bar', {
                bar: bar(progress.share),
                settled,
                total: resolvedAt === null ? '…' : total,
              }),
            ),
            list(numbers),
          ]
        : []),
      ...(state === 'sending' ? [paragraph(paceLine(rate, left, t))] : []),
      paragraph(t('announce.number', { id })),
    ],
    buttonsOf(progress, t),
  );
}

function paceLine(
  rate: number | null,
  left: number | null,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (rate === null) return t('announce.pace_unknown');
  const minutes = Math.floor((left ?? 0) / 60);
  const seconds = String((left ?? 0) % 60).padStart(2, '0');
  return t('announce.pace', { rate: rate.toFixed(1).replace('.', ','), left: `${minutes}:${seconds}` });
}

function bar(share: number): string {
  const full = Math.floor(share * squares);
  return '▓'.repeat(full) + '░'.repeat(squares - full);
}

function buttonsOf({ announcement }: Progress, t: (key: string) => string): Button[][] {
  const { id, state, kind } = announcement;
  const act = (what: string): Button => ({
    label: t(`announce.act.${what}`),
    action: { do: 'staff', command: 'announcements', args: [what, id] },
  });
  const hold =
    state === 'scheduled' || state === 'sending' ? [act('pause')] : state === 'paused' ? [act('resume')] : [];
  const end = hold.length > 0 ? [act('stop')] : [];
  const open = kind === 'message' || kind === 'series' ? [act('open')] : [];
  return [[...hold, ...end], open].filter((row) => row.length > 0);
}

/** The text a member of staff knows it by. */
export function textOf({ text }: Pick<Announcement, 'text'>, locale: Locale): string {
  return locale === 'ru' ? (text.ru ?? text.kk) : text.kk;
}

/** What a board shows, in short: equal exactly when nothing has to be changed. */
export function shownAs({ text, keyboard }: TelegramMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([text, keyboard]))
    .digest('base64url')
    .slice(0, 16);
}

export function renderBoard(board: Reply, texts: Texts): TelegramMessage {
  const [message] = renderReply(board, texts);
  if (message === undefined) throw new RangeError('a board is one message');
  return message;
}

/** Puts the live message of an announcement into a chat of staff; an earlier one stays as it is. */
export async function openBoard(
  visit: StaffVisit,
  id: string,
  chat: string,
  parts: AnnounceParts,
): Promise<void> {
  const { store, clock } = parts;
  const progress = await progressOf(store, id, clock.now());
  if (progress === null) return;
  const known = (await store.people.find('telegram', chat))?.locale;
  const locale = chat === visit.person.id ? visit.locale : isLocale(known) ? known : 'kk';
  const message = renderBoard(boardReply(progress, null, locale, parts), visit.parts.texts);
  const { text, entities, keyboard } = message;
  const sent = await visit.ctx.api.sendMessage(chat, text, {
    entities,
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
  await store.boards.open({
    announcement: id,
    chat,
    messageId: sent.message_id,
    locale,
    shown: shownAs(message),
  });
}

/**
 * Opens a live message after something that cannot be taken back: a failure is logged, for the update must not be done
 * again. The list of announcements opens one too.
 */
export async function tryBoard(
  visit: StaffVisit,
  id: string,
  chat: string,
  parts: AnnounceParts,
): Promise<void> {
  try {
    await openBoard(visit, id, chat, parts);
  } catch (error) {
    visit.parts.logger.warn({ reason: describeFailure(error) }, 'a live message could not be sent');
  }
}
