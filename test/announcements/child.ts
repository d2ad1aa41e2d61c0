import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FakeBotApi } from '../support/bot-api/server.ts';

const program = fileURLToPath(new URL('killed-sender.ts', import.meta.url));

/** A sender in a process of its own. */
export interface SenderChild {
  readonly pid: number;
  /** As `kill -9` does. Resolves when it is gone. */
  kill(): Promise<void>;
}

export function spawnSender(
  url: string,
  api: Pick<FakeBotApi, 'root' | 'token'>,
  options: { readonly rate: number; readonly leaseMs: number },
): SenderChild {
  const child: ChildProcess = spawn(
    process.execPath,
    [program, url, api.root, api.token, String(options.rate), String(options.leaseMs)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
