import type { Button } from '../messages/reply.ts';
import type { Store } from '../store/ports/store.ts';
import { type ChecklistParts, openChecklists } from './checklists.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';

/** Puts a way back to what a person keeps under the list of guides: whoever asks "what next" may have begun already. */
export function withKept(
  guides: ConversationModule,
  parts: Pick<ChecklistParts, 'core' | 'clock'> & { readonly store: Pick<Store, 'checklists' | 'reminders'> },
): ConversationModule {
  return {
    ...guides,
    async command(visit, command, payload) {
      const turn = (await guides.command?.(visit, command, payload)) ?? null;
      return command === 'guide' && turn !== null ? withButtons(turn, await buttons(visit)) : turn;
    },
    async press(visit, action) {
      const turn = (await guides.press?.(visit, action)) ?? null;
      return action.do === 'guides' && turn !== null ? withButtons(turn, await buttons(visit)) : turn;
    },
  };

  async function buttons(visit: Visit): Promise<Button[][]> {
    const open = await openChecklists(visit, parts);
    const waiting = await parts.store.reminders.list(visit.person.id);
    const lists: Button = {
      label: visit.t('checklist.mine_button', { number: open.length }),
      action: { do: 'checklists' },
    };
    const reminders: Button = { label: `⏰ ${visit.t('reminder.mine')}`, action: { do: 'reminders' } };
    return [...(open.length === 0 ? [] : [[lists]]), ...(waiting.length === 0 ? [] : [[reminders]])];
  }
}

function withButtons(turn: Turn, rows: readonly (readonly Button[])[]): Turn {
  const last = turn.replies.at(-1);
  if (last === undefined || rows.length === 0) return turn;
  return {
    ...turn,
    replies: [...turn.replies.slice(0, -1), { ...last, buttons: [...last.buttons, ...rows] }],
  };
}
