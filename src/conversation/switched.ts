import type { Locale } from '../language/locale.ts';
import type { Action, Reply } from '../messages/reply.ts';
import type { ChannelOff } from '../store/ports/switches.ts';
import type { Command, Conversation, LocaleHint, PersonRef, Turn } from './conversation.ts';

/** What people still may when a channel gives no answers: rights over their data, their language, their subscriptions. */
const commandsLeft: ReadonlySet<Command> = new Set([
  'privacy',
  'delete_me',
  'language',
  'subscriptions',
  'cancel',
]);
const actionsLeft: ReadonlySet<Action['do']> = new Set(['forget', 'language', 'subscription']);

export interface SwitchedParts {
  /** How the channel is switched off; `null` = it is on. */
  readonly off: (channel: PersonRef['channel']) => Promise<ChannelOff | null>;
  /** The banner for a reader. */
  readonly banner: (off: ChannelOff, locale: Locale) => Reply;
}

/** The conversation with an off-switch for each channel: people read the banner instead of an answer, at once. */
export function switched(conversation: Conversation, { off, banner }: SwitchedParts): Conversation {
  const unless = async (
    person: PersonRef,
    hint: LocaleHint | undefined,
    answer: () => Promise<Turn>,
  ): Promise<Turn> => {
    const state = await off(person.channel);
    if (state === null) return await answer();
    const locale = await conversation.localeOf(person, hint);
    return { replies: [banner(state, locale)], replace: false, locale };
  };
  return {
    ask: (person, text, hint) => unless(person, hint, () => conversation.ask(person, text, hint)),
    locate: (person, place, hint) => unless(person, hint, () => conversation.locate(person, place, hint)),
    notText: (person, hint) => unless(person, hint, () => conversation.notText(person, hint)),
    press: (person, action, hint) =>
      actionsLeft.has(action.do)
        ? conversation.press(person, action, hint)
        : unless(person, hint, () => conversation.press(person, action, hint)),
    command: (person, command, payload, hint) =>
      commandsLeft.has(command)
        ? conversation.command(person, command, payload, hint)
        : unless(person, hint, () => conversation.command(person, command, payload, hint)),
    localeOf: (person, hint) => conversation.localeOf(person, hint),
  };
}
