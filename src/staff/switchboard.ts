import type { Clock } from '../operations/clock.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { Audit } from '../store/ports/audit.ts';
import type { Channel } from '../store/ports/people.ts';
import type { ChannelOff, Switches } from '../store/ports/switches.ts';

/** Which channels give answers, and the way to change that. */
export interface Switchboard {
  /** How a channel is switched off; `null` = it is on. From memory, at most two seconds old. */
  off(channel: Channel): Promise<ChannelOff | null>;
  turnOff(actor: string | null, change: Omit<ChannelOff, 'since'>): Promise<void>;
  /** False = it was on. */
  turnOn(actor: string | null, channel: Channel, reason: string): Promise<boolean>;
}

/** A switch turned by another process is seen after this long. */
const goodForMs = 2_000;

export interface SwitchboardParts {
  readonly switches: Switches;
  readonly audit: Audit;
  readonly clock: Clock;
  /** Told when the store does not answer; the last known state stays in force. */
  readonly onError?: (error: unknown) => void;
}

export function createSwitchboard({ switches, audit, clock, onError }: SwitchboardParts): Switchboard {
  let known: readonly ChannelOff[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    try {
      known = await switches.list();
    } catch (error) {
      onError?.(error);
    } finally {
      readAt = clock.now().getTime();
      reading = undefined;
    }
  };
  const fresh = async (): Promise<readonly ChannelOff[]> => {
    if (clock.now().getTime() - readAt >= goodForMs) {
      reading ??= read();
      await reading;
    }
    return known;
  };
  return {
    async off(channel) {
      return (await fresh()).find((one) => one.channel === channel) ?? null;
    },
    async turnOff(actor, change) {
      const reason = maskPersonal(change.reason);
      await switches.off({ ...change, reason });
      readAt = Number.NEGATIVE_INFINITY;
      await audit.write({
        channel: 'telegram',
        actor,
        action: 'channel.off',
        target: change.channel,
        details: { reason, banner: change.banner },
      });
    },
    async turnOn(actor, channel, reason) {
      const was = await switches.on(channel);
      readAt = Number.NEGATIVE_INFINITY;
      if (!was) return false;
      await audit.write({
        channel: 'telegram',
        actor,
        action: 'channel.on',
        target: channel,
        details: { reason: maskPersonal(reason) },
      });
      return true;
    },
  };
}
