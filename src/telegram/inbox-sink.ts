import type { Roster } from '../staff/roster.ts';
import type { Inbox } from '../store/ports/inbox.ts';
import type { TelegramLog } from './log.ts';
import type { Seal } from './seal.ts';
import { type Locate, privateSenderOf, readUpdate, type UpdateSink, updateIdOf } from './updates.ts';

/** Stores updates in the inbox, then wakes the worker. What cannot be read is counted in the log and let go. */
export function inboxSink(
  inbox: Pick<Inbox, 'store'>,
  seal: Pick<Seal, 'close'>,
  wake: () => void,
  logger: TelegramLog,
  roster?: Pick<Roster, 'has'>,
  locate?: Locate,
): UpdateSink {
  const byStaff = async (raw: unknown): Promise<boolean> => {
    const sender = privateSenderOf(raw);
    return sender !== null && roster !== undefined && (await roster.has(sender));
  };
  return {
    async accept(raws) {
      const read: { raw: unknown; update: ReturnType<typeof readUpdate> }[] = [];
      for (const raw of raws) read.push({ raw, update: readUpdate(raw, await byStaff(raw), locate) });
      for (const { raw, update } of read) {
        if (update === null) logger.debug({ updateId: updateIdOf(raw) }, 'an update of no use was let go');
      }
      const updates = read.flatMap(({ update }) => (update === null ? [] : [update]));
      if (updates.length === 0) return;
      await inbox.store(updates.map((update) => ({ ...update, payload: seal.close(update.payload) })));
      wake();
    },
  };
}
