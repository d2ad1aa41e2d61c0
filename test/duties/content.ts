import { resolve } from 'node:path';
import { createCalendar } from '../../src/knowledge/calendar.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Duty } from '../../src/knowledge/schema/duty.ts';

const loaded = loadKnowledge(resolve(import.meta.dirname, '../..'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults.slice(0, 5)));

/** The duties, figures and calendar that are published. */
export const { knowledge } = loaded;
export const calendar = createCalendar(knowledge.calendar);
export const duties: readonly Duty[] = [...knowledge.duties.values()];

/** A duty of the content by its id. */
export function dutyOf(id: string): Duty {
  const duty = knowledge.duties.get(id);
  if (duty === undefined) throw new Error(`no duty ${id}`);
  return duty;
}
