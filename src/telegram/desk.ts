import type { Courier } from '../delivery/courier.ts';
import type { JoinedDesk } from '../desk/join.ts';
import { type DeskJob, runDesk } from '../desk/run.ts';
import { createDeskSender } from '../desk/sender.ts';
import type { Texts } from '../messages/texts.ts';
import type { Store } from '../store/ports/store.ts';
import type { TelegramCourier } from './courier.ts';
import { deskFeature } from './features/desk.ts';
import type { FeatureParts } from './parts.ts';
import { createStaffGroup } from './staff-group.ts';

/** The staff's group as a feature of the bot. */
export function deskOfBot({ desk, parts }: JoinedDesk, group: string, store: Store) {
  const { maskPersonal, policy } = parts;
  return (bot: FeatureParts) =>
    deskFeature(bot, { desk, group, store, maskPersonal, locale: policy.staff_locale });
}

/** Keeps sending what lies in the desk's queue. Resolves when the signal aborts and the message in hand is settled. */
export function startDesk(
  { desk, parts, rousing }: JoinedDesk,
  options: Pick<DeskJob, 'owner' | 'signal' | 'logger' | 'lookMs'> & {
    /** Id of the staff's group; without one only people are written to. */
    readonly group: string | null;
    readonly store: Store;
    readonly texts: Texts;
    readonly telegram: Pick<TelegramCourier, 'call'>;
    /** Reaches people on every channel. */
    readonly courier: Courier;
  },
): Promise<void> {
  const { store } = options;
  const sender = createDeskSender({
    store,
    desk,
    group: options.group === null ? null : createStaffGroup(options.group, options.telegram, options.texts),
    courier: options.courier,
    speaker: parts.speaker,
    staffLocale: parts.policy.staff_locale,
    answerer: parts.answerer,
    clock: parts.clock,
    logger: options.logger,
  });
  return runDesk({ ...options, desk, sender, queue: store.outgoing, leases: store.leases }, rousing);
}
