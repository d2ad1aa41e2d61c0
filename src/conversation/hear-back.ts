import type { Store } from '../store/ports/store.ts';
import type { ConversationModule } from './module.ts';
import { notice } from './turns.ts';

/** "Tell me when there is an answer" under a question that had none: one tap is the consent, used up by the answer. */
export function hearBackModule(store: Pick<Store, 'reviews'>): ConversationModule {
  return {
    name: 'hear back',
    async press(visit, action) {
      if (action.do !== 'hear_back') return null;
      const agreed = await store.reviews.agree(action.answer, visit.person.id);
      return notice(visit, visit.t(agreed ? 'inbox.agreed' : 'error.old_button'));
    },
  };
}
