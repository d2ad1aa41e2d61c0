import { GuideState } from '../guides/engine.ts';
import type { Store } from '../store/ports/store.ts';
import type { Visit } from './module.ts';

/** Where a person is in a guide, and which writing of it this is. */
export interface KeptGuide {
  readonly state: GuideState;
  readonly revision: number;
}

/** The running guide of each person: one at a time, on each channel its own. */
export interface GuideStore {
  read(visit: Visit): Promise<KeptGuide | null>;
  /**
   * Keeps a state. `false`: another tap or tab wrote meanwhile and nothing was kept.
   *
   * @param revision the writing that the state was made from; 0 when there was none
   */
  keep(visit: Visit, state: GuideState, revision: number): Promise<boolean>;
  forget(visit: Visit): Promise<void>;
}

/** Guides' states in the store of conversations, where retention and `/delete_me` find them. */
export function guideStore(store: Pick<Store, 'conversations'>): GuideStore {
  // Telegram's own conversations are kept in the same table under the bare id.
  const key = (visit: Visit) => `guide:${visit.person.externalId}`;
  return {
    async read(visit) {
      const stored = await store.conversations.read(visit.person.channel, key(visit));
      const state = GuideState.safeParse(stored?.value);
      if (stored === null) return null;
      if (state.success) return { state: state.data, revision: stored.revision };
      // A state of an older shape is no state; left in place it would refuse every new beginning.
      await store.conversations.delete(visit.person.channel, key(visit));
      return null;
    },
    async keep(visit, state, revision) {
      const written = await store.conversations.write(visit.person.channel, key(visit), state, {
        expected: revision,
        owner: visit.person.externalId,
      });
      return written !== null;
    },
    forget: (visit) => store.conversations.delete(visit.person.channel, key(visit)),
  };
}
