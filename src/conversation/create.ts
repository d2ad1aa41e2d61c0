import { isLocale, type Locale } from '../language/locale.ts';
import type { Limit } from '../limits/policy.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { Texts } from '../messages/texts.ts';
import type { Person } from '../store/ports/people.ts';
import type { Store } from '../store/ports/store.ts';
import {
  type Command,
  type Conversation,
  commands,
  type LocaleHint,
  type PersonRef,
  type Turn,
} from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { notice, silence, tell } from './turns.ts';

export interface ConversationParts {
  readonly store: Store;
  readonly texts: Texts;
  /** In the order they are asked. The last must answer any text. */
  readonly modules: readonly ConversationModule[];
  /** Inputs of a person that are handled in a window; the first one over it is answered, the rest dropped. */
  readonly limit: Limit;
}

/** Joins the modules into the one conversation that every face talks to. */
export function createConversation({ store, texts, modules, limit }: ConversationParts): Conversation {
  return {
    ask: (ref, text, hint) => {
      const typed = typedCommand(text);
      if (typed === null) {
        return visited(ref, hint, 'ask', async (visit) =>
          hint?.edited === true && (await isLastQuestion(visit, text))
            ? silence(visit)
            : await first((module) => module.ask?.(visit, text)),
        );
      }
      const { command, payload } = typed;
      if (command !== null) return run(ref, command, payload, hint);
      return visited(ref, hint, 'ask', async (visit) =>
        tell(visit, reply(visit.locale, [paragraph(visit.t('error.unknown_command'))])),
      );
    },
    press: (ref, action, hint) =>
      visited(ref, hint, 'press', async (visit) => {
        const turn = await first((module) => module.press?.(visit, action));
        return turn ?? notice(visit, visit.t('error.old_button'));
      }),
    command: run,
    locate: (ref, place, hint) =>
      visited(ref, hint, 'ask', (visit) => first((module) => module.locate?.(visit, place))),
    notText: (ref, hint) =>
      visited(ref, hint, 'ask', async (visit) =>
        tell(visit, reply(visit.locale, [paragraph(visit.t('error.not_text'))])),
      ),
    async localeOf(ref, hint) {
      return localeFor(await store.people.find(ref.channel, ref.id), hint);
    },
  };

  /** Telegram also calls a message edited when something about it changed that people do not see. */
  async function isLastQuestion({ person }: Visit, text: string): Promise<boolean> {
    return (await store.questions.lastOf(person.id))?.text === text.trim();
  }

  function run(ref: PersonRef, command: Command, payload?: string, hint?: LocaleHint): Promise<Turn> {
    return visited(ref, hint, 'command', (visit) =>
      first((module) => module.command?.(visit, command, payload)),
    );
  }

  async function visited(
    ref: PersonRef,
    hint: LocaleHint | undefined,
    kind: string,
    handle: (visit: Visit) => Promise<Turn | null>,
  ): Promise<Turn> {
    const person = await noted(await store.people.arrive(ref.channel, ref.id), hint);
    const locale = localeFor(person, hint);
    const visit: Visit = {
      person,
      locale,
      t: texts.for(locale),
      ...(hint?.input === undefined ? {} : { input: hint.input }),
    };
    const used = await store.limits.use(`${kind}:${person.id}`, limit.seconds * 1000, ref.id);
    if (used > limit.most + 1) return { ...silence(visit), limited: 'dropped' };
    if (used > limit.most) {
      return { ...tell(visit, reply(locale, [paragraph(visit.t('error.slow_down'))])), limited: 'told' };
    }
    return (await handle(visit)) ?? tell(visit, reply(locale, [paragraph(visit.t('error.old_button'))]));
  }

  /**
   * Telegram tells the language of a person's app with everything they send, and never else: announcements and reminders,
   * which answer nothing, must have it written down.
   */
  async function noted(person: Person, hint: LocaleHint | undefined): Promise<Person> {
    if (person.channel !== 'telegram' || person.locale !== null || hint?.locale === undefined) return person;
    return (await store.people.prefer(person.id, { locale: hint.locale }, 'notice')) ?? person;
  }

  async function first(
    ask: (module: ConversationModule) => Promise<Turn | null> | undefined,
  ): Promise<Turn | null> {
    for (const module of modules) {
      const turn = await ask(module);
      if (turn !== null && turn !== undefined) return module.moves === true ? { ...turn, moved: true } : turn;
    }
    return null;
  }
}

function localeFor(person: Person | null, hint: LocaleHint | undefined): Locale {
  if (person !== null && isLocale(person.locale)) return person.locale;
  return hint?.locale ?? 'kk';
}

/**
 * A command that came as text: typed in the web chat, or one that no channel knows. `null`: a question. Searched for,
 * «/spravka» got "not known", and a place among the questions editors are asked to answer.
 */
function typedCommand(text: string): { command: Command | null; payload?: string } | null {
  const typed = /^\/([a-z][a-z0-9_]{0,31})(?:@\w+)?(?:\s+([\w-]{1,64}))?$/iu.exec(text.trim());
  if (typed === null) return null;
  const [, name = '', payload] = typed;
  const command = commands.find((one) => one === name.toLowerCase()) ?? null;
  return { command, ...(payload === undefined ? {} : { payload }) };
}
