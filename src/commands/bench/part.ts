/** One table of a benchmark: figures, each beside its baseline of the same run. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How the figures came about, one line each. */
  readonly notes?: readonly string[];
}

export interface BenchOptions {
  /** Small loads that only show that the part runs: for CI. Its figures mean nothing. */
  readonly quick: boolean;
  /** Says on standard error what is under way. */
  readonly say: (line: string) => void;
}

/** A part of `npm run bench`, chosen by `--only NAME`. */
export interface BenchPart {
  readonly name: string;
  readonly about: string;
  run(options: BenchOptions): Promise<readonly Table[]>;
}

/** A part cannot run here: said in one line, and the others go on. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
