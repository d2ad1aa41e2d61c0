import type { Clock } from '../operations/clock.ts';
import type { AnnouncementUpload, StoredAnnouncement } from '../store/ports/announcements.ts';
import type { Store } from '../store/ports/store.ts';
import type { Announcement, Audience } from './announcement.ts';
import { nextTurn } from './moments.ts';
import type { AnnouncementPolicy } from './policy.ts';

/** A new announcement as staff hand it over. */
export interface Handed {
  readonly definition: Announcement;
  /** When it goes out; now when left out. */
  readonly startsAt?: Date;
  /** Bytes of its photo or document, unless Telegram has them. */
  readonly file?: AnnouncementUpload;
}

/**
 * What staff do with announcements. `actor` is the Telegram id of who does it, `null` for the terminal; every act is in
 * the audit log. Acts that come too late, or twice, return false and change nothing.
 */
export interface Steering {
  /** Puts an announcement down; nothing is sent before it is confirmed. */
  draft(handed: Handed, actor: string | null): Promise<StoredAnnouncement>;
  /** Changes a draft. */
  redraft(id: string, definition: Announcement): Promise<boolean>;
  discard(id: string, actor: string | null): Promise<boolean>;
  /**
   * A draft goes out at its moment, or recurs from it.
   * @param paid by Telegram's paid lane, its cost having been confirmed
   */
  confirm(
    id: string,
    actor: string | null,
    options?: { readonly startsAt?: Date; readonly paid?: boolean },
  ): Promise<boolean>;
  pause(id: string, actor: string | null): Promise<boolean>;
  resume(id: string, actor: string | null): Promise<boolean>;
  /** Ends it: who still waits gets nothing. */
  stop(id: string, actor: string | null): Promise<boolean>;
  /** New texts, for everyone who got it and for those still waiting. `null` when it cannot be corrected. */
  correct(
    id: string,
    text: Announcement['text'],
    actor: string | null,
    why: string,
  ): Promise<StoredAnnouncement | null>;
  /** Deletes it at everyone who got it. Telegram lets a bot delete what is at most 48 hours old. */
  withdraw(id: string, actor: string | null, why: string): Promise<StoredAnnouncement | null>;
  /** Sends to the unclear again; returns how many. Some may get it twice. */
  resendUnclear(id: string, actor: string | null, why: string): Promise<number>;
  /** How many people an announcement would reach now. */
  reach(definition: Announcement): Promise<Reach>;
}

export interface Reach {
  readonly total: number;
  readonly byLocale: ReadonlyMap<string, number>;
  /** The number of recipients must be typed to confirm. */
  readonly typeCount: boolean;
  /** What the paid lane would cost, in Stars. */
  readonly stars: number;
}

/** Rows skipped at once when an announcement is stopped. */
const skipBatch = 10_000;

export function createSteering(
  store: Pick<Store, 'announcements' | 'ledger' | 'audit'>,
  policy: AnnouncementPolicy,
  clock: Clock,
): Steering {
  const { announcements, ledger } = store;
  const note = (action: string, target: string, actor: string | null, details: object = {}) =>
    store.audit.write({
      channel: 'telegram',
      actor,
      action: `announcement.${action}`,
      target,
      details: { ...details },
    });
  const noted = async (
    done: boolean,
    action: string,
    target: string,
    actor: string | null,
    details?: object,
  ): Promise<boolean> => {
    if (done) await note(action, target, actor, details);
    return done;
  };

  /** Only what went out, or was about to, can be changed at its readers. */
  const changeable = async (id: string): Promise<StoredAnnouncement | null> => {
    const found = await announcements.byId(id);
    if (found?.kind !== 'message' || found.withdrawnAt !== null) return null;
    return found.state === 'draft' ? null : found;
  };

  const end = async (id: string): Promise<boolean> => {
    if (!(await announcements.move(id, ['scheduled', 'sending', 'paused'], 'stopped'))) return false;
    while ((await ledger.skipRest(id, skipBatch)) === skipBatch);
    return true;
  };

  return {
    async draft({ definition, startsAt, file }, actor) {
      const made = await announcements.create({
        kind: definition.repeat === undefined ? 'message' : 'series',
        state: 'draft',
        definition,
        author: actor,
        startsAt: startsAt ?? clock.now(),
        ...(file === undefined ? {} : { file }),
      });
      await note('drafted', made.id, actor);
      return made;
    },

    async redraft(id, definition) {
      const found = await announcements.byId(id);
      return found?.state === 'draft' && (await announcements.redefine(id, definition));
    },

    discard: async (id, actor) => noted(await announcements.discard(id), 'discarded', id, actor),

    async confirm(id, actor, { startsAt, paid = false } = {}) {
      if (paid) await announcements.setPaid(id, true);
      const found = await announcements.byId(id);
      if (found?.kind === 'series' && found.state === 'draft') {
        const first = startsAt ?? found.startsAt;
        await announcements.redefine(id, { ...found.definition, repeat_from: first.toISOString() });
      }
      const done = await announcements.move(id, ['draft'], 'scheduled', startsAt);
      return noted(done, 'confirmed', id, actor, { paid, ...(startsAt ? { startsAt } : {}) });
    },

    pause: async (id, actor) =>
      noted(await announcements.move(id, ['scheduled', 'sending'], 'paused'), 'paused', id, actor),

    async resume(id, actor) {
      const found = await announcements.byId(id);
      if (found === null) return false;
      // Turns missed while a series was paused are not made up for.
      if (found.kind === 'series') {
        const startsAt = found.startsAt > clock.now() ? found.startsAt : nextTurn(found, clock.now());
        return noted(await announcements.move(id, ['paused'], 'scheduled', startsAt), 'resumed', id, actor);
      }
      const to = found.startedAt === null ? 'scheduled' : 'sending';
      return noted(await announcements.move(id, ['paused'], to), 'resumed', id, actor);
    },

    stop: async (id, actor) => noted(await end(id), 'stopped', id, actor),

    async correct(id, text, actor, why) {
      const found = await changeable(id);
      if (found === null) return null;
      const definition = { ...found.definition, text };
      // First the text itself: whoever sees the correction sends the new one to those still waiting.
      await announcements.redefine(id, definition);
      const made = await announcements.create({
        kind: 'correction',
        state: 'scheduled',
        definition: { ...definition, urgent: true },
        origin: id,
        author: actor,
        startsAt: clock.now(),
      });
      await note('corrected', id, actor, { why, correction: made.id });
      return made;
    },

    async withdraw(id, actor, why) {
      const found = await changeable(id);
      if (found === null) return null;
      await announcements.withdraw(id);
      await end(id);
      const made = await announcements.create({
        kind: 'withdrawal',
        state: 'scheduled',
        definition: { ...found.definition, urgent: true },
        origin: id,
        author: actor,
        startsAt: clock.now(),
      });
      await note('withdrawn', id, actor, { why, withdrawal: made.id });
      return made;
    },

    async resendUnclear(id, actor, why) {
      const count = await ledger.resendUnclear(id);
      if (count > 0) await note('resent_unclear', id, actor, { why, count });
      return count;
    },

    async reach(definition) {
      const skip = definition.text.ru === undefined && definition.without_ru === 'skip';
      const byLocale = await announcements.reach(definition.audience satisfies Audience, skip);
      const total = [...byLocale.values()].reduce((sum, count) => sum + count, 0);
      return {
        total,
        byLocale,
        typeCount: total > policy.confirm.type_count_above,
        stars: Math.ceil(total * policy.paid.stars_per_message),
      };
    },
  };
}
