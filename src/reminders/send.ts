import type { Core } from '../core.ts';
import type { Courier, DeliveryOutcome } from '../delivery/courier.ts';
import type { Clock } from '../knowledge/almaty-time.ts';
import { paragraph, reply } from '../messages/build.ts';
import { plainText } from '../messages/plain.ts';
import type { Reply } from '../messages/reply.ts';
import { createSpeaker } from '../messages/speaker.ts';
import { type Channel, channels } from '../store/ports/people.ts';
import type { ClaimedReminder } from '../store/ports/reminders.ts';
import type { Store } from '../store/ports/store.ts';
import { reminderReply } from './message.ts';
import { type ReminderPolicy, zoneOf } from './policy.ts';
import { snoozeFor } from './schedule.ts';
import { subjectOf } from './subject.ts';
import { dayIn } from './zone-time.ts';

/** What sending works with. */
export interface SendParts {
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly store: Pick<Store, 'reminders' | 'people'>;
  readonly courier: Courier;
  readonly clock: Clock;
  readonly policy: ReminderPolicy;
  readonly logger: { warn(details: object, message: string): void };
}

/** How reminders of one run ended. `dropped`: the person cannot be reached any more. */
export type SendReport = Record<'sent' | 'dropped' | 'waiting' | 'unclear' | 'failed', number>;

/** A claim outlives the longest call by far: one that ran out belongs to a process that is gone. */
const claimMs = 3 * 60_000;
/** Longest wait before one that did not go out is tried again. */
const longestWaitMs = 15 * 60_000;

/**
 * Sends what is due, once.
 *
 * A reminder is marked as being sent before the call and deleted after it. A process killed in between leaves it marked,
 * and nobody can know whether the message went out: it is not repeated but shown as unclear in `/reminders`. What surely
 * did not go out (too many calls, nobody reached) comes again. A channel that asks to wait is left alone for as long; the
 * other one goes on.
 */
export function reminderSender(parts: SendParts): (signal: AbortSignal) => Promise<SendReport> {
  const { store, policy, clock } = parts;
  const pausedUntil = new Map<Channel, number>();

  return async (signal) => {
    const report: SendReport = { sent: 0, dropped: 0, waiting: 0, unclear: 0, failed: 0 };
    while (!signal.aborted) {
      const now = clock.now().getTime();
      const open = channels.filter((channel) => (pausedUntil.get(channel) ?? 0) <= now);
      const claims = await store.reminders.claim({
        channels: open,
        limit: policy.at_once,
        leaseMs: claimMs,
      });
      if (claims.length === 0) break;
      for (const end of await Promise.all(claims.map(sendOne))) report[end] += 1;
    }
    return report;
  };

  async function sendOne(claim: ClaimedReminder): Promise<keyof SendReport> {
    const person = claim.blocked ? null : await store.people.byId(claim.personId);
    if (person === null) {
      await store.reminders.done(claim);
      return 'dropped';
    }
    const to = { channel: claim.channel, id: claim.externalId };
    const message = await composed(claim, person.locale ?? 'kk');
    let outcome = await handed(to, message);
    // Refused for its form: a missed day costs a fine, so it goes out as bare text.
    if (outcome.type === 'failed' && outcome.reason === 'refused')
      outcome = await handed(to, reply(message.locale, [paragraph(plainText(message))]));
    return await settled(claim, outcome);
  }

  async function composed(claim: ClaimedReminder, locale: Reply['locale']): Promise<Reply> {
    const { knowledge, speaking } = parts.core();
    const zone = zoneOf(policy, await store.reminders.zoneOf(claim.personId)).zone;
    const now = clock.now();
    const today = dayIn(zone, now);
    const speaker = createSpeaker(speaking, locale, today);
    try {
      const subject = subjectOf(knowledge, claim.about, today);
      const snooze = snoozeFor(claim.lastDay, { policy, calendar: knowledge.calendar, zone, now }) !== null;
      return reminderReply(claim, subject, knowledge, speaker, today, snooze);
    } catch (error) {
      // Content that cannot be put into words must not cost the day itself.
      parts.logger.warn({ err: error, about: claim.about }, 'a reminder could not be composed in full');
      return reminderReply(claim, null, knowledge, speaker, today, false);
    }
  }

  async function handed(to: Parameters<Courier['deliver']>[0], message: Reply): Promise<DeliveryOutcome> {
    try {
      return await parts.courier.deliver(to, message);
    } catch (error) {
      parts.logger.warn({ err: error }, 'handing over a reminder failed');
      return { type: 'unclear', words: 'the courier failed' };
    }
  }

  async function settled(claim: ClaimedReminder, outcome: DeliveryOutcome): Promise<keyof SendReport> {
    switch (outcome.type) {
      case 'delivered':
        await store.reminders.done(claim);
        return 'sent';
      case 'unclear':
        await store.reminders.settle(claim, 'unclear');
        return 'unclear';
      case 'later': {
        const now = clock.now().getTime();
        const wait = Math.max(outcome.afterMs, backoffMs(claim.attempts));
        await store.reminders.later(
          claim,
          new Date(now + (outcome.why === 'flood' ? outcome.afterMs : wait)),
        );
        pausedUntil.set(claim.channel, now + outcome.afterMs);
        return 'waiting';
      }
      case 'failed':
        if (outcome.reason === 'refused' || outcome.reason === 'gave_up' || outcome.reason === 'too_old') {
          parts.logger.warn({ reason: outcome.words }, 'a reminder was refused');
          await store.reminders.settle(claim, 'failed');
          return 'failed';
        }
        await store.people.block(claim.personId);
        await store.reminders.done(claim);
        return 'dropped';
    }
  }
}

function backoffMs(attempts: number): number {
  return Math.min(longestWaitMs, 5000 * 2 ** Math.min(attempts, 10));
}
