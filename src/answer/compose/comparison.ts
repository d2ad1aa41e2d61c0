import type { Comparison } from '../../knowledge/schema/comparison.ts';
import type { Block } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

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
