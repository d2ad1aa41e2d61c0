import { paragraph, reply } from '../messages/build.ts';
import type { Store } from '../store/ports/store.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, tell } from './turns.ts';

/**
 * `/delete_me`: asks once, then deletes everything about the person at once.
 * @param before what must know of it while the person is still known: what they said elsewhere goes too
 */
export function forgetModule(
  store: Store,
  before: (personId: string) => Promise<void> = async () => undefined,
): ConversationModule {
  const ask = (visit: Visit): Turn =>
    tell(
      visit,
      reply(
        visit.locale,
        [paragraph(visit.t('delete_me.ask'))],
        [
          [{ label: visit.t('delete_me.yes'), action: { do: 'forget', sure: true } }],
          [{ label: visit.t('delete_me.no'), action: { do: 'forget', sure: false } }],
        ],
      ),
    );
  return {
    name: 'forget',
    async command(visit, command) {
      return command === 'delete_me' ? ask(visit) : null;
    },
    async press(visit, action) {
      if (action.do === 'forget_ask') return ask(visit);
      if (action.do !== 'forget') return null;
      if (action.sure) {
        await before(visit.person.id);
        await store.deleteEverything(visit.person.id);
      }
      const text = visit.t(action.sure ? 'delete_me.done' : 'delete_me.kept');
      return change(visit, reply(visit.locale, [paragraph(text)]));
    },
  };
}
