import type { Selectable } from 'kysely';
import type { ChecklistsTable } from '../database/tables.ts';
import type { Checklist, Checklists } from '../ports/checklists.ts';
import { type Connection, changed } from './connection.ts';

export function sqlChecklists({ db, dialect, clock }: Connection): Checklists {
  return {
    async keep(personId, entry, items, tick) {
      const now = clock.now().getTime();
      return await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('checklists')
          .values({
            person_id: personId,
            entry,
            items: JSON.stringify(items),
            ticked: '[]',
            created_at: now,
            changed_at: now,
          })
          .onConflict((conflict) => conflict.columns(['person_id', 'entry']).doNothing())
          .execute();
        const row = await transaction
          .selectFrom('checklists')
          .selectAll()
          .where('person_id', '=', personId)
          .where('entry', '=', entry)
          .$if(dialect === 'postgres', (query) => query.forUpdate())
          .executeTakeFirstOrThrow();
        const before = checklist(row);
        const ticked = new Set(before.ticked);
        if (tick?.done === true) ticked.add(tick.item);
        if (tick?.done === false) ticked.delete(tick.item);
        const kept = items.filter((item) => ticked.has(item));
        const saved = await transaction
          .updateTable('checklists')
          .set({ items: JSON.stringify(items), ticked: JSON.stringify(kept), changed_at: now })
          .where('person_id', '=', personId)
          .where('entry', '=', entry)
          .returningAll()
          .executeTakeFirstOrThrow();
        return { ...checklist(saved), outdated: row.items !== saved.items };
      });
    },

    async find(personId, entry) {
      const row = await db
        .selectFrom('checklists')
        .selectAll()
        .where('person_id', '=', personId)
        .where('entry', '=', entry)
        .executeTakeFirst();
      return row === undefined ? null : checklist(row);
    },

    async list(personId) {
      const rows = await db
        .selectFrom('checklists')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('changed_at', 'desc')
        .orderBy('entry')
        .execute();
      return rows.map(checklist);
    },

    async close(personId, entry) {
      const result = await db
        .deleteFrom('checklists')
        .where('person_id', '=', personId)
        .where('entry', '=', entry)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async purge(before) {
      return changed(
        await db.deleteFrom('checklists').where('changed_at', '<', before.getTime()).executeTakeFirst(),
      );
    },
  };
}

const checklist = (row: Selectable<ChecklistsTable>): Checklist => ({
  entry: row.entry,
  items: JSON.parse(row.items) as string[],
  ticked: JSON.parse(row.ticked) as string[],
  changedAt: new Date(row.changed_at),
});
