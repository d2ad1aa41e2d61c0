import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';
import type { LogLevel } from '../config/config.ts';
import { scrubSecrets } from '../privacy/secrets.ts';
import { createHide, type Hide } from './hide.ts';

/** What parts of the product log with. `log.info({ entry }, 'answered')`. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Secrets of this process (bot token, webhook secret, database address): removed wherever they stand. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard output by default. */
  readonly destination?: DestinationStream;
}

/**
 * JSON lines without secrets and without personal data, by three nets: named fields are hidden at any depth
 * (`hide.ts`), personal numbers in strings are masked, and each finished line is scrubbed of secrets, so
 * that even what pino adds itself cannot carry a token out.
 */
export function createLogger({ level, secrets = [], destination }: LoggerOptions): Logger {
  const out = destination ?? pino.destination({ fd: 1, sync: true });
  const hide = createHide(secrets);
  const scrubbing: DestinationStream = { write: (line) => out.write(scrubSecrets(line, secrets)) };
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Already hidden below; pino's own serializer expects a real error.
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          method.apply(this, hideMessage(args, hide) as typeof args);
        },
      },
    },
    scrubbing,
  );
  // pino does not run its formatters on what a child logger is bound to. Children inherit this method.
  const { child } = logger;
  logger.child = function (this: Logger, bindings: object, ...rest: []) {
    return child.call(this, hide(bindings) as Record<string, unknown>, ...rest);
  } as typeof child;
  return logger;
}

/** An error given first becomes `err`; strings (the message and what is put into it) are masked. */
function hideMessage(args: readonly unknown[], hide: Hide): unknown[] {
  const [first, ...rest] = args;
  const masked = rest.map(hide);
  if (!(first instanceof Error)) return [hide(first), ...masked];
  return [{ err: hide(first) }, ...(masked.length > 0 ? masked : ['error'])];
}
