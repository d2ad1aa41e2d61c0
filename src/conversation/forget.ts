import { paragraph, reply } from '../messages/build.ts';
import type { Store } from '../store/ports/store.ts';
import type { ConversationModule } from './module.ts';
import { change, tell } from './turns.ts';

/**
 * `/delete_me`: asks once, then deletes everything about the person at once.
 * @param before what must know of it while the person is still known: what they said elsewhere goes too
 */
export function forgetModule(
  store: Store,
  before: (personId: string) => Promise<void> = async () => undefined,
): ConversationModule {
  return {
    name: 'forget',
    async command(visit, command) {
      if (command !== 'delete_me') return null;
      return tell(
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
    },
    async press(visit, action) {
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
