import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; answers are lexical and fast, so most buckets lie below 100 ms. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * All metrics, in a registry of their own: tests and several apps in one process do not collide. Labels
 * have few values (kinds, channels, methods), never people, questions or entries.
 */
export function createMetrics(options: { readonly processMetrics?: boolean } = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (options.processMetrics ?? true) collectDefaultMetrics({ register: registry, prefix: 'bagdar_' });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter<L>({ name: `bagdar_${name}`, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ name: `bagdar_${name}`, help, labelNames: [...labelNames], registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Histogram<L>({
      name: `bagdar_${name}`,
      help,
      labelNames: [...labelNames],
      buckets: seconds,
      registers,
    });

  return {
    registry,
    questions: counter('questions_total', 'Questions by how they ended', [
      'channel',
      'language',
      'script',
      'kind',
    ]),
    feedback: counter('feedback_total', 'Answers people found helpful or not', ['channel', 'helpful']),
    answerSeconds: histogram('answer_seconds', 'Time from a question to its answer inside the core', [
      'kind',
    ]),
    updateSeconds: histogram('update_seconds', 'Time from receipt of an update to the end of its handling', [
      'channel',
    ]),
    updates: counter('updates_total', 'Updates by how they ended: done, retried, parked, repeated', [
      'channel',
      'result',
    ]),
    inboxDepth: gauge('inbox_depth', 'Updates in the inbox by state', ['state']),
    inboxAge: gauge('inbox_oldest_seconds', 'Age of the oldest unfinished update'),
    channelUp: gauge('channel_up', '1 while the channel reaches its people, 0 while it cannot', ['channel']),
    telegramCalls: counter('telegram_calls_total', 'Calls of the Bot API by method and result', [
      'method',
      'result',
    ]),
    telegramSeconds: histogram('telegram_call_seconds', 'Duration of Bot API calls', ['method']),
    telegramFloodWaits: counter('telegram_flood_waits_total', 'Answers 429 of the Bot API'),
    announcementsSent: counter('announcement_messages_total', 'Messages of announcements by result', [
      'result',
    ]),
    deskOpen: gauge('desk_open_cases', 'Conversations between people and staff that are not ended'),
    deskWaiting: gauge('desk_waiting_messages', 'Messages of the desk that are still to go out'),
    httpSeconds: histogram('http_request_seconds', 'Duration of HTTP requests', ['route', 'status']),
    limited: counter('limited_total', 'Inputs over a limit: told once, then dropped', ['limit', 'end']),
    content: gauge('content_info', 'The content being served; always 1', ['version']),
    contentFaults: gauge('content_faults', 'Faults of the newest edit of the content, which is not served'),
    contentEntries: gauge('content_entries', 'Entries in the index'),
    replicas: gauge('replicas', 'Processes on this database by the content and release they serve', [
      'content',
      'release',
    ]),
    databaseUp: gauge('database_up', '1 when the database answered the last check'),
    databaseSeconds: histogram('database_query_seconds', 'Duration of database queries', ['result']),
    build: gauge('build_info', 'The release; always 1', ['version']),
    /** The text of `/metrics`. */
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
