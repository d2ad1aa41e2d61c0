import { type Progress, progressOf, rateBetween } from '../../../announcements/progress.ts';
import type { Locale } from '../../../language/locale.ts';
import type { Texts } from '../../../messages/texts.ts';
import { type Job, runJob } from '../../../operations/job.ts';
import { may } from '../../../staff/permissions.ts';
import type { Board } from '../../../store/ports/boards.ts';
import type { TelegramCourier } from '../../courier.ts';
import { describeFailure } from '../../failure.ts';
import type { TelegramLog } from '../../log.ts';
import { boardReply, renderBoard, shownAs } from '../announce/board.ts';
import type { AnnounceParts } from '../announce/parts.ts';
import { sendReport } from './report.ts';

export interface FollowParts extends Pick<AnnounceParts, 'core' | 'clock' | 'store'> {
  /** Edits are single calls: a flood makes the board late, never the announcement. */
  readonly courier: Pick<TelegramCourier, 'call'>;
  readonly texts: Texts;
  readonly logger: TelegramLog;
}

/** Telegram lets a message be edited about once a second; two seconds leave room for the answers to presses. */
const everyMs = 2_000;
const leaseMs = 15_000;

/** Follows announcements until the signal aborts, in one process at a time. */
export function startFollowing(
  parts: FollowParts & Pick<Job, 'owner' | 'leases' | 'signal' | 'logger'>,
): Promise<void> {
  const follower = createFollower(parts);
  const { owner, leases, signal, logger } = parts;
  return runJob({
    name: 'announcement boards',
    owner,
    everyMs,
    leaseMs,
    leases,
    signal,
    logger,
    run: () => follower.look(),
  });
}

/** How far back the rate looks: a shorter span jumps, a longer one hides that it has slowed down. */
const spanMs = 10_000;
const over: ReadonlySet<string> = new Set(['done', 'stopped']);

/** Keeps the live messages up to date; call `look` every two seconds at most, in one process at a time. */
export interface Follower {
  look(): Promise<void>;
}

export function createFollower(parts: FollowParts): Follower {
  const { store, clock, courier, texts, logger } = parts;
  /** What was settled when, by announcement. Only for the rate: another process begins without it. */
  const seen = new Map<string, { settled: number; at: Date }[]>();

  const rateOf = (id: string, progress: Progress): number | null => {
    const now = { settled: progress.settled, at: clock.now() };
    const looks = (seen.get(id) ?? []).filter(({ at }) => now.at.getTime() - at.getTime() <= spanMs);
    const [first] = looks;
    seen.set(id, [...looks, now]);
    return first === undefined ? null : rateBetween(first, now);
  };

  const refresh = async (board: Board): Promise<void> => {
    const { announcement: id, chat, messageId, locale } = board;
    const progress = await progressOf(store, id, clock.now());
    // Staff no more: figures and buttons are not for them.
    const reader = may(await store.staff.roleOf('telegram', chat), 'announcements');
    if (progress === null || !reader) {
      await store.boards.close(id);
      return;
    }
    const message = renderBoard(boardReply(progress, rateOf(id, progress), locale, parts), texts);
    const shown = shownAs(message);
    if (shown !== board.shown) {
      const { text, entities, keyboard } = message;
      const outcome = await courier.call((api) =>
        api.editMessageText(chat, messageId, text, {
          entities,
          ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
        }),
      );
      // Tried again at the next look: what it shows is noted only once it is shown.
      if (outcome.type === 'later' || outcome.type === 'unclear') return;
      await store.boards.showed(board, shown);
    }
    if (over.has(progress.announcement.state) && (await store.boards.close(id)))
      await end(progress, chat, locale);
  };

  const end = async ({ announcement }: Progress, chat: string, locale: Locale): Promise<void> => {
    seen.delete(announcement.id);
    if (announcement.kind !== 'message') return;
    const { id } = announcement;
    const outcome = await courier.call((api) => sendReport(api, chat, locale, id, parts, texts));
    if (outcome.type !== 'delivered')
      logger.warn(
        { announcement: id, outcome: outcome.type },
        'the report of an announcement was not delivered',
      );
  };

  return {
    async look() {
      for (const board of await store.boards.list()) {
        try {
          await refresh(board);
        } catch (error) {
          logger.warn(
            { announcement: board.announcement, reason: describeFailure(error) },
            'a live message could not be brought up to date',
          );
        }
      }
    },
  };
}
