import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Announcement } from '../../announcements/announcement.ts';
import { systemClock } from '../../operations/clock.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports/store.ts';
import { type BenchPart, CannotRun, type Table } from './part.ts';
import { openPostgresServer } from './postgres.ts';
import { forked, started, untilReady } from './process.ts';
import { megabytes } from './table.ts';
import { freePort, withFolder } from './updates.ts';

/** What the fake Bot API saw of an announcement. */
export interface SeenByApi {
  /** From the first accepted message to the last. */
  readonly seconds: number;
  readonly accepted: number;
  /** Calls answered with 429. */
  readonly refused: number;
  /** … after which something came before its time. */
  readonly unobeyed: number;
  readonly doubled: number;
  readonly lost: number;
}

export interface AnnouncementBench {
  /** Recipients. */
  readonly people: number;
  /** Messages a second that the fake allows and the bot is told. */
  readonly rate: number;
  readonly database: string;
  readonly say: (line: string) => void;
}

export interface AnnouncementFigures extends SeenByApi {
  /** Listed as unclear: the line failed, and nobody knows. */
  readonly unclear: number;
  /** Messages a second, of those allowed. */
  readonly share: number;
  /** Largest resident memory of the bot, bytes, and what it had when it was ready; `null` where the system does not tell. */
  readonly memory: number | null;
  readonly memoryBefore: number | null;
}

/**
 * One announcement by the whole bot (`npm start`) against a fake Bot API that enforces Telegram's limits: the rate, and
 * one message a second to each chat.
 */
export async function benchAnnouncements(options: AnnouncementBench): Promise<AnnouncementFigures> {
  const { people, rate, database, say } = options;
  if (!existsSync(join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'bot-api')))
    throw new CannotRun('needs test/support/bot-api of a checkout; a built image has no tests');
  const api = forked('announcement-api.ts', [String(people), String(rate), '1']);
  const [{ root, token }] = (await once(api.child, 'message')) as [{ root: string; token: string }];
  const port = await freePort();
  const bot = started({
    BOT_TOKEN: token,
    BOT_API_ROOT: root,
    DATABASE_URL: database,
    PORT: String(port),
    ANNOUNCE_RATE: String(rate),
    LOG_LEVEL: 'error',
  });
  try {
    await untilReady(port, bot);
    const silent = { info: () => undefined, warn: () => undefined };
    const store = await openStore(database, { clock: systemClock, logger: silent, role: 'admin' });
    await importPeople(store, people);
    const memoryBefore = bot.resident();
    const { id } = await store.announcements.create({
      kind: 'message',
      state: 'scheduled',
      definition: Announcement.parse({ text: { kk: 'Хабарландыру', ru: 'Объявление' }, urgent: true }),
      startsAt: systemClock.now(),
    });
    const memory = await follow(store, id, bot.resident, say);
    const { unclear } = await store.announcements.counts(id);
    await store.close();
    api.child.send('seen');
    const [seen] = (await once(api.child, 'message')) as [SeenByApi];
    return { ...seen, unclear, share: (seen.accepted - 1) / seen.seconds / rate, memory, memoryBefore };
  } finally {
    await bot.stop();
    await api.stop();
  }
}

async function importPeople(store: Store, people: number): Promise<void> {
  const batch = 1000;
  const nothing = { script: null, region: null, country: null, topicsOff: null };
  for (let from = 1; from <= people; from += batch) {
    const ids = Array.from({ length: Math.min(batch, people - from + 1) }, (_, index) => from + index);
    const locale = (id: number) => (id % 3 === 0 ? 'ru' : 'kk');
    await store.peopleImport.save(
      ids.map((id) => ({ externalId: String(id), locale: locale(id), ...nothing })),
    );
  }
}

/** Waits for the end; returns the largest memory on the way. */
async function follow(
  store: Store,
  id: string,
  resident: () => number | null,
  say: (line: string) => void,
): Promise<number | null> {
  let most: number | null = null;
  for (let looks = 0; ; looks += 1) {
    const now = resident();
    if (now !== null) most = Math.max(most ?? 0, now);
    if ((await store.announcements.byId(id))?.state === 'done') return most;
    if (looks % 120 === 119) {
      const { total, delivered } = await store.announcements.counts(id);
      say(`announcements: ${delivered} of ${total}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Recipients of the run that counts; at 30 a second 20,000 take eleven minutes. */
const recipients = Number(process.env.BENCH_RECIPIENTS ?? 2000);

export const announcementsPart: BenchPart = {
  name: 'announcements',
  about: 'delivery rate under 30 messages a second and one a chat (BENCH_RECIPIENTS, 2000)',
  async run({ quick, say }) {
    const people = quick ? 60 : recipients;
    const rows: string[][] = [];
    const measure = async (name: string, rate: number, count: number, database: string): Promise<void> => {
      say(`announcements: ${name}`);
      rows.push(rowOf(name, count, await benchAnnouncements({ people: count, rate, database, say })));
    };
    await withFolder((folder) => measure('SQLite, 30/s', 30, people, `sqlite:${join(folder, 'bench.db')}`));
    const fast = quick ? 500 : 10_000;
    await withFolder((folder) =>
      measure('SQLite, 1,000/s', 1000, fast, `sqlite:${join(folder, 'bench.db')}`),
    );
    try {
      const server = await openPostgresServer();
      try {
        await measure('PostgreSQL, 1,000/s', 1000, fast, await server.createDatabase('announcements'));
      } finally {
        await server.stop();
      }
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      say(`announcements: PostgreSQL left out: ${error.message}`);
    }
    return [tableOf(rows)];
  },
};

function rowOf(name: string, people: number, figures: AnnouncementFigures): string[] {
  const perSecond = (figures.accepted - 1) / figures.seconds;
  const { memory, memoryBefore } = figures;
  return [
    name,
    people.toLocaleString('en'),
    `${perSecond.toFixed(perSecond < 100 ? 2 : 0)}/s`,
    `${(figures.share * 100).toFixed(1)} %`,
    `${Math.round(100_000 / perSecond / 60)} min`,
    `${figures.refused} / ${figures.unobeyed}`,
    `${figures.lost} / ${figures.doubled} / ${figures.unclear}`,
    memory === null ? '–' : megabytes(memory),
    memory === null || memoryBefore === null ? '–' : megabytes(Math.max(0, memory - memoryBefore)),
  ];
}

function tableOf(rows: readonly string[][]): Table {
  return {
    title: 'Announcements under Telegram’s limits',
    head: [
      '',
      'recipients',
      'rate',
      'of allowed',
      '100,000',
      '429 / unobeyed',
      'without / twice / unclear',
      'memory',
      'more than idle',
    ],
    rows,
    notes: [
      'The whole bot against a fake Bot API that refuses more than the rate in any second, or two a second to one chat.',
      'Target: 95 % of the allowed 30/s, no 429 unobeyed, nobody lost or doubled. The 1,000/s rows show what the ledger bears.',
    ],
  };
}
