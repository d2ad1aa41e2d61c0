import type { Answerer } from '../answer/answerer.ts';
import type { Action } from '../messages/reply.ts';
import type { Store } from '../store/ports/store.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, notice, tell } from './turns.ts';

/** Menus change in place; answers are new messages, so that what was read stays above. */
const inPlace: ReadonlySet<Action['do']> = new Set(['topics', 'topic', 'document']);

/** Buttons and `/topics`, `/contacts`: everything that shows content without a question. */
export function browseModule(answerer: () => Answerer, store: Store): ConversationModule {
  const show = async (visit: Visit, action: Action): Promise<Turn | null> => {
    const context = (await store.contexts.get(visit.person.id)) ?? undefined;
    const shown = answerer().show(action, { locale: visit.locale, context });
    if (shown === null) return null;
    await store.contexts.set(visit.person.id, shown.context);
    return inPlace.has(action.do) ? change(visit, shown.reply) : tell(visit, shown.reply);
  };
  return {
    name: 'browse',
    async press(visit, action) {
      const turn = await show(visit, action);
      // A region pressed by itself is the person's own: kept until the topic is cleared or everything is deleted.
      if (action.do === 'region' && action.subject === undefined && turn !== null) {
        await store.people.prefer(visit.person.id, { region: action.code }, 'choice');
        return notice(visit, visit.t('contact.remembered'));
      }
      if (action.do === 'clear_context')
        await store.people.prefer(visit.person.id, { region: null }, 'choice');
      return turn;
    },
    async command(visit, command, payload) {
      if (command === 'topics') return asNew(await show(visit, { do: 'topics' }));
      if (command === 'contacts') return asNew(await show(visit, { do: 'body', id: 'hotline' }));
      if (command === 'start' && payload !== undefined) return asNew(await open(visit, payload));
      return null;
    },
  };

  /** A deep link names an entry, a subject, a topic or a document. Telegram allows no dots in it: `-` stands for them. */
  async function open(visit: Visit, payload: string): Promise<Turn | null> {
    if (!/^[\w-]{1,64}$/u.test(payload)) return null;
    const id = payload.replaceAll('-', '.');
    for (const kind of ['entry', 'subject', 'topic', 'document', 'clause'] as const) {
      const turn = await show(visit, { do: kind, id });
      if (turn !== null) return turn;
    }
    return null;
  }
}

function asNew(turn: Turn | null): Turn | null {
  return turn === null ? null : { ...turn, replace: false };
}
