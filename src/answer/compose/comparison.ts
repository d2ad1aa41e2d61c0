import type { Comparison } from '../../knowledge/schema/comparison.ts';
import type { SourceRef } from '../../knowledge/schema/source.ts';
import type { Block } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

/** What the cells of a table rest on, each source and clause once. */
export function comparisonSources(table: Comparison | undefined): SourceRef[] {
  const seen = new Set<string>();
  return (table?.rows ?? [])
    .flatMap(({ cells }) => cells.flatMap(({ sources }) => sources))
    .filter((reference) => {
      const key = `${reference.source} ${reference.clause ?? ''}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
}

/** A side-by-side table, or nothing when the entry has none. */
export function comparisonBlocks(table: Comparison | undefined, speaker: Speaker): Block[] {
  if (table === undefined) return [];
  return [
    {
      type: 'table',
      title: speaker.say(table.title),
      columns: table.columns.map((column) => speaker.say(column)),
      rows: table.rows.map((row) => ({
        label: speaker.say(row.label),
        cells: row.cells.map((cell) => speaker.say(cell.text)),
      })),
    },
  ];
}
