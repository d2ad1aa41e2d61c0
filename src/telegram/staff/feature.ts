import type { Context } from 'grammy';
import type { PersonRef, Turn } from '../../conversation/conversation.ts';
import type { Locale } from '../../language/locale.ts';
import type { Translate } from '../../messages/texts.ts';
import type { StaffCommand } from '../../staff/permissions.ts';
import type { StaffRole } from '../../store/ports/staff.ts';
import type { FeatureParts } from '../parts.ts';
import type { StaffForm } from './form.ts';

/** One input of a member of staff in their private chat with the bot; the role was read for this very input. */
export interface StaffVisit {
  readonly person: PersonRef;
  readonly role: StaffRole;
  /** The member's own interface locale. */
  readonly locale: Locale;
  readonly t: Translate;
  readonly chat: number;
  /** For what a reply cannot carry: pictures and documents. */
  readonly ctx: Context;
  readonly parts: FeatureParts;
  /** Opens the feature's form; it says what comes next. One that was open is left. Not from inside a form. */
  open(argument?: string): Promise<void>;
}

/**
 * One thing staff do: a command of theirs and the buttons it leads to. Both answer with a turn, shown as people's
 * are (`tell`, `change`, `notice` of `conversation/turns.ts` work with a visit).
 */
export interface StaffFeature {
  /** Also the permission that is needed, and what its buttons carry: `{ do: 'staff', command, args }`. */
  readonly command: StaffCommand;
  /** @param argument what followed the command, trimmed; empty when nothing did. */
  handle(visit: StaffVisit, argument: string): Promise<Turn>;
  /** A press on one of its buttons. `null`: none of its buttons, the member is told that it is old. */
  press?(visit: StaffVisit, args: readonly string[]): Promise<Turn | null>;
  /** A dialogue of several steps, for what one press cannot say. */
  readonly form?: StaffForm;
}

/** For symmetry with the other features, and so that a literal's methods get their types. */
export function staffFeature(feature: StaffFeature): StaffFeature {
  return feature;
}
