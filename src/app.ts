import { createSteering } from './announcements/steer.ts';
import { keepHouse, startSending } from './app/background.ts';
import { joinConversation } from './app/conversation.ts';
import type { Ground } from './app/ground.ts';
import { readPolicies } from './app/policies.ts';
import { joinTelegram } from './app/telegram.ts';
import { joinWeb } from './app/web.ts';
import type { Config } from './config/config.ts';
import { secretsOf } from './config/secrets-of.ts';
import { switched } from './conversation/switched.ts';
import { root } from './core.ts';
import { joinDesk } from './desk/join.ts';
import { followCore } from './live-core.ts';
import { measured } from './measures/conversation.ts';
import { tracedConversation, tracedCore } from './measures/traced.ts';
import { createTracing } from './measures/tracing.ts';
import { afterLoading } from './operations/after-loading.ts';
import { type Clock, systemClock } from './operations/clock.ts';
import { createHealth } from './operations/health.ts';
import { createIds } from './operations/ids.ts';
import { createLogger } from './operations/logger.ts';
import { createMetrics } from './operations/metrics.ts';
import { release } from './operations/release.ts';
import { createStopping, type Stopping } from './operations/stopping.ts';
import { createBanner } from './staff/banner.ts';
import { createSwitchboard } from './staff/switchboard.ts';
import { openStore } from './store/open.ts';
import { channels } from './store/ports/people.ts';

/** The running product. */
export interface App {
  /** Where the web server listens. */
  readonly address: string;
  readonly channels: readonly string[];
  readonly stopping: Stopping;
}

/**
 * Makes and joins every part, with the files of `app/`: nothing else does. What is opened first closes last.
 * @throws ContentError, StoreFailure or a listen error, each with words for the operator
 */
export async function startApp(config: Config, clock: Clock = systemClock): Promise<App> {
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config) });
  const stopping = createStopping({ logger, drainMs: config.http.drainSeconds * 1000 });
  const health = createHealth();
  const metrics = createMetrics();
  metrics.build.set({ version: release }, 1);
  const tracing = await createTracing();
  const ids = createIds();
  // First, so that traffic goes elsewhere before anything closes.
  health.add('running', () => {
    if (stopping.signal.aborted) throw new Error('stopping');
  });

  const content = followCore({
    root,
    clock,
    logger,
    onCore({ knowledge, answerer }) {
      metrics.content.reset();
      metrics.content.set({ version: knowledge.version }, 1);
      metrics.contentEntries.set(knowledge.entries.size + knowledge.subjects.size);
      afterLoading(answerer);
    },
  });
  stopping.onStop('content', () => content.stop());
  // A faulty edit is no reason to turn people away: the last good content answers.
  health.add('content', () => {
    const [first] = content.state().faults;
    return first === undefined
      ? null
      : `the newest edit is faulty and not served: ${first.file}:${first.line}`;
  });
  const policies = readPolicies();

  const store = await openStore(config.database, {
    clock,
    logger,
    ids,
    role: 'bot',
    onQuery(seconds, ok, verb) {
      const result = ok ? 'ok' : 'error';
      metrics.databaseSeconds.observe({ result }, seconds);
      tracing.past(`database ${verb}`, seconds, { 'bagdar.result': result });
    },
  });
  stopping.onStop('store', () => store.close());
  health.add('database', () => store.ping());
  for (const id of config.staffIds) await store.staff.set('telegram', id, 'administrator');

  const core = () => content.current();
  const ground: Ground = {
    config,
    clock,
    logger,
    health,
    metrics,
    tracing,
    ids,
    owner: ids.id(),
    stopping,
    store,
    policies,
    core,
  };
  keepHouse(ground);

  const switchboard = createSwitchboard({
    switches: store.switches,
    audit: store.audit,
    clock,
    onError: (error) => logger.warn({ err: error }, 'the switches could not be read; the last state stays'),
  });
  const banner = createBanner({ answerer: () => core().answerer, speaking: () => core().speaking });
  for (const channel of channels)
    health.add(`answers in ${channel}`, async () => {
      const off = await switchboard.off(channel);
      return off === null ? null : `switched off by staff since ${off.since.toISOString()}`;
    });

  // Staff work in Telegram: without it nobody could answer.
  const desk =
    config.telegram === null
      ? null
      : joinDesk({ core, store, policy: policies.desk, clock, group: config.staffChatId !== null });
  const conversation = switched(
    measured(
      tracedConversation(
        joinConversation(config, tracedCore(content, tracing), store, clock, { desk, policies }),
        tracing,
      ),
      metrics,
    ),
    { off: (channel) => switchboard.off(channel), banner },
  );
  const announcing = {
    steering: createSteering(store, policies.announcements, clock),
    policy: policies.announcements,
    paid: config.announce.paid,
    store,
    core,
    clock,
  };
  const telegram = joinTelegram(ground, { conversation, switchboard, announcing, desk });
  const web = await joinWeb(ground, {
    conversation,
    switchboard,
    banner,
    telegram,
    contentFaults: () => content.state().faults.length,
  });
  const address = await web.listen({ host: config.http.host, port: config.http.port });
  stopping.onStop('web', () => web.close());
  startSending(ground, telegram, desk, announcing);
  stopping.listen();
  return {
    address,
    channels: [...(config.web.chat ? ['web'] : []), ...(telegram === null ? [] : ['telegram'])],
    stopping,
  };
}
