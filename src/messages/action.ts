import { isLocale } from '../language/locale.ts';
import { keptParts, readKept } from './kept-action.ts';
import {
  type Action,
  announcementMoves,
  deskSteps,
  feedbackReasons,
  guideMoves,
  subscriptionChanges,
} from './reply.ts';

/**
 * The short code of an action, for Telegram callback data (at most 64 bytes) and web forms.
 * Form: version, verb, arguments, joined by `:`. Ids only, never state: codes outlive
 * deployments in old messages, so a code of another version decodes to `null` and the face says the button is old.
 */
const version = '1';

/** Telegram's limit for callback data, in bytes. */
export const maxActionBytes = 64;

/** The code of an action. Throws if it would not fit: ids are checked when content is loaded. */
export function encodeAction(action: Action): string {
  const code = [version, ...parts(action)].join(':');
  if (Buffer.byteLength(code) > maxActionBytes) {
    throw new RangeError(
      `action code is ${Buffer.byteLength(code)} bytes, ${maxActionBytes} are allowed: ${code}`,
    );
  }
  return code;
}

function parts(action: Action): string[] {
  switch (action.do) {
    case 'entry':
      return ['e', action.id];
    case 'clause':
      return ['c', action.id];
    case 'subject':
      return ['s', action.id];
    case 'document':
      return ['d', action.id];
    case 'topics':
      return ['tt'];
    case 'topic':
      return action.page === undefined ? ['t', action.id] : ['t', action.id, String(action.page)];
    case 'body':
      return ['b', action.id];
    case 'region':
      return action.subject === undefined ? ['r', action.code] : ['r', action.code, action.subject];
    case 'place':
      return ['pl', action.code];
    case 'guide':
      return ['g', action.id];
    case 'guide_step':
      return ['gs', action.guide, action.step, action.choice];
    case 'guide_move':
      return ['gm', action.guide, action.move];
    case 'guide_change':
      return ['gc', action.guide, action.step];
    case 'guides':
      return ['gl'];
    case 'clear_context':
      return ['x'];
    case 'human':
      return ['h'];
    case 'desk':
      return ['dk', action.step];
    case 'hear_back':
      return ['hb', action.answer];
    case 'my_data':
      return ['pd'];
    case 'forget_ask':
      return ['fa'];
    case 'forget':
      return ['fg', action.sure ? '1' : '0'];
    case 'subscription':
      return action.topic === undefined ? ['sb', action.what] : ['sb', action.what, action.topic];
    case 'announcement':
      return ['an', action.id, action.what];
    case 'language':
      return ['l', action.locale];
    case 'feedback':
      return ['f', action.answer, action.helpful ? '1' : '0'];
    case 'feedback_reason':
      return ['fr', action.answer, action.reason];
    case 'staff':
      return ['st', action.command, ...action.args];
    default:
      return keptParts(action);
  }
}

/** The action behind a code, or `null` when the code is forged, broken or of another version. */
export function decodeAction(code: string): Action | null {
  if (code.length > maxActionBytes) return null;
  const [codeVersion, verb, ...rest] = code.split(':');
  const [a, b, c] = rest;
  if (codeVersion !== version) return null;
  const id = (value: string | undefined): value is string => value !== undefined && /^[\w.-]+$/.test(value);
  switch (verb) {
    case 'e':
      return id(a) ? { do: 'entry', id: a } : null;
    case 'c':
      return id(a) ? { do: 'clause', id: a } : null;
    case 's':
      return id(a) ? { do: 'subject', id: a } : null;
    case 'd':
      return id(a) ? { do: 'document', id: a } : null;
    case 'tt':
      return { do: 'topics' };
    case 't':
      if (!id(a)) return null;
      if (b === undefined) return { do: 'topic', id: a };
      return /^\d{1,2}$/.test(b) ? { do: 'topic', id: a, page: Number(b) } : null;
    case 'b':
      return id(a) ? { do: 'body', id: a } : null;
    case 'r':
      if (!id(a)) return null;
      return id(b) ? { do: 'region', code: a, subject: b } : { do: 'region', code: a };
    case 'pl':
      return id(a) ? { do: 'place', code: a } : null;
    case 'g':
      return id(a) ? { do: 'guide', id: a } : null;
    case 'gs':
      return id(a) && id(b) && id(c) ? { do: 'guide_step', guide: a, step: b, choice: c } : null;
    case 'gm': {
      const move = guideMoves.find((known) => known === b);
      return id(a) && move !== undefined ? { do: 'guide_move', guide: a, move } : null;
    }
    case 'gc':
      return id(a) && id(b) ? { do: 'guide_change', guide: a, step: b } : null;
    case 'gl':
      return { do: 'guides' };
    case 'x':
      return { do: 'clear_context' };
    case 'h':
      return { do: 'human' };
    case 'dk': {
      const step = deskSteps.find((known) => known === a);
      return step === undefined ? null : { do: 'desk', step };
    }
    case 'hb':
      return id(a) ? { do: 'hear_back', answer: a } : null;
    case 'pd':
      return { do: 'my_data' };
    case 'fa':
      return { do: 'forget_ask' };
    case 'fg':
      return a === '0' || a === '1' ? { do: 'forget', sure: a === '1' } : null;
    case 'sb': {
      const what = subscriptionChanges.find((known) => known === a);
      if (what === undefined) return null;
      return id(b) ? { do: 'subscription', what, topic: b } : { do: 'subscription', what };
    }
    case 'an': {
      const what = announcementMoves.find((known) => known === b);
      return id(a) && what !== undefined ? { do: 'announcement', id: a, what } : null;
    }
    case 'l':
      return isLocale(a) ? { do: 'language', locale: a } : null;
    case 'f':
      return id(a) && (b === '0' || b === '1') ? { do: 'feedback', answer: a, helpful: b === '1' } : null;
    case 'fr': {
      const reason = feedbackReasons.find((known) => known === b);
      return id(a) && reason !== undefined ? { do: 'feedback_reason', answer: a, reason } : null;
    }
    case 'st': {
      const [command, ...args] = rest;
      return id(command) && args.every(id) ? { do: 'staff', command, args } : null;
    }
    default:
      return readKept(verb, [a, b, c]);
  }
}
