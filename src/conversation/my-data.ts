import { paragraph, reply } from '../messages/build.ts';
import type { ReplyFile } from '../messages/reply.ts';
import type { Clock } from '../operations/clock.ts';
import type { Store } from '../store/ports/store.ts';
import type { ConversationModule } from './module.ts';
import { tell } from './turns.ts';

/** "My data" under `/privacy`: everything stored about the person, as a file they can read and keep. */
export function myDataModule(store: Pick<Store, 'exportEverything'>, clock: Clock): ConversationModule {
  return {
    name: 'my-data',
    async press(visit, action) {
      if (action.do !== 'my_data') return null;
      const stored = (await store.exportEverything(visit.person.id)) ?? {};
      const file = dataFile({ note: visit.t('privacy.my_data.note'), at: clock.now(), stored });
      const turn = tell(visit, reply(visit.locale, [paragraph(visit.t('privacy.my_data.sent'))]));
      return { ...turn, files: [file] };
    },
  };
}

/** Subjects with nothing in them are left out: the file is to be read by a person. */
function dataFile(data: {
  readonly note: string;
  readonly at: Date;
  readonly stored: Readonly<Record<string, readonly unknown[]>>;
}): ReplyFile {
  const filled = Object.entries(data.stored).filter(([, rows]) => rows.length > 0);
  const content = {
    note: data.note,
    exported_at: data.at.toISOString(),
    data: Object.fromEntries(filled.map(([subject, rows]) => [subject, rows.map(readable)])),
  };
  return {
    name: 'bagdar-my-data.json',
    type: 'application/json; charset=utf-8',
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  };
}

/** Columns that hold a moment in milliseconds. */
const momentColumn = /(_at|_until|_start|_before|^at|^until)$/u;

/** A row as a person can read it: moments as dates, and JSON kept as text taken apart. */
function readable(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (typeof value === 'number' && momentColumn.test(column)) {
        return [column, new Date(value).toISOString()];
      }
      return [column, typeof value === 'string' && /^[[{]/u.test(value) ? parsed(value) : value];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
