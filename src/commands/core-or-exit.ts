import { type Core, createCore } from '../core.ts';
import { ContentError } from '../knowledge/reload.ts';

/** The core for a terminal program. Faulty content ends the program with its faults, not with a stack trace. */
export function coreOrExit(): Core {
  try {
    return createCore();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
