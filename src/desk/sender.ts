import type { Answerer } from '../answer/answerer.ts';
import type { Courier, DeliveryOutcome } from '../delivery/courier.ts';
import type { Locale } from '../language/locale.ts';
import { note, reply } from '../messages/build.ts';
import type { Reply } from '../messages/reply.ts';
import type { Clock } from '../operations/clock.ts';
import type { DeskThread } from '../store/ports/desk.ts';
import type { Outgoing } from '../store/ports/outgoing.ts';
import type { Person } from '../store/ports/people.ts';
import type { Store } from '../store/ports/store.ts';
import type { Desk } from './desk.ts';
import { PersonMessage, type StaffMessage } from './messages.ts';
import type { DeskParts } from './parts.ts';
import { personReply } from './person-words.ts';
import type { PostOutcome, StaffGroup } from './staff-group.ts';

export interface SenderParts {
  readonly store: Pick<Store, 'desk' | 'outgoing' | 'people'>;
  readonly desk: Desk;
  /** `null`: no group is set; messages for it wait. */
  readonly group: StaffGroup | null;
  readonly courier: Courier;
  readonly speaker: DeskParts['speaker'];
  readonly staffLocale: DeskParts['policy']['staff_locale'];
  readonly answerer: () => Answerer;
  readonly clock: Clock;
  readonly logger: { warn(details: object, message: string): void };
}

/** Lines served at once: people do not wait for each other, and Telegram is not stormed. */
const atOnce = 4;
/**
 * A message whose arrival is unclear is sent once more: a person without their answer is worse off than one who reads
 * it twice. Then it is told to the staff as unclear.
 */
const mostUnclear = 2;
/** The group cannot be written to (the bot was removed): an administrator must act, so there is no hurry. */
const groupLostMs = 60_000;
const afterErrorMs = 15_000;

/** Sends what lies in the desk's queue: one message of each line at a time, each outcome settled before the next. */
export interface DeskSender {
  /** Sends what is due now; returns how many messages were in hand. */
  sendDue(): Promise<number>;
}

export function createDeskSender(parts: SenderParts): DeskSender {
  const { store, group, logger } = parts;
  const queue = store.outgoing;
  /** Until when Telegram asks everybody to wait: in the group, and in people's chats. */
  const paused = { staff: 0, people: 0 };

  return {
    async sendDue() {
      const claimed = await queue.claim(atOnce);
      await Promise.all(
        claimed.map(async (message) => {
          const wait = paused[message.toStaff ? 'staff' : 'people'] - parts.clock.now().getTime();
          if (wait > 0) return await queue.later(message.seq, wait, { uncounted: true });
          try {
            await (message.toStaff ? sendToStaff(message) : sendToPerson(message));
          } catch (error) {
            logger.warn({ err: error }, 'a message of the desk could not be handled; tried again');
            await queue.later(message.seq, afterErrorMs);
          }
        }),
      );
      return claimed.length;
    },
  };

  // ── To the person ──

  async function sendToPerson(message: Outgoing): Promise<void> {
    const { seq } = message;
    const person = await store.people.byId(message.personId ?? '');
    const payload = PersonMessage.safeParse(message.payload);
    if (person === null || !payload.success)
      return queue.settle(seq, { state: 'failed', reason: 'the person or the message is gone' });
    const reply = personReply(
      payload.data,
      parts.speaker(await localeFor(payload.data, person)),
      parts.answerer(),
    );
    if (reply === null) {
      await queue.settle(seq, { state: 'failed', reason: 'the entry is gone' });
      return tellStaff(message, 'entry_gone');
    }
    const outcome = await parts.courier.deliver({ channel: person.channel, id: person.externalId }, reply);
    if (outcome.type === 'delivered') {
      await queue.settle(seq, { state: 'sent' });
      const from = 'origin' in payload.data ? payload.data.origin : undefined;
      if (from !== undefined) await group?.markDelivered(from.chat, from.message);
      return;
    }
    if (outcome.type === 'failed' && outcome.reason === 'blocked') {
      // Kept: it goes out when the person comes back to the bot.
      await store.people.block(person.id);
      await queue.later(seq, 0, { uncounted: true });
      return tellStaff(message, 'blocked');
    }
    if (await again(message, outcome)) return;
    await tellStaff(message, outcome.type === 'unclear' ? 'unclear' : 'not_delivered');
  }

  /** The language and script of what the person wrote, whatever they set since: an answer is in the words of its question. */
  async function localeFor(message: PersonMessage, person: Person): Promise<Locale> {
    if (message.kind === 'answer') return message.locale;
    return (await store.desk.threadOf(person.id))?.locale ?? person.locale ?? 'kk';
  }

  /** Puts a message back, or ends it. @returns whether it will be tried again */
  async function again(
    { seq, tries, toStaff }: Outgoing,
    outcome: Exclude<DeliveryOutcome<never>, { type: 'delivered' }>,
  ): Promise<boolean> {
    switch (outcome.type) {
      case 'later':
        if (outcome.why === 'flood')
          paused[toStaff ? 'staff' : 'people'] = parts.clock.now().getTime() + outcome.afterMs;
        await queue.later(seq, outcome.afterMs, { uncounted: true });
        return true;
      case 'unclear':
        if (tries < mostUnclear) {
          await queue.later(seq, 0);
          return true;
        }
        await queue.settle(seq, { state: 'unclear', reason: outcome.words });
        return false;
      case 'failed':
        await queue.settle(seq, { state: 'failed', reason: `${outcome.reason}: ${outcome.words}` });
        return false;
    }
  }

  async function tellStaff(message: Outgoing, what: string): Promise<void> {
    const thread = await store.desk.threadOf(message.personId ?? '');
    if (thread === null) return;
    const text = parts.speaker(parts.staffLocale).t(`desk.staff.${what}`);
    await parts.desk.noteFor(thread, `${what}:${message.seq}`, text);
  }

  // ── To the staff ──

  async function sendToStaff(message: Outgoing): Promise<void> {
    const { seq } = message;
    const payload = message.payload as StaffMessage;
    if (group === null) return queue.later(seq, groupLostMs, { uncounted: true });
    if (payload.kind === 'delete_topic') {
      await group.deleteTopic(payload.chat, payload.topic);
      return queue.settle(seq, { state: 'sent' });
    }
    const thread = await store.desk.threadOf(message.personId ?? '');
    if (thread === null) return queue.settle(seq, { state: 'failed', reason: 'the person is gone' });
    if (payload.kind === 'close_topic') {
      if (thread.chat === group.chat && thread.topic !== null) await group.closeTopic(thread.topic);
      return queue.settle(seq, { state: 'sent' });
    }
    const topic = await topicFor(thread, payload.title, group);
    if (topic.type !== 'there') return lost(message, topic);
    if (payload.kind === 'card' && topic.topic !== null && !topic.fresh) await group.openTopic(topic.topic);
    const outcome = await group.post(topic.topic, numbered(payload.reply, thread, topic.topic));
    switch (outcome.type) {
      case 'delivered':
        return queue.settle(seq, { state: 'sent', chat: group.chat, messageId: outcome.value });
      case 'gone':
        // Somebody deleted the topic: the person's next place is a new one.
        await store.desk.place(thread.number, null, null);
        return queue.later(seq, 0, { uncounted: true });
      case 'closed':
        if (topic.topic !== null) await group.openTopic(topic.topic);
        return queue.later(seq, 0);
      default:
        return lost(message, outcome);
    }
  }

  /** The staff cannot be reached just now: the message waits, however long it takes. */
  async function lost(
    message: Outgoing,
    outcome: Exclude<DeliveryOutcome<never>, { type: 'delivered' }>,
  ): Promise<void> {
    if (outcome.type === 'failed' && outcome.reason !== 'refused') {
      logger.warn({ reason: outcome.words }, 'the staff group cannot be written to; messages wait for it');
      return queue.later(message.seq, groupLostMs, { uncounted: true });
    }
    if (!(await again(message, outcome)) && outcome.type !== 'later')
      logger.warn({ reason: outcome.words }, 'a message for the staff group did not surely arrive');
  }

  type Topic = { readonly type: 'there'; readonly topic: number | null; readonly fresh: boolean };

  async function topicFor(
    thread: DeskThread,
    title: string,
    to: StaffGroup,
  ): Promise<Topic | Exclude<DeliveryOutcome<never>, { type: 'delivered' }>> {
    if (thread.chat === to.chat) return { type: 'there', topic: thread.topic, fresh: false };
    const made = await to.createTopic(title);
    switch (made.type) {
      case 'delivered':
        await store.desk.place(thread.number, to.chat, made.value);
        return { type: 'there', topic: made.value, fresh: true };
      case 'no_topics':
        logger.warn({ reason: made.words }, 'the staff group has no topics; staff answer by replies');
        await store.desk.place(thread.number, to.chat, null);
        return { type: 'there', topic: null, fresh: true };
      default:
        return made;
    }
  }

  /** Without topics everybody's messages stand in one chat: each must say whose it is. */
  function numbered(said: Reply, thread: DeskThread, topic: number | null): Reply {
    if (topic !== null) return said;
    const { t } = parts.speaker(parts.staffLocale);
    const head = note('info', t('desk.staff.number', { number: thread.number }));
    return reply(said.locale, [head, ...said.blocks], said.buttons);
  }
}

export type { PostOutcome };
