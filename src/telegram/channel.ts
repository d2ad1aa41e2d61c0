import { randomUUID } from 'node:crypto';
import type { TelegramConfig } from '../config/config.ts';
import type { Command } from '../conversation/conversation.ts';
import { backoff, type Pause, realPause } from '../operations/pause.ts';
import type { Hints } from '../store/ports/hints.ts';
import type { Inbox } from '../store/ports/inbox.ts';
import type { Leases } from '../store/ports/leases.ts';
import { type BotParts, createBot, type TelegramBot } from './bot.ts';
import type { MadeCall } from './count-calls.ts';
import { createTelegramCourier, type TelegramCourier } from './courier.ts';
import { describeFailure, failureOf } from './failure.ts';
import { inboxSink } from './inbox-sink.ts';
import { pollInTurn } from './poll-in-turn.ts';
import { poll } from './polling.ts';
import { publishProfile } from './profile.ts';
import { createSeal } from './seal.ts';
import { allowedUpdates, kindOf, type Locate, type SlimUpdate, type UpdateKind } from './updates.ts';
import { createWebhook, type Webhook } from './webhook.ts';
import { createWorker, type WorkerParts } from './worker.ts';

export interface ChannelParts extends Omit<BotParts, 'token' | 'apiRoot'> {
  readonly config: TelegramConfig;
  readonly inbox: Inbox;
  /** With it only one of several replicas polls at a time: Telegram gives each bot's updates to one poller. */
  readonly leases?: Pick<Leases, 'acquire' | 'release'>;
  /** Word to and from other replicas when there is more than one of them can take. */
  readonly hints?: Hints;
  /** How long a dead poller is waited for. */
  readonly turnMs?: number;
  /** The flag of `/readyz`. */
  readonly health?: { up(): void; down(reason: string): void };
  /** Commands shown in Telegram's menu; all by default. */
  readonly commands?: readonly Command[];
  /** Names this process among replicas. */
  readonly owner?: string;
  /** Finds the regions of a shared location; without it only text is read. */
  readonly locate?: Locate;
  readonly pause?: Pause;
  readonly random?: () => number;
  /** Seconds Telegram may hold a polling call open. */
  readonly holdSeconds?: number;
  /** See the worker; tests shorten them. */
  readonly idleMs?: number;
  readonly leaseMs?: number;
  readonly retryMs?: number;
  readonly concurrency?: number;
  readonly onEnd?: NonNullable<WorkerParts['onEnd']>;
  /** Runs the handling of one update, a trace of which is made around it. */
  readonly handling?: (kind: UpdateKind, attempt: number, work: () => Promise<void>) => Promise<void>;
  /** Told of every call of the Bot API, for metrics. */
  readonly onCall?: (call: MadeCall) => void;
}

/** The Telegram channel: receiving, handling, stopping. */
export interface TelegramChannel {
  readonly api: TelegramBot['api'];
  /** For what is sent outside of answers; never waits behind them, nor they behind it. */
  readonly courier: TelegramCourier;
  /** To be mounted at `POST /telegram/webhook`; `null` when polling. */
  readonly webhook: Webhook | null;
  /** Returns at once and goes on in the background: the web chat must not wait for Telegram to be reachable. */
  start(): void;
  /** Stops receiving, finishes what is in hand, keeps the queue. */
  stop(): Promise<void>;
}

export function createTelegram(parts: ChannelParts): TelegramChannel {
  const { config, inbox, logger, health, pause = realPause, random = Math.random } = parts;
  const { handling = (_kind, _attempt, work) => work() } = parts;
  const owner = parts.owner ?? randomUUID();
  const stopping = new AbortController();
  const bot = createBot({
    ...parts,
    token: config.token,
    apiRoot: config.apiRoot,
    retry: {
      pause,
      random,
      signal: stopping.signal,
      ...(parts.onCall ? { onCall: parts.onCall } : {}),
      ...parts.retry,
    },
  });
  const seal = createSeal(config.token);
  const worker = createWorker({
    ...parts,
    open: (payload) => seal.open(payload) as SlimUpdate | null,
    owner,
    handle: (update, attempt) => handling(kindOf(update), attempt, () => bot.handle(update, attempt)),
    onParked: (update) => bot.apologise(update),
    onFull: () => parts.hints?.tellOthers('inbox'),
    onSettled: (update) => bot.settled(update),
    random,
  });
  const sink = inboxSink(inbox, seal, worker.wake, logger, parts.staff?.roster, parts.locate);
  let running: Promise<void> | undefined;
  let stopHearing: (() => void) | undefined;

  /** Asks who we are until Telegram answers. False = stopped, or the token is refused. */
  const meet = async (): Promise<boolean> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        const me = await bot.init();
        logger.info({ bot: me.username, mode: config.mode }, 'Telegram channel is on');
        return true;
      } catch (error) {
        const reason = describeFailure(error);
        health?.down(reason);
        if (failureOf(error) === 'token') {
          logger.error(
            { reason },
            'Telegram refuses BOT_TOKEN: the bot is off, take the current token from @BotFather',
          );
          return false;
        }
        logger.warn({ reason, attempt }, 'Telegram cannot be reached; trying again');
        await pause(backoff(attempt, random), stopping.signal);
      }
    }
    return false;
  };

  const setWebhook = async (url: string, secret: string): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...allowedUpdates] });
        health?.up();
        return;
      } catch (error) {
        const reason = describeFailure(error);
        health?.down(`the webhook is not set: ${reason}`);
        logger.error({ reason }, 'the webhook could not be set; check WEBHOOK_URL; trying again');
        await pause(backoff(attempt, random, 5000, 5 * 60_000), stopping.signal);
      }
    }
  };

  const run = async (): Promise<void> => {
    if (!(await meet())) return;
    // The worker begins first: what an earlier run left in the inbox is answered before what comes now.
    worker.start();
    stopHearing = parts.hints?.hear('inbox', worker.wake);
    // Not waited for: a stop would hang on Telegram's limits for these calls.
    void publishProfile(bot.api, parts.texts, logger, parts.commands);
    if (config.mode === 'webhook') {
      await setWebhook(config.url, config.secret);
    } else {
      // A replica that waits for its turn to poll works on what others receive: it is ready.
      health?.up();
      await receive(stopping.signal);
    }
  };

  const receive = (signal: AbortSignal): Promise<unknown> => {
    const polling = {
      ...parts,
      token: config.token,
      apiRoot: config.apiRoot,
      sink,
      pause,
      random,
      onUp: () => health?.up(),
      onDown: (reason: string) => health?.down(reason),
    };
    const { leases } = parts;
    return leases === undefined
      ? poll(polling, signal)
      : pollInTurn({ ...polling, leases, owner, ...(parts.turnMs ? { turnMs: parts.turnMs } : {}) }, signal);
  };

  return {
    api: bot.api,
    courier: createTelegramCourier({ ...parts, token: config.token, apiRoot: config.apiRoot }),
    webhook: config.mode === 'webhook' ? createWebhook({ secret: config.secret, sink, logger }) : null,
    start() {
      running ??= run().catch((error: unknown) => {
        health?.down(describeFailure(error));
        logger.error({ err: error }, 'the Telegram channel failed');
      });
    },
    async stop() {
      stopping.abort();
      await running;
      stopHearing?.();
      await worker.stop();
    },
  };
}
