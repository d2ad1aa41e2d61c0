import type pg from 'pg';
import { backoff, realPause } from '../../operations/pause.ts';
import { createLocalHints } from '../hints.ts';
import type { Hints, HintTopic } from '../ports/hints.ts';

/** The channel of NOTIFY. */
const channel = 'bagdar_hints';
const topics: readonly HintTopic[] = ['inbox', 'desk', 'pages'];

/** Words of one topic within so long are one. */
const togetherMs = 50;

export interface PostgresHints extends Hints {
  close(): Promise<void>;
}

export interface PostgresHintParts {
  /** A connection of its own: LISTEN belongs to one, and a pool gives another one each time. */
  readonly connect: () => pg.Client;
  /** Says it by `pg_notify`. */
  readonly notify: (channel: string, payload: string) => Promise<unknown>;
  /** Names this process: it has told its own part already. */
  readonly self: string;
  readonly logger: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
  readonly random?: () => number;
  /** The first wait before the connection is tried again (1 s). */
  readonly retryMs?: number;
}

/**
 * Hints over LISTEN and NOTIFY. The connection is opened when somebody first wants to hear, and again when it breaks.
 * Behind a pooler that changes connections with each transaction nothing is heard, and looking has to do.
 */
export function createPostgresHints(parts: PostgresHintParts): PostgresHints {
  const { connect, notify, self, logger, random = Math.random, retryMs = 1000 } = parts;
  const local = createLocalHints();
  const stopping = new AbortController();
  let listening: Promise<void> | undefined;
  let client: pg.Client | undefined;

  const listen = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      client = connect();
      const broken = new Promise<void>((done) => client?.once('end', done));
      client.on('error', () => undefined);
      client.on('notification', ({ payload = '' }) => {
        const [topic, from] = payload.split(' ');
        const known = topics.find((one) => one === topic);
        if (known !== undefined && from !== self) local.tell(known);
      });
      try {
        await client.connect();
        await client.query(`listen ${channel}`);
        if (failures > 0) logger.info({ failures }, 'other replicas are heard again');
        failures = 0;
        // What was told while nobody listened.
        for (const topic of topics) local.tell(topic);
        await broken;
      } catch {
        // Said below; the next try comes by itself.
      }
      if (stopping.signal.aborted) return;
      await client.end().catch(() => undefined);
      failures += 1;
      if (failures === 1) logger.warn({}, 'other replicas are not heard; work is looked for until they are');
      await realPause(backoff(failures, random, retryMs), stopping.signal);
    }
  };

  /** Topics told a moment ago, and whether they were told again since. */
  const lately = new Map<HintTopic, boolean>();
  const say = (topic: HintTopic): void => {
    lately.set(topic, false);
    notify(channel, `${topic} ${self}`).catch(() => undefined);
    setTimeout(() => {
      const again = lately.get(topic) === true;
      lately.delete(topic);
      if (again && !stopping.signal.aborted) say(topic);
    }, togetherMs).unref();
  };
  const tellOthers = (topic: HintTopic): void => {
    if (stopping.signal.aborted) return;
    if (lately.has(topic)) lately.set(topic, true);
    else say(topic);
  };

  return {
    tell(topic) {
      local.tell(topic);
      tellOthers(topic);
    },
    tellOthers,
    hear(topic, heard) {
      listening ??= listen();
      return local.hear(topic, heard);
    },
    async close() {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}
