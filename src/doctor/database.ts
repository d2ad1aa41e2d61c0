import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { replicaEveryMs, silentTurns } from '../measures/replicas.ts';
import type { Clock } from '../operations/clock.ts';
import { StoreFailure } from '../store/failure.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/ports/store.ts';
import { type DatabaseAddress, describeDatabase } from '../store/url.ts';
import { type Finding, fault, note, ok } from './finding.ts';

/** An update that waits longer than this is not being worked on. */
const longWaitMs = 5 * 60_000;

/** The database: reachable, whole, of this release; what waits in it and what was given up. */
export async function examineDatabase(address: DatabaseAddress, clock: Clock): Promise<readonly Finding[]> {
  const name = describeDatabase(address);
  if (address.kind === 'sqlite' && address.file !== ':memory:' && !existsSync(address.file)) {
    return [note(`${name} does not exist yet; the first start makes it`)];
  }
  const findings: Finding[] = [];
  if (address.kind === 'sqlite') {
    const damage = integrityOf(address.file);
    if (damage !== null) {
      return [
        fault(`${name} is damaged: ${damage}`, 'stop the bot, put the file aside, restore the last backup'),
      ];
    }
    findings.push(ok(`${name} is whole`));
  }
  const logger = {
    info: (_details: object, message: string) => void findings.push(note(message)),
    warn: (_details: object, message: string) => void findings.push(note(message)),
  };
  let store: Store;
  try {
    store = await openStore(address, { clock, logger, role: 'admin' });
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return [...findings, fault(error.message, 'check DATABASE_URL, and that the server runs and lets us in')];
  }
  try {
    findings.push(ok(`${name} answers and has the schema of this release`));
    findings.push(...(await examineInbox(store, clock)), ...(await examineReplicas(store)));
    if ((await store.staff.list()).every(({ role }) => role !== 'administrator')) {
      findings.push(
        note('there is no administrator: set STAFF_IDS, or `npm run admin -- staff add ID administrator`'),
      );
    }
  } finally {
    await store.close();
  }
  return findings;
}

async function examineInbox(store: Store, clock: Clock): Promise<readonly Finding[]> {
  const { waiting, leased, parked, oldest } = await store.inbox.depth();
  const findings: Finding[] = [];
  const age = oldest === null ? 0 : clock.now().getTime() - oldest.getTime();
  findings.push(
    age > longWaitMs
      ? fault(
          `${waiting + leased} updates wait in the inbox, the oldest for ${Math.round(age / 60_000)} min`,
          'start the bot; if it runs, look at its log and /readyz',
        )
      : ok(`${waiting + leased} updates wait in the inbox`),
  );
  if (parked === 0) return findings;
  const reasons = await store.inbox.parkedReasons(5);
  const listed = reasons.map(({ reason, count }) => `${count} × ${reason}`).join('; ');
  findings.push(
    fault(
      `${parked} updates were given up: ${listed}`,
      'report the reasons to the developers; their senders were told; retention forgets these rows',
    ),
  );
  return findings;
}

async function examineReplicas(store: Store): Promise<readonly Finding[]> {
  const running = await store.replicas.list(replicaEveryMs * silentTurns);
  if (running.length === 0) return [note('no bot runs on this database now')];
  const of = (read: (one: (typeof running)[number]) => string) => [...new Set(running.map(read))];
  const contents = of(({ contentVersion }) => contentVersion);
  if (contents.length === 1) return [ok(`${running.length} running, content ${contents[0]}`)];
  return [
    fault(
      `${running.length} bots run with different content: ${contents.join(', ')}`,
      'normal during a rollout; after it, bring the same content to every replica',
    ),
  ];
}

function integrityOf(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    const rows = database.prepare('pragma integrity_check(3)').all();
    database.close();
    const found = rows.map((row) => String(row.integrity_check)).join('; ');
    return found === 'ok' ? null : found.replaceAll('\n', ' ');
  } catch (error) {
    return (error as Error).message;
  }
}
