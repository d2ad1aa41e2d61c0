import type { Locale } from '../language/locale.ts';
import type { Action } from '../messages/reply.ts';
import type { Translate } from '../messages/texts.ts';
import type { Person } from '../store/ports/people.ts';
import type { Command, LocatedPlace, Turn } from './conversation.ts';

/** One input of one person, on its way through the modules. */
export interface Visit {
  readonly person: Person;
  /** Interface locale: chosen, else noticed, else the channel's hint, else Kazakh. */
  readonly locale: Locale;
  readonly t: Translate;
  /** Names this input, where the channel may bring one twice. */
  readonly input?: string;
}

/**
 * One subject of the conversation (feedback, language, guides, the desk, …). Modules are asked in turn; `null`
 * means "not mine". A module keeps no state in memory: another process may get the next message.
 */
export interface ConversationModule {
  readonly name: string;
  /** What it answers depends on its own earlier answers (steps of a guide): see `Turn.moved`. */
  readonly moves?: true;
  ask?(visit: Visit, text: string): Promise<Turn | null>;
  press?(visit: Visit, action: Action): Promise<Turn | null>;
  /** A place shared by its coordinates, of which only the regions it may lie in are left. */
  locate?(visit: Visit, place: LocatedPlace): Promise<Turn | null>;
  command?(visit: Visit, command: Command, payload: string | undefined): Promise<Turn | null>;
}
