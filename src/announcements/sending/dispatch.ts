import type { DeliveryOutcome } from '../../delivery/courier.ts';
import { backoff } from '../../operations/pause.ts';
import type { StoredAnnouncement } from '../../store/ports/announcements.ts';
import type { Claim } from '../../store/ports/ledger.ts';
import type { PostContent, PostOptions } from '../post.ts';
import type { Contents } from './content.ts';
import { type Consequence, settlementOf } from './outcome.ts';
import type { SenderParts } from './sender.ts';
import type { Settler } from './settler.ts';

/** Makes single calls, notes how they ended, and slows everything down when the channel asks for it or is in trouble. */
export interface Dispatcher {
  /** Never throws. */
  make(announcement: StoredAnnouncement, claim: Claim, how: PostOptions): Promise<void>;
  /** The last calls had no clear answer: only one at a time should be made until one has. */
  troubled(): boolean;
}

/** Wait before what could not be put together is tried again. */
const retryMs = 5000;
/** Longest wait between looks at a channel that is down. */
const longestWaitMs = 60_000;

export function dispatcher(parts: SenderParts, settler: Settler, contents: Contents): Dispatcher {
  const { policy, pace, clock, random, logger } = parts;
  const { tries, trouble_after: troubleAfter } = policy.sending;
  /** Calls in a row without a clear answer. */
  let trouble = 0;

  const follow = (consequence: Consequence): void => {
    switch (consequence.type) {
      case 'clear':
        trouble = 0;
        return;
      case 'flood':
        trouble = 0;
        pace.hold(consequence.ms);
        pace.ease();
        logger.warn({ seconds: consequence.ms / 1000 }, 'Telegram asks announcements to wait');
        return;
      case 'token':
        pace.hold(consequence.ms);
        logger.error({}, 'Telegram refuses BOT_TOKEN: announcements wait until it is right again');
        return;
      case 'trouble':
        trouble += 1;
        if (trouble < troubleAfter) return;
        // Every call made now would only make another unclear recipient.
        pace.hold(backoff(trouble - troubleAfter + 1, random, 1000, longestWaitMs));
        logger.warn({ calls: trouble }, 'Telegram gives no clear answers: announcements wait');
    }
  };

  const call = async (
    announcement: StoredAnnouncement,
    claim: Claim,
    content: PostContent,
    how: PostOptions,
  ): Promise<DeliveryOutcome<string | null>> => {
    const { post } = parts;
    const { chat, messageId } = claim;
    if (announcement.kind === 'message') {
      const outcome = await post.send(chat, content, how);
      if (outcome.type !== 'delivered') return outcome;
      const { fileId } = outcome.value;
      if (fileId !== null && announcement.definition.media?.file_id === undefined)
        await contents.uploaded(announcement, fileId).catch((error: unknown) => {
          logger.warn({ err: error, id: announcement.id }, 'the id of an uploaded file could not be kept');
        });
      return { type: 'delivered', value: outcome.value.messageId };
    }
    if (messageId === null) return { type: 'failed', reason: 'refused', words: 'no message to change' };
    return announcement.kind === 'correction'
      ? await post.edit(chat, messageId, content)
      : await post.remove(chat, messageId);
  };

  return {
    troubled: () => trouble >= troubleAfter,

    async make(announcement, claim, how) {
      const { id } = announcement;
      const outcome = await outcomeFor(announcement, claim, how);
      const { settlement, consequence } = settlementOf(claim, outcome, {
        now: clock.now(),
        tries,
        messageIdOf: (value) => value,
      });
      settler.note(id, settlement);
      follow(consequence);
    },
  };

  async function outcomeFor(
    announcement: StoredAnnouncement,
    claim: Claim,
    how: PostOptions,
  ): Promise<DeliveryOutcome<string | null>> {
    const { id } = announcement;
    let content: PostContent | null;
    try {
      content = await contents.of(announcement, claim.locale);
    } catch (error) {
      // The database with the file is away, or the content is being changed: nothing was sent.
      logger.error({ err: error, id }, 'an announcement could not be put together; tried again');
      return { type: 'later', afterMs: retryMs, why: 'not_sent' };
    }
    if (content === null) return { type: 'failed', reason: 'refused', words: 'no text for this reader' };
    try {
      return await call(announcement, claim, content, how);
    } catch (error) {
      // Not a failed call but a fault of ours: it must not stop the others, nor be tried for ever.
      logger.error({ err: error, id }, 'an announcement could not be sent to somebody');
      return { type: 'failed', reason: 'refused', words: error instanceof Error ? error.message : 'a fault' };
    }
  }
}
