import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { manualClock } from '../support/clock.ts';
import { freshPostgres, temporaryDirectory } from '../support/database.ts';
import { minute, silent } from './contract/given.ts';

const writer = fileURLToPath(new URL('killed-writer.ts', import.meta.url));

/** Lets a writer commit at least `count` writes, kills it without warning, and returns what it said. */
async function killAfter(url: string, count: number): Promise<{ process: string; last: number }> {
  const child = spawn(process.execPath, [writer, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = new Promise((done) => child.once('exit', done));
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.split('\n').length > count) child.kill('SIGKILL');
  });
  await ended;
  const last = said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)?.split(' ');
  if (!last?.[1]) throw new Error(`the writer said nothing: ${complaint}`);
  return { process: last[0] ?? '', last: Number(last[1]) };
}

const file = join(temporaryDirectory(), 'bagdar.db');

describe.each([
  ['SQLite', async () => `sqlite:${file}`],
  ['PostgreSQL', freshPostgres],
])('a writer on %s killed with SIGKILL', (_name, database) => {
  it('loses nothing it had committed, and leaves no lock behind', { timeout: 60_000 }, async () => {
    const url = await database();
    const killed = [];
    for (const count of [3, 7, 12]) killed.push(await killAfter(url, count));
    const store = await openStore(url, { clock: manualClock('2100-01-01T00:00:00Z'), logger: silent });
    const kept = new Set<string>();
    for (;;) {
      const claims = await store.inbox.claim({ owner: 'test', limit: 100, leaseMs: minute });
      if (claims.length === 0) break;
      for (const claim of claims) kept.add(claim.updateId);
      await store.inbox.doneAll(claims);
    }
    for (const { process, last } of killed) {
      for (let position = 1; position <= last; position += 1)
        expect(kept).toContain(`k${process}-${position}`);
    }
    const region = (await store.people.find('telegram', '77'))?.region ?? '';
    expect(Number(region.slice(3))).toBeGreaterThanOrEqual(killed.at(-1)?.last ?? Number.NaN);
    await store.close();
  });
});
