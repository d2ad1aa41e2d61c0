import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../src/store/failure.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { manualClock } from '../support/clock.ts';
import { temporaryDirectory } from '../support/database.ts';
import { minute, silent, update } from './contract/given.ts';

const directory = temporaryDirectory();
let files = 0;
const newFile = () => {
  files += 1;
  return join(directory, `${files}`, 'bagdar.db');
};
const open = (file: string, options: Partial<StoreOptions> = {}) =>
  openStore(`sqlite:${file}`, { clock: manualClock(), logger: silent, ...options });

describe('a SQLite file', () => {
  it('is made with its directory, in WAL mode', async () => {
    const file = newFile();
    const store = await open(file);
    expect(readFileSync(file).subarray(18, 20)).toEqual(Buffer.from([2, 2]));
    await store.close();
  });

  it('refuses a second bot in one clear line, and lets it in after the first stopped', async () => {
    const file = newFile();
    const first = await open(file);
    const refused = await open(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreFailure);
    expect((refused as Error).message).toBe(
      `DATABASE_URL: ${file} is in use by another bot (process ${process.pid} since 2026-07-01T09:00:00.000Z); stop it first, or give this one its own file`,
    );
    await first.people.arrive('telegram', '1');
    await first.close();
    const second = await open(file);
    expect(await second.people.count()).toBe(1);
    await second.close();
  });

  it('lets admin commands in beside the bot, and they see each other’s writes', async () => {
    const file = newFile();
    const bot = await open(file);
    const admin = await open(file, { role: 'admin' });
    const { id } = await bot.people.arrive('telegram', '1');
    expect(await admin.people.byId(id)).not.toBeNull();
    await admin.staff.set('telegram', '1', 'editor');
    expect(await bot.staff.roleOf('telegram', '1')).toBe('editor');
    await admin.close();
    await bot.close();
  });

  it('leaves what the bot has in hand alone when an admin command opens it', async () => {
    const file = newFile();
    const bot = await open(file);
    await bot.inbox.store([update('1', 1)]);
    await bot.inbox.claim({ owner: 'bot', limit: 1, leaseMs: minute });
    const admin = await open(file, { role: 'admin' });
    expect(await admin.inbox.depth()).toMatchObject({ leased: 1, waiting: 0 });
    await admin.close();
    await bot.close();
  });

  it('is closed without leftovers', async () => {
    const file = newFile();
    await (await open(file)).close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(existsSync(`${file}.running`)).toBe(false);
  });

  it('is checked after an unclean stop, and said to be whole', async () => {
    const file = newFile();
    await (await open(file)).close();
    writeFileSync(`${file}.running`, 'process 4 since yesterday\n');
    const said: string[] = [];
    const logger = { info: () => undefined, warn: (_: object, message: string) => said.push(message) };
    await (await open(file, { logger })).close();
    expect(said).toEqual(['the last bot did not stop cleanly; the file was checked and is whole']);
  });

  it('is refused when damaged after an unclean stop, at every start until restored', async () => {
    const file = newFile();
    const store = await open(file);
    for (let person = 0; person < 300; person += 1) await store.people.arrive('telegram', `id-${person}`);
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 3, bytes.length - 4096);
    writeFileSync(file, bytes);
    writeFileSync(`${file}.running`, 'process 4 since yesterday\n');
    for (const start of [1, 2]) {
      const refused = await open(file).catch((error: unknown) => error as Error);
      expect(refused, `start ${start}`).toBeInstanceOf(StoreFailure);
      expect((refused as Error).message).toMatch(/^DATABASE_URL: .* (is damaged|cannot be)/);
      expect((refused as Error).message).not.toContain('\n');
    }
  });

  it('hands out at once what a killed bot had in hand', async () => {
    const file = newFile();
    const killed = await open(file);
    await killed.inbox.store([update('1', 1)]);
    await killed.inbox.claim({ owner: 'killed', limit: 1, leaseMs: 60 * minute });
    await killed.close();
    const next = await open(file);
    expect(await next.inbox.claim({ owner: 'next', limit: 1, leaseMs: minute })).toMatchObject([
      { position: 1, attempts: 2 },
    ]);
    await next.close();
  });

  it('works on with a file of a newer release and says so', async () => {
    const file = newFile();
    await (await open(file)).close();
    const database = new DatabaseSync(file);
    database.exec(
      "insert into migrations values ('9999-later', 1); alter table people add column later text",
    );
    database.close();
    const said: unknown[] = [];
    const store = await open(file, { logger: { ...silent, warn: (details: object) => said.push(details) } });
    expect(said).toMatchObject([{ migrations: ['9999-later'] }]);
    expect(await store.people.arrive('web', 'x')).toMatchObject({ externalId: 'x' });
    await store.close();
  });

  it('is refused in one line when it is no database or cannot be made', async () => {
    const file = newFile();
    await (await open(file)).close();
    writeFileSync(file, 'not a database, but long enough to be looked at as one. '.repeat(20));
    await expect(open(file)).rejects.toThrow(/^DATABASE_URL: .* cannot be opened: file is not a database$/);
    await expect(open('/dev/null/x/bagdar.db')).rejects.toThrow(/^DATABASE_URL: .* cannot be opened: /);
  });
});
