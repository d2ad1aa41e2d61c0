import type { Reply } from '../messages/reply.ts';
import type { Turn } from './conversation.ts';
import type { Visit } from './module.ts';

/** New messages. */
export function tell(visit: Pick<Visit, 'locale'>, ...replies: readonly Reply[]): Turn {
  return { replies, replace: false, locale: visit.locale };
}

/** The message whose button was pressed, changed in place. */
export function change(visit: Pick<Visit, 'locale'>, reply: Reply): Turn {
  return { replies: [reply], replace: true, locale: visit.locale };
}

/** A few words without a message. */
export function notice(visit: Pick<Visit, 'locale'>, text: string): Turn {
  return { replies: [], replace: false, notice: text, locale: visit.locale };
}

/** Nothing at all: what is over the limit and already told. */
export function silence(visit: Pick<Visit, 'locale'>): Turn {
  return { replies: [], replace: false, locale: visit.locale };
}
