import { GrammyError, HttpError } from 'grammy';

/** What a failed call of the Bot API means for us. */
export type CallFailure =
  /** The token is wrong or revoked: nothing will work until the operator acts. */
  | 'token'
  /** Another poller, or a webhook, receives this bot's updates. */
  | 'conflict'
  /** The person blocked the bot, deleted the account, or the bot was removed from the chat. */
  | 'unreachable'
  /** Too many calls, and waiting was not worth it. */
  | 'flood'
  /** The call surely did not take effect: the server was never reached. */
  | 'not_sent'
  /** The call may or may not have taken effect: cut line, no answer in time, 5xx, an error page. */
  | 'unclear'
  /** Telegram refuses what was asked; the same call would be refused again. */
  | 'refused'
  /** Not a failed call. */
  | 'other';

/** Failures of the network layer before anything was sent. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

/** Refusals with 400 that say the chat is gone or closed to us. */
const unreachable =
  /chat not found|user is deactivated|PEER_ID_INVALID|USER_IS_BLOCKED|not enough rights|_FORBIDDEN|upgraded to a supergroup/iu;

/** Which kind of failure an error is. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof HttpError) {
    const code = (error.error as { code?: unknown } | null)?.code;
    return typeof code === 'string' && beforeSending.has(code) ? 'not_sent' : 'unclear';
  }
  if (!(error instanceof GrammyError)) return 'other';
  switch (error.error_code) {
    case 401:
    case 404: // Telegram answers 404 to every method when the token has a wrong form.
      return 'token';
    case 403:
      return 'unreachable';
    case 409:
      return 'conflict';
    case 429:
      return 'flood';
    case 400:
      return unreachable.test(error.description) ? 'unreachable' : 'refused';
    default:
      return error.error_code >= 500 ? 'unclear' : 'refused';
  }
}

/** A line for the log or the inbox: method and Telegram's own words, never the payload. */
export function describeFailure(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) {
    const inner = error.error as { code?: unknown; name?: unknown } | null;
    return `${error.message} ${String(inner?.code ?? inner?.name ?? '')}`.trim();
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
