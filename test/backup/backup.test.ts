import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { backup } from '../../src/backup/backup.ts';
import { restore } from '../../src/backup/restore.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { type DatabaseAddress, parseDatabaseUrl } from '../../src/store/url.ts';
import { update } from '../store/contract/given.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres, temporaryDirectory } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

const folder = temporaryDirectory();
const options = { clock: manualClock(), logger: quiet };
let files = 0;
const freshFile = (ending: string): string => {
  files += 1;
  return join(folder, `${files}.${ending}`);
};
const address = (url: string): DatabaseAddress => {
  const read = parseDatabaseUrl(url);
  if ('fault' in read) throw new Error(read.fault);
  return read;
};
const kinds = {
  SQLite: async () => address(`sqlite:${freshFile('db')}`),
  PostgreSQL: async () => address(await freshPostgres()),
};

/** Some of everything that refers to something else, and numbers the database gives. */
async function filled(store: Store): Promise<string> {
  const person = await store.people.arrive('telegram', '42');
  await store.people.prefer(person.id, { locale: 'kk-Arab', region: 'KZ-75' }, 'choice');
  await store.history.append(person.id, [{ author: 'user', payload: 'сәлем "\u0000' }], 10);
  await store.contexts.set(person.id, { region: 'KZ-75' });
  await store.conversations.write('telegram', 'guide:42', { step: 2, нұсқа: [1, null] }, { owner: '42' });
  await store.inbox.store([update('chat', 1), update('chat', 2)]);
  await store.staff.set('telegram', '7', 'administrator');
  await store.leases.acquire('sender', 'a', 1000);
  return person.id;
}

async function shown(store: Store, person: string): Promise<unknown> {
  return {
    data: await store.exportEverything(person),
    guide: await store.conversations.read('telegram', 'guide:42'),
    depth: await store.inbox.depth(),
    staff: await store.staff.list(),
  };
}

describe.each([
  ['SQLite', 'SQLite'],
  ['PostgreSQL', 'PostgreSQL'],
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const)('a backup of %s made beside the running bot, restored into %s', (from, to) => {
  it('holds everything, and the restored bot goes on from there', async () => {
    const [source, target, file] = [await kinds[from](), await kinds[to](), freshFile('backup')];
    const running = await openStore(source, options);
    const person = await filled(running);
    const before = await shown(running, person);
    await backup(source, file);
    await running.staff.set('telegram', 'later', 'operator');
    await running.close();

    expect(await restore(file, target, options)).toMatchObject({ people: 1, inbox: 2, history: 1 });
    const restored = await openStore(target, options);
    expect(await shown(restored, person)).toEqual(before);
    // Repeats are still known, and new rows get new numbers.
    expect(await restored.inbox.store([update('chat', 2), update('chat', 3)])).toBe(1);
    await restored.history.append(person, [{ author: 'bot', payload: 'иә' }], 10);
    expect((await restored.history.list(person, 10)).map(({ author }) => author)).toEqual(['user', 'bot']);
    await restored.close();
  });
});

describe('a restore refuses', () => {
  const archive = async (): Promise<string> => {
    const source = await kinds.PostgreSQL();
    const store = await openStore(source, options);
    await filled(store);
    await store.close();
    const file = freshFile('backup');
    await backup(source, file);
    return file;
  };
  const lines = (file: string): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const written = (content: readonly string[]): string => {
    const file = freshFile('backup');
    writeFileSync(file, gzipSync(`${content.join('\n')}\n`));
    return file;
  };

  it('a database that is not empty, one in use, and a file that is no backup', async () => {
    const file = await archive();
    const target = await kinds.SQLite();
    const running = await openStore(target, options);
    await expect(restore(file, target, options)).rejects.toThrow('in use by another bot');
    await running.staff.set('telegram', '1', 'operator');
    await running.close();
    await expect(restore(file, target, options)).rejects.toThrow('not empty (staff)');
    const other = freshFile('txt');
    writeFileSync(other, 'a letter to somebody');
    await expect(restore(other, await kinds.SQLite(), options)).rejects.toThrow('no backup of Bağdar');
  });

  it('half a backup, and leaves the database as it was', async () => {
    const whole = lines(await archive());
    const target = await kinds.SQLite();
    await expect(restore(written(whole.slice(0, -2)), target, options)).rejects.toThrow('not whole');
    const store = await openStore(target, options);
    expect(await store.people.count()).toBe(0);
    await store.close();
  });

  it('a backup of a newer release', async () => {
    const [head = '', ...rest] = lines(await archive());
    const newer = head.replace('"0001-first"', '"0001-first","9999-future"');
    await expect(restore(written([newer, ...rest]), await kinds.SQLite(), options)).rejects.toThrow(
      'newer release (9999-future)',
    );
  });
});

it.each(['SQLite', 'PostgreSQL'] as const)('a backup of %s is for its owner to read only', async (kind) => {
  const [source, file] = [await kinds[kind](), freshFile('backup')];
  await (await openStore(source, options)).close();
  await backup(source, file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('a backup overwrites nothing', async () => {
  const file = freshFile('backup');
  writeFileSync(file, 'precious');
  await expect(backup(await kinds.SQLite(), file)).rejects.toThrow('exists already');
  expect(readFileSync(file, 'utf8')).toBe('precious');
});
