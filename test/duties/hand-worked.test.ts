import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DutyLine, dutiesFor } from '../../src/duties/compute.ts';
import type { Counting } from '../../src/duties/count.ts';
import { calendar, duties, dutyOf } from './content.ts';

const rows = readFileSync(`${import.meta.dirname}/hand-worked.tsv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [duty = '', event = '', fromDay = '', fromNext = '', skipped = '', sure = '', working = ''] =
      line.split('\t');
    return { duty, event, fromDay, fromNext, skipped, sure, working };
  });

/** What the engine says of one duty when only its own event is known. */
function lineFor(id: string, date: string): DutyLine | undefined {
  const duty = dutyOf(id);
  const [who = 'guest'] = duty.who;
  const [event = 'entry'] = duty.clock.events;
  const dutyCase = { who, citizenship: duty.applies.countries?.[0], events: { [event]: date } };
  return dutiesFor(dutyCase, { calendar, duties, today: date }).find((line) => line.duty.id === id);
}

test.each(rows)('$duty from $event ends on $fromDay or $fromNext: $working', (row) => {
  const line = lineFor(row.duty, row.event);
  const expected = [row.fromDay, row.fromNext].filter((day) => day !== '-').sort();
  expect(line?.readings.map(({ lastDay }) => lastDay) ?? []).toEqual([...new Set(expected)]);
  if (line === undefined) return;
  for (const { counting, lastDay } of line.readings) {
    const byCounting: Record<Counting, string> = { from_day: row.fromDay, from_next_day: row.fromNext };
    expect(lastDay).toBe(byCounting[counting]);
  }
  const skipped = line.notes.flatMap((note) => (note.kind === 'skipped' ? [note.day.date] : []));
  expect(skipped.join(' ')).toBe(row.skipped);
  expect(line.certainty).toBe(row.sure);
});

test('the table covers every duty', () => {
  const covered = new Set(rows.map(({ duty }) => duty));
  expect(duties.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
