/** One thing that must be so for the product to serve people. */
export interface CheckReport {
  readonly name: string;
  readonly ok: boolean;
  /** Why not, fit for the operator; no secrets. */
  readonly reason?: string;
  /** What the operator should know although all is well: a channel that staff switched off. */
  readonly note?: string;
  readonly tookMs: number;
}

export interface HealthReport {
  readonly ok: boolean;
  readonly checks: readonly CheckReport[];
}

/** Resolves when all is well, with a note if there is one; throws (or rejects with) the reason when not. */
export type Check = () => CheckNote | Promise<CheckNote>;
// biome-ignore lint/suspicious/noConfusingVoidType: a check without a note returns nothing
export type CheckNote = string | null | void;

export interface Health {
  /** Adds a named check to `/readyz`. @throws when the name is taken. */
  add(name: string, check: Check): void;
  /** Adds a check that is set by hand: `channel.up()`, `channel.down('token revoked')`. Down at first. */
  flag(name: string): { up(): void; down(reason: string): void };
  /** For `/healthz`: the process answers, so it lives. Never touches the database: a restart would not mend that. */
  alive(): HealthReport;
  /** For `/readyz`: all checks at once, each within its time. Requests that come meanwhile share the answer. */
  ready(): Promise<HealthReport>;
}

/** @param timeoutMs time for each check; an orchestrator's probe gives up sooner than a hanging database. */
export function createHealth(timeoutMs = 2000): Health {
  const checks = new Map<string, Check>();
  let running: Promise<HealthReport> | undefined;

  const add = (name: string, check: Check) => {
    if (checks.has(name)) throw new Error(`two health checks are named ${name}`);
    checks.set(name, check);
  };
  const runAll = async (): Promise<HealthReport> => {
    const reports = await Promise.all([...checks].map(([name, check]) => run(name, check, timeoutMs)));
    return { ok: reports.every((report) => report.ok), checks: reports };
  };

  return {
    add,
    flag(name) {
      let reason: string | null = 'not started yet';
      add(name, () => {
        if (reason !== null) throw new Error(reason);
      });
      return {
        up: () => {
          reason = null;
        },
        down: (why) => {
          reason = why;
        },
      };
    },
    alive: () => ({ ok: true, checks: [] }),
    ready: () => {
      running ??= runAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function run(name: string, check: Check, timeoutMs: number): Promise<CheckReport> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  const took = () => Math.round(performance.now() - started);
  try {
    const note = await Promise.race([Promise.resolve().then(check), late]);
    return { name, ok: true, ...(typeof note === 'string' ? { note } : {}), tookMs: took() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, ok: false, reason: reason.split('\n')[0] ?? '', tookMs: took() };
  } finally {
    clearTimeout(timer);
  }
}
