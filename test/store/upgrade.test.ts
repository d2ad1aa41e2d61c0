import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/store/database/dialect.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import type { Tables } from '../../src/store/database/tables.ts';
import { type Migration, migrations } from '../../src/store/migrations/all.ts';
import { openStore } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres, temporaryDirectory } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { update } from './contract/given.ts';

const folder = temporaryDirectory();
const clock = manualClock();
const options = { clock, logger: quiet };

/** Works on a database past the store, as another release would. */
async function past<T>(url: string, work: (db: Kysely<Tables>, dialect: Dialect) => Promise<T>): Promise<T> {
  const postgres = url.startsWith('postgres');
  const file = postgres ? undefined : new DatabaseSync(url.slice('sqlite:'.length));
  const db = file
    ? new Kysely<Tables>({ dialect: nodeSqliteDialect(file) })
    : openPostgres(url, () => undefined);
  try {
    return await work(db, postgres ? 'postgres' : 'sqlite');
  } finally {
    await db.destroy();
    file?.close();
  }
}

/** A release to come: it adds to tables of ours and makes one of its own. */
const future: Migration = {
  name: '9999-future',
  async up(db) {
    await sql`alter table people add column mood text`.execute(db);
    await sql`alter table inbox add column weight bigint not null default 1`.execute(db);
    await sql`create table moods (name text primary key)`.execute(db);
  },
};

describe.each([
  ['SQLite', async () => `sqlite:${join(mkdtempSync(join(folder, 'db-')), 'bagdar.db')}`],
  ['PostgreSQL', freshPostgres],
] as const)('on %s', (_, fresh) => {
  it('data of the first release are there after the upgrade, and nothing is asked twice', async () => {
    const url = await fresh();
    const at = clock.now().getTime();
    await past(url, async (db, dialect) => {
      await migrate(db, dialect, migrations.slice(0, 2), clock.now());
      await sql`insert into people (id, channel, external_id, locale, chosen, created_at, last_seen_at)
        values ('p1', 'telegram', '42', 'kk-Arab', '["locale"]', ${at}, ${at})`.execute(db);
      await sql`insert into questions (id, person_id, channel, text, language, script, kind, reason, entry,
          confidence, took_ms, content_version, asked_at)
        values ('q1', 'p1', 'telegram', 'қандас', 'kk', 'cyrl', 'answer', 'sure', 'kandas.what', 0.9, 3, 'v1', ${at})`.execute(
        db,
      );
      await sql`insert into inbox (channel, update_id, position, payload, state, due_at, received_at, finished_at)
        values ('telegram', 'chat-1', 1, '', 'done', ${at}, ${at}, ${at})`.execute(db);
    });
    const store = await openStore(url, options);
    expect(await store.people.find('telegram', '42')).toMatchObject({ id: 'p1', locale: 'kk-Arab' });
    expect(await store.questions.byId('q1')).toMatchObject({ text: 'қандас', entry: 'kandas.what' });
    expect(await store.inbox.store([update('chat', 1), update('chat', 2)])).toBe(1);
    await store.close();
  });

  it('migrations only add: the release before finds its tables, and may leave new columns out', async () => {
    const url = await fresh();
    await past(url, async (db, dialect) => {
      await migrate(db, dialect, migrations.slice(0, 2), clock.now());
      for (let upTo = 3; upTo <= migrations.length; upTo += 1) {
        const before = await db.introspection.getTables();
        await migrate(db, dialect, migrations.slice(0, upTo), clock.now());
        const after = new Map(
          (await db.introspection.getTables()).map((table) => [table.name, table.columns]),
        );
        for (const { name, columns } of before) {
          const now = after.get(name) ?? [];
          const names = now.map((column) => column.name);
          expect(names).toEqual(expect.arrayContaining(columns.map((column) => column.name)));
          const added = now.filter((column) => columns.every((old) => old.name !== column.name));
          const demanded = added.filter((column) => !column.isNullable && !column.hasDefaultValue);
          expect(demanded.map((column) => `${name}.${column.name}`)).toEqual([]);
        }
      }
    });
  });

  it('this release works on the schema of the next one, beside it', async () => {
    const url = await fresh();
    await past(url, (db, dialect) => migrate(db, dialect, [...migrations, future], clock.now()));
    const store = await openStore(url, options);
    const person = await store.people.arrive('telegram', '42');
    await store.people.prefer(person.id, { region: 'KZ-75' }, 'choice');
    await store.inbox.store([update('chat', 1), update('chat', 2)]);
    const [claim] = await store.inbox.claim({ owner: 'a', limit: 5, leaseMs: 1000 });
    expect(claim).toMatchObject({ updateId: 'chat-1' });
    expect(await store.inbox.done(claim!)).toBe(true);
    await store.deleteEverything(person.id);
    expect(await store.people.count()).toBe(0);
    await store.close();
    const names = await past(url, (db) => sql<{ name: string }>`select name from migrations`.execute(db));
    expect(names.rows.map(({ name }) => name)).toContain('9999-future');
  });
});
