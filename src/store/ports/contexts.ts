import type { ConversationContext } from '../../answer/outcome.ts';

/** What each person last talked about. */
export interface Contexts {
  /** `null` when there is none or it is older than `maxAgeMs`. */
  get(personId: string, maxAgeMs?: number): Promise<ConversationContext | null>;
  /** The question inside is masked again before it is written. */
  set(personId: string, context: ConversationContext): Promise<void>;
  clear(personId: string): Promise<void>;
  /** Deletes contexts untouched since `before` and returns how many. */
  purge(before: Date): Promise<number>;
}
