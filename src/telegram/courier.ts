import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Api, GrammyError } from 'grammy';
import type { Courier, DeliveryOutcome } from '../delivery/courier.ts';
import type { Texts } from '../messages/texts.ts';
import { countingCalls, type MadeCall } from './count-calls.ts';
import { describeFailure, failureOf } from './failure.ts';
import { renderReply } from './render/render.ts';

/** Telegram without waiting or repeating: each call is made once and its end told apart. */
export interface TelegramCourier extends Courier {
  /** Makes one call and classifies how it ended; nothing is thrown but what is not a failed call. */
  call<T>(make: (api: Api) => Promise<T>): Promise<DeliveryOutcome<T>>;
}

export interface TelegramCourierParts {
  readonly token: string;
  readonly apiRoot: string;
  readonly texts: Texts;
  /** Longest time for one call (30). */
  readonly callSeconds?: number;
  /** Told of every call, for metrics. */
  readonly onCall?: (call: MadeCall) => void;
}

/** Wait before a call that reached nobody is worth repeating. */
const unreachedMs = 5_000;
/** Wait when the token is refused: nothing goes out until the operator acts. */
const tokenMs = 60_000;
const noPreview = { link_preview_options: { is_disabled: true } } as const;

export function createTelegramCourier(parts: TelegramCourierParts): TelegramCourier {
  // An API of its own: the bot's repeats failed calls and waits out floods, which would hide both from the sender.
  const api = new Api(parts.token, {
    apiRoot: parts.apiRoot,
    timeoutSeconds: parts.callSeconds ?? 30,
    baseFetchConfig: { compress: true, agent: agentFor(parts.apiRoot) },
  });
  api.config.use(countingCalls(parts.onCall));
  const call: TelegramCourier['call'] = async (make) => {
    try {
      return { type: 'delivered', value: await make(api) };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  return {
    call,
    async deliver(person, reply, options = {}) {
      const ids: string[] = [];
      for (const { text, entities, keyboard } of renderReply(reply, parts.texts)) {
        const outcome = await call((bot) =>
          bot.sendMessage(person.id, text, {
            entities,
            ...noPreview,
            ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
            ...(options.silent === true ? { disable_notification: true } : {}),
          }),
        );
        if (outcome.type === 'delivered') {
          ids.push(String(outcome.value.message_id));
          continue;
        }
        // Repeated from its beginning, the parts that did arrive would be doubled.
        return ids.length > 0 && outcome.type === 'later'
          ? { type: 'unclear', words: 'only the first part of a long message went out' }
          : outcome;
      }
      return { type: 'delivered', value: ids };
    },
  };
}

/** So long an unused connection is kept. Servers close theirs after five seconds at the soonest. */
const idleMs = 2000;

/**
 * Connections that are given up well before the other side does: a message written onto one that is just being closed
 * ends without an answer, and nobody would know whether it arrived.
 */
function agentFor(apiRoot: string): HttpAgent {
  const options = { keepAlive: true, timeout: idleMs };
  return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
}

/** What a failed call means for whoever sends. @throws what is not a failed call of the Bot API. */
export function outcomeOf(error: unknown): Exclude<DeliveryOutcome<never>, { type: 'delivered' }> {
  const words = describeFailure(error);
  switch (failureOf(error)) {
    case 'unreachable':
      return { type: 'failed', reason: unreachableReason(error), words };
    case 'refused':
      return { type: 'failed', reason: tooOld.test(words) ? 'too_old' : 'refused', words };
    case 'flood':
      return { type: 'later', afterMs: retryAfterMs(error), why: 'flood' };
    case 'not_sent':
      return { type: 'later', afterMs: unreachedMs, why: 'not_sent' };
    case 'token':
    case 'conflict':
      return { type: 'later', afterMs: tokenMs, why: 'token' };
    case 'unclear':
      return { type: 'unclear', words };
    case 'other':
      throw error;
  }
}

/** Telegram's words for a message past the time in which it may be changed or deleted. */
const tooOld = /message can't be (edited|deleted)|message to (edit|delete) not found|MESSAGE_ID_INVALID/iu;

function unreachableReason(error: unknown): 'blocked' | 'deactivated' | 'chat_not_found' {
  const words = error instanceof GrammyError ? error.description : '';
  if (/deactivated/iu.test(words)) return 'deactivated';
  return /chat not found|PEER_ID_INVALID|upgraded/iu.test(words) ? 'chat_not_found' : 'blocked';
}

function retryAfterMs(error: unknown): number {
  const seconds = error instanceof GrammyError ? (error.parameters.retry_after ?? 1) : 1;
  return seconds * 1000;
}
