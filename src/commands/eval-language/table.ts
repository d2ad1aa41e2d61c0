/** One measure with what the project wants of it. */
export interface Measure {
  readonly name: string;
  /** Texts, words or queries measured. */
  readonly count: number;
  readonly value: number;
  readonly target?: number | undefined;
  /** Further figures, already written. */
  readonly more?: string;
}

/** A table for the terminal: value beside target, `ok` or by how much it is missed. */
export function writeTable(title: string, measures: readonly Measure[]): string {
  const width = Math.max(...measures.map(({ name }) => name.length));
  const lines = measures.map(({ name, count, value, target, more = '' }) => {
    const against = target === undefined ? '' : `  target ${target.toFixed(3)} ${verdict(value, target)}`;
    return `  ${name.padEnd(width)} ${String(count).padStart(6)}  ${value.toFixed(4)}${against}  ${more}`.trimEnd();
  });
  return [title, ...lines, ''].join('\n');
}

function verdict(value: number, target: number): string {
  return value >= target ? 'ok' : `MISSED by ${(target - value).toFixed(4)}`;
}
