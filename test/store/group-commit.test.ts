import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGroupCommit, type GroupCommit } from '../../src/store/sqlite/group-commit.ts';

let folder: string;
let database: DatabaseSync;
let group: GroupCommit;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-'));
  database = new DatabaseSync(join(folder, 'file.db'));
  database.exec('pragma journal_mode = wal; create table notes (id integer primary key)');
  group = createGroupCommit(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const insert = (id: number) => () => database.exec(`insert into notes values (${id})`);
const ids = (from = database) =>
  from
    .prepare('select id from notes order by id')
    .all()
    .map(({ id }) => id);
const write = (id: number) => group.run('write', insert(id));

test('writes of one turn share one commit', async () => {
  const exec = vi.spyOn(database, 'exec');
  await Promise.all([write(1), write(2), write(3)]);
  expect(exec.mock.calls.filter(([sql]) => sql === 'commit')).toHaveLength(1);
  expect(ids()).toEqual([1, 2, 3]);
});

test('a write is told of only when others can see it', async () => {
  const other = new DatabaseSync(join(folder, 'file.db'));
  const written = write(1);
  await Promise.resolve();
  expect(ids(other)).toEqual([]);
  await written;
  expect(ids(other)).toEqual([1]);
  other.close();
});

test('what is written loosely is told of at once and goes with the next commit', async () => {
  const other = new DatabaseSync(join(folder, 'file.db'));
  await group.run('loose', insert(1));
  expect(ids(other)).toEqual([]);
  await write(2);
  expect(ids(other)).toEqual([1, 2]);
  other.close();
});

test('those who join while others are joining share the commit', async () => {
  const exec = vi.spyOn(database, 'exec');
  const first = write(1);
  const later = new Promise<void>((resolve) => {
    void write(2);
    setImmediate(() => resolve(write(3)));
  });
  await Promise.all([first, later]);
  expect(exec.mock.calls.filter(([sql]) => sql === 'commit')).toHaveLength(1);
});

test('a write that fails leaves the others alone', async () => {
  const results = await Promise.allSettled([write(1), write(1), write(2)]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(ids()).toEqual([1, 2]);
});

test("rolling one caller's transaction back leaves the others alone", async () => {
  const before = write(1);
  const transaction = await group.begin();
  transaction.run(insert(2));
  const after = write(3);
  transaction.rollback();
  await Promise.all([before, after]);
  expect(ids()).toEqual([1, 3]);
});

test("nobody's statement gets into another caller's transaction", async () => {
  const transaction = await group.begin();
  const seen = group.run('read', () => ids());
  const second = group.begin();
  transaction.run(insert(1));
  await transaction.commit();
  expect(await seen).toEqual([1]);
  (await second).rollback();
});

test('a commit that fails is told to everyone who waited for it', async () => {
  const results = Promise.allSettled([write(1), write(2)]);
  database.exec('rollback');
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await write(3);
  expect(ids()).toEqual([3]);
});

test('pragmas run outside of the group', async () => {
  const written = write(1);
  await group.run('alone', () => database.exec('pragma wal_checkpoint(truncate)'));
  await written;
  expect(ids()).toEqual([1]);
});
