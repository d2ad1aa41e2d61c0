import type { Clock } from '../../operations/clock.ts';
import type { Pause } from '../../operations/pause.ts';
import type { StoredAnnouncement } from '../../store/ports/announcements.ts';
import type { Claim, Claimant } from '../../store/ports/ledger.ts';
import type { Store } from '../../store/ports/store.ts';
import type { ComposeParts } from '../compose.ts';
import type { AnnouncementPolicy } from '../policy.ts';
import type { AnnouncementPost } from '../post.ts';
import { zonesNow } from '../quiet.ts';
import { createContents } from './content.ts';
import { dispatcher } from './dispatch.ts';
import { createInFlight } from './in-flight.ts';
import type { Pace } from './pace.ts';
import { spawnTurn } from './series.ts';
import { createSettler } from './settler.ts';

export interface SenderLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface SenderParts {
  readonly store: Pick<Store, 'announcements' | 'ledger'>;
  readonly post: AnnouncementPost;
  readonly compose: ComposeParts;
  readonly policy: AnnouncementPolicy;
  /** Outlives the runs: what the channel asked to wait holds for the next one too. */
  readonly pace: Pace;
  /** `ANNOUNCE_RATE`, messages a second. */
  readonly rate: number;
  /** `ANNOUNCE_PAID`. */
  readonly paid: boolean;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly random: () => number;
  readonly logger: SenderLog;
}

/** Recipients claimed at once: what a tenth of a second sends. After a crash no more than these are unclear. */
const batchOf = (rate: number): number => Math.min(200, Math.max(1, Math.ceil(rate / 10)));
/** Calls at once: enough for answers that take a fifth of a second. */
const callsOf = (rate: number): number => Math.min(200, Math.max(4, Math.ceil(rate / 5)));
/** A longer wait gives claimed recipients back, so that a crash meanwhile leaves nobody unclear. */
const longHoldMs = 2000;
/** A chat takes one message a second. */
const chatMs = 1000;
const lookAgainMs = 500;
/** Ends noted and not written above which nothing new is begun: a crash would make them unclear. */
const unwrittenOf = (rate: number): number => Math.max(10, Math.ceil(rate / 10));
/** So long the last ends may take to be written when the product stops. */
const closeMs = 3000;

/**
 * Sends what the ledger holds until nothing can be sent now: everybody is settled, the rest waits for the morning, or
 * the signal aborted. Only one process may run it at a time; another one that still does by mistake cannot double
 * anything, because each recipient is claimed once.
 */
export async function sendDue(parts: SenderParts, claimant: Claimant, signal: AbortSignal): Promise<void> {
  const { store, policy, pace, clock, logger } = parts;
  const { announcements, ledger } = store;
  const settler = createSettler(ledger, claimant, parts.pause, logger);
  const flight = createInFlight();
  const contents = createContents(announcements, parts.compose);
  const calls = dispatcher(parts, settler, contents);
  const seen = new Set<string>();

  try {
    while (!signal.aborted) {
      const held = pace.heldMs();
      if (held > 0) await parts.pause(Math.min(held, lookAgainMs), signal);
      else if (!(await step())) break;
    }
  } finally {
    await flight.drain();
    await settler.close(closeMs);
  }

  /** Does the most urgent thing there is; false when there is nothing to do now. */
  async function step(): Promise<boolean> {
    let moved = false;
    const due = await announcements.due(clock.now());
    for (const announcement of due) {
      if (announcement.kind === 'series') {
        await spawnTurn(announcements, announcement, clock);
        moved = true;
      } else if (await prepare(announcement)) moved = true;
      // The list is read anew after each batch: a pause, a correction or something urgent counts at once.
      else if (await sendSome(announcement)) return true;
    }
    if (moved) return true;
    if (flight.size > 0 || settler.size > 0) {
      await flight.drain();
      await settler.flush();
      return true;
    }
    for (const { id, kind } of due)
      if (kind !== 'series' && (await ledger.finish(id))) logger.info({ id, kind }, 'an announcement is out');
    return false;
  }

  /** Gets an announcement ready a step further; false when it is. */
  async function prepare(announcement: StoredAnnouncement): Promise<boolean> {
    const { id, kind, state, resolvedAt } = announcement;
    if (!seen.has(id)) {
      seen.add(id);
      const unclear = await ledger.abandon(id, claimant);
      if (unclear > 0) logger.warn({ id, unclear }, 'calls of an ended process are listed as unclear');
    }
    if (state === 'scheduled') return await announcements.move(id, ['scheduled'], 'sending');
    if (resolvedAt !== null) return false;
    if (kind !== 'message') {
      // Messages still on their way carry the old text: they must be in the ledger before it is read.
      await flight.drain();
      await settler.flush();
    }
    await ledger.resolve(announcement, policy.zones, policy.sending.resolve_batch);
    return true;
  }

  /** Sends one batch; false when nobody can be sent to now. */
  async function sendSome(announcement: StoredAnnouncement): Promise<boolean> {
    const { id, kind, definition } = announcement;
    const paid = announcement.paid && parts.paid && kind === 'message';
    const rate = paid ? policy.paid.rate : parts.rate;
    const uploads = contents.mustUpload(announcement);
    // Corrections and withdrawals make no sound by themselves.
    const { zones, silent } = zonesNow(policy, definition.urgent || kind !== 'message', clock.now());
    pace.setRate(rate);
    const claims = await ledger.claim(id, claimant, { zones, limit: uploads ? 1 : batchOf(rate) });
    for (const [index, claim] of claims.entries()) {
      if (settler.size > unwrittenOf(rate)) await settler.flush();
      await flight.below(calls.troubled() ? 1 : callsOf(rate));
      if (kind === 'message' && pace.tooSoon(claim.chat)) {
        giveBack(id, [claim], chatMs);
        continue;
      }
      const ended = pace.heldMs() > longHoldMs ? null : await pace.turn(signal, claim.chat);
      if (ended === null) {
        giveBack(id, claims.slice(index));
        break;
      }
      flight.start(() =>
        calls.make(announcement, claim, { paid, silent: silent(claim.zone) }).finally(ended),
      );
    }
    // Until Telegram has the file, each message would upload it again.
    if (uploads) await flight.drain();
    return claims.length > 0;
  }

  /** Lets claims wait again that surely were not sent. */
  function giveBack(id: string, claims: readonly Claim[], afterMs = 0): void {
    const dueAt = new Date(clock.now().getTime() + afterMs);
    for (const { personId } of claims) settler.note(id, { personId, state: 'waiting', dueAt, tried: false });
  }
}
