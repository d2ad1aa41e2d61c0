import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation, Turn } from '../../src/conversation/conversation.ts';
import type { Core } from '../../src/core.ts';
import type { Locale } from '../../src/language/locale.ts';
import { plainText } from '../../src/messages/plain.ts';
import type { Action } from '../../src/messages/reply.ts';
import type { Channel } from '../../src/store/ports/people.ts';
import type { Store } from '../../src/store/ports/store.ts';
import type { ManualClock } from './clock.ts';

/** A person who talks with the product's own conversation. */
export interface Talker {
  readonly who: { readonly channel: Channel; readonly id: string };
  press(action: Action): Promise<Turn>;
  say(text: string): Promise<Turn>;
  command(name: Parameters<Conversation['command']>[1], payload?: string): Promise<Turn>;
  /** Presses the button with this label, or its beginning, of a turn. */
  presses(turn: Turn, label: string): Promise<Turn>;
}

/** Makes people over a store; each talks slowly enough for the limits. */
export function talkers(parts: {
  readonly core: () => Core;
  readonly store: Store;
  readonly clock: ManualClock;
}): (options?: { locale?: Locale; channel?: Channel }) => Talker {
  const conversation = joinConversation(
    { questionRetentionDays: 30 },
    { current: parts.core },
    parts.store,
    parts.clock,
  );
  let people = 0;
  return ({ locale = 'ru', channel = 'telegram' } = {}) => {
    people += 1;
    const who = { channel, id: `${5000 + people}` } as const;
    const hint = { locale };
    const press = (action: Action) => conversation.press(who, action, hint);
    return {
      who,
      press,
      say: (text) => conversation.ask(who, text, hint),
      command: (name, payload) => conversation.command(who, name, payload, hint),
      async presses(turn, label) {
        const buttons = turn.replies.flatMap((reply) => reply.buttons.flat());
        const button = buttons.find((one) => one.label.startsWith(label));
        if (button === undefined || !('action' in button))
          throw new Error(`no button "${label}" among: ${buttons.map((one) => one.label).join(' | ')}`);
        return await press(button.action);
      },
    };
  };
}

/** What a turn says, as text. */
export function said(turn: Turn): string {
  return turn.replies.map(plainText).join('\n---\n');
}

/** Labels of a turn's buttons. */
export function labels(turn: Turn): string[] {
  return turn.replies.flatMap((reply) => reply.buttons.flat().map(({ label }) => label));
}
