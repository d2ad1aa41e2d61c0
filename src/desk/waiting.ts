import { z } from 'zod';
import type { Clock } from '../operations/clock.ts';
import type { Person } from '../store/ports/people.ts';
import type { Store } from '../store/ports/store.ts';

/** Whether a person's next message is the one they want to send to the staff. */
export interface Waiting {
  begin(person: Person): Promise<void>;
  is(person: Person): Promise<boolean>;
  /** Ends it; false = there was nothing to end. */
  end(person: Person): Promise<boolean>;
}

const State = z.object({ since: z.number() });

/** Kept where retention and `/delete_me` find it. Old ones count as ended: by then a message is a question again. */
export function waitingStore(
  store: Pick<Store, 'conversations'>,
  clock: Clock,
  lifetimeMinutes: number,
): Waiting {
  const key = (person: Person) => `desk:${person.externalId}`;
  const is: Waiting['is'] = async (person) => {
    const kept = State.safeParse((await store.conversations.read(person.channel, key(person)))?.value);
    return kept.success && clock.now().getTime() - kept.data.since < lifetimeMinutes * 60_000;
  };
  return {
    is,
    async begin(person) {
      const state = { since: clock.now().getTime() };
      await store.conversations.write(person.channel, key(person), state, { owner: person.externalId });
    },
    async end(person) {
      if (!(await is(person))) return false;
      await store.conversations.delete(person.channel, key(person));
      return true;
    },
  };
}
