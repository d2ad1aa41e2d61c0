import type { Clock } from '../operations/clock.ts';
import type { Staff } from '../store/ports/staff.ts';

/**
 * Who is staff, from memory: asked for every update, so it must not cost a query each. Good for deciding what is worth
 * a closer look; what somebody may do is read from the store at that very moment.
 */
export interface Roster {
  has(externalId: string): Promise<boolean>;
  /** Forgets what is remembered, after a change made here. */
  changed(): void;
}

/** A member added by another process is known after this long. */
const goodForMs = 3_000;

/** The staff of Telegram. A store that does not answer leaves the last known list in force. */
export function createRoster(
  staff: Pick<Staff, 'list'>,
  clock: Clock,
  onError: (error: unknown) => void = () => undefined,
): Roster {
  let known: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    try {
      const members = await staff.list();
      known = new Set(members.filter((one) => one.channel === 'telegram').map((one) => one.externalId));
    } catch (error) {
      onError(error);
    } finally {
      readAt = clock.now().getTime();
      reading = undefined;
    }
  };
  return {
    async has(externalId) {
      if (clock.now().getTime() - readAt >= goodForMs) {
        reading ??= read();
        await reading;
      }
      return known.has(externalId);
    },
    changed() {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}
