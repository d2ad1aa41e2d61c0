import { createInterface } from 'node:readline';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a program's arguments may be, and the line that says so. */
export interface Usage<O extends NonNullable<ParseArgsConfig['options']>> {
  readonly usage: string;
  readonly options: O;
}

/**
 * Arguments of a terminal program. `--help` prints the usage and ends with 0; an unknown option ends with 2, naming it,
 * not with a stack trace.
 */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>({
  usage,
  options,
}: Usage<O>) {
  const help = { help: { type: 'boolean' as const, short: 'h' } };
  try {
    const read = parseArgs({ allowPositionals: true, options: { ...help, ...options } });
    if ((read.values as { help?: boolean }).help !== true) return read;
  } catch (error) {
    wrongUse(usage, (error as Error).message);
  }
  process.stdout.write(`usage: ${usage}\n`);
  process.exit(0);
}

/** Ends the program with 2 after saying how it is used. */
export function wrongUse(usage: string, fault?: string): never {
  process.stderr.write(`${fault === undefined ? '' : `${fault}\n`}usage: ${usage}\n`);
  process.exit(2);
}

/** Runs what reads the user's files; what is wrong with them ends the program with 1 and one message. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** Lines of standard input, without the mark that Windows editors put at the beginning of a file. */
export async function* inputLines(): AsyncGenerator<string> {
  let first = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield first ? line.replace(/^\uFEFF/u, '') : line;
    first = false;
  }
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no fault. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
