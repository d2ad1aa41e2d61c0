import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { Announcement } from '../../announcements/announcement.ts';
import { systemClock } from '../../operations/clock.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports/store.ts';
import { type BenchOptions, type BenchPart, CannotRun } from './part.ts';
import { openPostgresServer } from './postgres.ts';
import { megabytes, ms, perSecond, quantile } from './table.ts';
import { withFolder } from './updates.ts';

/** People of one language and two regions: about a fifteenth of everybody. */
const audience = { languages: ['ru'], regions: ['KZ-75', 'KZ-71'] };
/** People added to a ledger in one transaction, as the sender does it. */
const ledgerStep = 5000;
const quiet = { info() {}, warn() {} };

/**
 * What the store costs as people come: bytes a person (row, indexes, one question and one limit row each), time to know
 * a person by their Telegram id, to count an audience, and to fill the ledger of an announcement to everybody.
 */
export const growthPart: BenchPart = {
  name: 'growth',
  about: 'the store at 10 k, 100 k and 1 M people',
  async run(options) {
    const rows: string[][] = [];
    for (const people of options.quick ? [1000] : [10_000, 100_000, 1_000_000]) {
      options.say(`growth: SQLite, ${people} people`);
      rows.push(await withFolder((folder) => onSqlite(join(folder, 'bench.db'), people)));
    }
    rows.push(...(await onServer(options)));
    return [
      {
        title: 'Growth of the store',
        head: [
          '',
          'on disk',
          'a person',
          'known by id, p99',
          'audience counted',
          'ledger filled',
          'people a second',
        ],
        rows,
        notes: [
          'A person: their row and one question with all indexes. The ledger: one announcement to everybody.',
        ],
      },
    ];
  },
};

const created = Date.now() - 30 * 86_400_000;
/** Columns of a person from a number `n`; the ids are as long as real ones and in no order, as real ones are. */
const person = (hex: string) => `
  ${hex}, 'telegram', cast(1000000 + n as text), case n % 3 when 0 then 'ru' else 'kk' end,
  case n % 5 when 0 then 'KZ-75' when 1 then 'KZ-71' else 'KZ-10' end, '[]', ${created}, ${created} + n % 1000000`;
const question = (hex: string) => `
  ${hex}, ${hex}, 'telegram', 'қандас мәртебесін қалай алуға болады және қандай құжаттар керек', 'kk', 'cyrl', 'answer',
  'entry.high_confidence', 'kandas.how', 0.9, 2, '0123456789abcdef', ${created} + n % 1000000`;
const peopleColumns = '(id, channel, external_id, locale, region, chosen, created_at, last_seen_at)';
const questionColumns =
  '(id, person_id, channel, text, language, script, kind, reason, entry, confidence, took_ms, content_version, asked_at)';

async function onSqlite(file: string, people: number): Promise<string[]> {
  mkdirSync(dirname(file), { recursive: true });
  const options = { clock: systemClock, logger: quiet };
  await (await openStore(`sqlite:${file}`, options)).close();
  const database = new DatabaseSync(file);
  const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${people})`;
  // Multiplying by an odd number gives each n another place.
  const hex = `printf('%08x%08x', (n * 2654435761) % 4294967296, n)`;
  database.exec(`begin; ${numbers} insert into people ${peopleColumns} select ${person(hex)} from numbers;
    ${numbers} insert into questions ${questionColumns} select ${question(hex)} from numbers;
    commit; pragma wal_checkpoint(truncate)`);
  database.close();
  const bytes = statSync(file).size;
  const store = await openStore(`sqlite:${file}`, options);
  try {
    return await measured('SQLite', store, people, bytes);
  } finally {
    await store.close();
  }
}

async function onServer({ quick, say }: BenchOptions): Promise<string[][]> {
  try {
    const server = await openPostgresServer();
    try {
      const people = quick ? 1000 : 100_000;
      say(`growth: PostgreSQL, ${people} people`);
      return [await onPostgres(await server.createDatabase('growth'), people)];
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return [];
  }
}

async function onPostgres(url: string, people: number): Promise<string[]> {
  const store = await openStore(url, { clock: systemClock, logger: quiet });
  const client = new pg.Client(url);
  await client.connect();
  try {
    const numbers = `from generate_series(1, ${people}) as n`;
    const hex = `lpad(to_hex((n::bigint * 2654435761) % 4294967296), 8, '0') || lpad(to_hex(n), 8, '0')`;
    await client.query(`insert into people ${peopleColumns} select ${person(hex)} ${numbers}`);
    await client.query(`insert into questions ${questionColumns} select ${question(hex)} ${numbers}`);
    await client.query('analyze');
    const { rows } = await client.query('select pg_database_size(current_database())::float8 as bytes');
    return await measured('PostgreSQL', store, people, Number(rows[0]?.bytes));
  } finally {
    await client.end();
    await store.close();
  }
}

async function measured(name: string, store: Store, people: number, bytes: number): Promise<string[]> {
  const known: number[] = [];
  for (let at = 0; at < 500; at += 1) {
    const id = String(1_000_000 + 1 + ((at * 7919) % people));
    known.push(await timed(() => store.people.find('telegram', id)));
  }
  const { audience: everybody, ...rest } = Announcement.parse({ text: { kk: 'Сынақ', ru: 'Проверка' } });
  const count = await timed(() =>
    store.announcements.reach({ ...everybody, ...Announcement.shape.audience.parse(audience) }, false),
  );
  const announcement = await store.announcements.create({
    kind: 'message',
    state: 'scheduled',
    definition: { ...rest, audience: everybody },
    startsAt: new Date(),
  });
  const zones = [{ zone: 'Asia/Almaty', countries: [] }];
  const filled = await timed(async () => {
    while ((await store.ledger.resolve(announcement, zones, ledgerStep)) === ledgerStep);
  });
  return [
    `${name}, ${people.toLocaleString('en')} people`,
    megabytes(bytes),
    `${Math.round(bytes / people)} B`,
    ms(quantile(known, 0.99)),
    ms(count),
    ms(filled),
    perSecond((people / filled) * 1000),
  ];
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await action();
  return performance.now() - since;
}
