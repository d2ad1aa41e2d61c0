import type { Courier } from '../delivery/courier.ts';
import type { Store } from '../store/ports/store.ts';
import { keptMessages } from './chat.ts';

/** Web visitors find what was sent to them in their history: at once when the page is open, else when they come back. */
export function createWebCourier(store: Pick<Store, 'people' | 'history' | 'hints'>): Courier {
  return {
    async deliver(person, reply) {
      const known = await store.people.find('web', person.id);
      if (known === null) return { type: 'failed', reason: 'chat_not_found', words: 'the session is gone' };
      await store.history.append(known.id, [{ author: 'bot', payload: reply }], keptMessages, {
        pushed: true,
      });
      store.hints.tell('pages');
      return { type: 'delivered', value: [] };
    },
  };
}
