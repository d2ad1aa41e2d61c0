/** One thing that must be so for the product to serve people. */
export interface CheckReport {
  readonly name: string;
  readonly ok: boolean;
  /** False: the product serves people without it. */
  readonly needed?: false;
  /** Why not, fit for the operator; no secrets. */
  readonly reason?: string;
  /** What the operator should know although all is well: a channel that staff switched off. */
  readonly note?: string;
  readonly tookMs: number;
}

export interface HealthReport {
  /** All that is needed is well. */
  readonly ok: boolean;
  readonly checks: readonly CheckReport[];
}

/** Resolves when all is well, with a note if there is one; throws (or rejects with) the reason when not. */
export type Check = () => CheckNote | Promise<CheckNote>;
// biome-ignore lint/suspicious/noConfusingVoidType: a check without a note returns nothing
export type CheckNote = string | null | void;

export interface Flag {
  up(): void;
  down(reason: string): void;
}

export interface FlagOptions {
  /**
   * Others serve people without it: that it is down is told, and turns nobody away. Only its start is waited for, until
   * it is first set or `graceMs` are over.
   */
  readonly optional?: boolean;
  /** 5 s. */
  readonly graceMs?: number;
  /** Told of each setting, for metrics. */
  readonly onSet?: (up: boolean) => void;
}

export interface Health {
  /** Adds a named check to `/readyz`. @throws when the name is taken. */
  add(name: string, check: Check): void;
  /** Adds a check that is set by hand: `channel.up()`, `channel.down('token revoked')`. Down at first. */
  flag(name: string, options?: FlagOptions): Flag;
  /** For `/healthz`: the process answers, so it lives. Never touches the database: a restart would not mend that. */
  alive(): HealthReport;
  /** For `/readyz`: all checks at once, each within its time. Requests that come meanwhile share the answer. */
  ready(): Promise<HealthReport>;
  /** One check alone, by its name; `null` when there is none. */
  one(name: string): Promise<CheckReport | null>;
}

/** @param timeoutMs time for each check; an orchestrator's probe gives up sooner than a hanging database. */
export function createHealth(timeoutMs = 2000): Health {
  const checks = new Map<string, { readonly check: Check; readonly needed: () => boolean }>();
  let running: Promise<HealthReport> | undefined;

  const add = (name: string, check: Check, needed = () => true) => {
    if (checks.has(name)) throw new Error(`two health checks are named ${name}`);
    checks.set(name, { check, needed });
  };
  const runAll = async (): Promise<HealthReport> => {
    const reports = await Promise.all(
      [...checks].map(async ([name, { check, needed }]): Promise<CheckReport> => {
        const report = await run(name, check, timeoutMs);
        return report.ok || needed() ? report : { ...report, needed: false };
      }),
    );
    return { ok: reports.every(({ ok, needed }) => ok || needed === false), checks: reports };
  };

  return {
    add: (name, check) => add(name, check),
    flag(name, { optional = false, graceMs = 5000, onSet } = {}) {
      let reason: string | null = 'not started yet';
      let starting = true;
      const since = performance.now();
      const check = () => {
        if (reason !== null) throw new Error(reason);
      };
      add(name, check, () => !optional || (starting && performance.now() - since < graceMs));
      const set = (why: string | null): void => {
        reason = why;
        starting = false;
        onSet?.(why === null);
      };
      return { up: () => set(null), down: set };
    },
    alive: () => ({ ok: true, checks: [] }),
    ready: () => {
      running ??= runAll().finally(() => {
        running = undefined;
      });
      return running;
    },
    async one(name) {
      const entry = checks.get(name);
      return entry === undefined ? null : await run(name, entry.check, timeoutMs);
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
