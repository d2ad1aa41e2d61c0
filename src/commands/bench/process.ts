import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program under measurement, in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Processor time used so far, milliseconds; `null` where the system does not tell (not Linux). */
  cpu(): number | null;
  /** Resident memory in bytes; `null` where the system does not tell. */
  resident(): number | null;
  /** Asks it to stop and waits; kills it when it does not. */
  stop(): Promise<void>;
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;
const patience = 15_000;

function program(child: ChildProcess): Program {
  const proc = (name: string): string | null => {
    try {
      return readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
    } catch {
      return null;
    }
  };
  return {
    child,
    cpu() {
      // The name in parentheses may hold spaces; what follows it does not.
      const fields = proc('stat')
        ?.replace(/^.*\) /u, '')
        .split(' ');
      return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) * tick;
    },
    resident() {
      const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(proc('status') ?? '')?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) * 1024;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Starts a module of this folder that talks by messages. */
export function forked(module: string, args: readonly string[] = []): Program {
  return program(
    fork(join(import.meta.dirname, module), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  );
}

/** Starts the product as `npm start` does, with an environment of its own. */
export function started(
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Program {
  const { PATH, HOME, TMPDIR } = process.env;
  const inherited = { PATH, HOME, TMPDIR };
  const main = join(import.meta.dirname, '..', '..', 'start.js');
  return program(
    spawn(process.execPath, [...flags, main], {
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
}

/** Waits until `/readyz` says yes. @returns milliseconds waited */
export async function untilReady(port: number, running: Program, since = performance.now()): Promise<number> {
  while (performance.now() - since < 60_000) {
    if (running.child.exitCode !== null) throw new Error(`the program ended with ${running.child.exitCode}`);
    try {
      const { ok } = await fetch(`http://127.0.0.1:${port}/readyz`);
      if (ok) return performance.now() - since;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the program was not ready within a minute');
}
