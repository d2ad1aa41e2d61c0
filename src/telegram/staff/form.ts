import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { Reply } from '../../messages/reply.ts';
import type { StaffCommand } from '../../staff/permissions.ts';
import type { StaffVisit } from './feature.ts';

/** What a member of staff gave a form. */
export type FormInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'press'; readonly args: readonly string[] }
  | { readonly kind: 'photo' | 'document'; readonly file: string; readonly caption: string }
  /** A forwarded message, or a person picked from the contacts: whose Telegram id it is. */
  | { readonly kind: 'named'; readonly id: string };

/**
 * What a form works with. A form is one function that asks and waits, run by the conversations plugin: at each input it
 * runs again from its beginning over what was recorded, up to where it stood. So everything that reads the store, the
 * clock or the network, or says something, goes through `once`, `say` or `change`; the rest must come out the same each time.
 */
export interface FormTalk {
  /** Does something outside the form and remembers its result, which must be JSON. */
  once<T>(work: (visit: StaffVisit) => Promise<T> | T): Promise<T>;
  /** A new message. */
  say(
    make: (visit: StaffVisit) => Reply | readonly Reply[] | Promise<Reply | readonly Reply[]>,
  ): Promise<void>;
  /** The message whose button was pressed, changed in place; a new one when no button was. */
  change(make: (visit: StaffVisit) => Reply | Promise<Reply>): Promise<void>;
  /**
   * Waits for an input this step understands; `null` from `take` = not this one, and the member is told how to go on.
   * Commands and other messages' buttons pass by the form; `/cancel` ends it.
   */
  next<T>(take: (input: FormInput) => T | null): Promise<T>;
  /** A button of this step of this very form. */
  button(label: string, ...args: readonly string[]): { label: string; action: FormAction };
  /** Ends the form here. */
  end(): Promise<never>;
}

export type FormAction = { readonly do: 'staff'; readonly command: string; readonly args: readonly string[] };

/** A dialogue of several steps with a member of staff. */
export interface StaffForm {
  /** Raised with the name's end (`announce.2`) whenever the function's steps change: a running one cannot go on then. */
  readonly id: string;
  readonly command: StaffCommand;
  run(talk: FormTalk, argument: string): Promise<void>;
}

export type FormConversation = Conversation<Context, Context>;
