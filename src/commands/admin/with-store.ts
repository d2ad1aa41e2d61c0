import type { Config } from '../../config/config.ts';
import { readConfig } from '../../config/read.ts';
import { systemClock } from '../../operations/clock.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/ports/store.ts';
import { Refusal } from './refusal.ts';

const silent = { info: () => undefined, warn: () => undefined };

/**
 * Runs a command over the store of `DATABASE_URL`, beside a running bot, and closes it again.
 * @throws Refusal with the faults of the environment; StoreFailure when the store cannot be opened
 */
export async function withStore<T>(run: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const read = readConfig(process.env);
  if (!read.ok) throw new Refusal(read.faults.join('\n'), 2);
  const { config } = read;
  const store = await openStore(config.database, { clock: systemClock, logger: silent, role: 'admin' });
  try {
    return await run(store, config);
  } finally {
    await store.close();
  }
}

/** One line of JSON for programs. */
export function printLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
