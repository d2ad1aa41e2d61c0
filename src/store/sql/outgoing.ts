import { sql } from 'kysely';
import type { OutgoingQueue } from '../ports/outgoing.ts';
import { type Connection, changed, storable } from './connection.ts';

/** Longest reason kept, in characters. */
const reasonKept = 300;

export function sqlOutgoing({ db, clock }: Connection): OutgoingQueue {
  const now = () => clock.now().getTime();
  return {
    async add(messages) {
      if (messages.length === 0) return 0;
      const at = now();
      return await db.transaction().execute(async (transaction) => {
        let added = 0;
        // One by one: the order of `seq` is the order in which a line goes out.
        for (const { key, line, toStaff, personId, payload } of messages) {
          const result = await transaction
            .insertInto('outgoing')
            .values({
              key,
              line,
              to_staff: toStaff ? 1 : 0,
              person_id: personId,
              payload: JSON.stringify(payload),
              state: 'waiting',
              due_at: at,
              created_at: at,
            })
            .onConflict((conflict) => conflict.column('key').doNothing())
            .executeTakeFirst();
          added += Number(result.numInsertedOrUpdatedRows ?? 0n);
        }
        return added;
      });
    },

    async claim(limit) {
      const rows = await sql<{
        seq: number;
        key: string;
        line: string;
        to_staff: number;
        person_id: string | null;
        payload: string;
        tries: number;
      }>`
        update outgoing set state = 'sending', tries = tries + 1
        where seq in (
          select mine.seq from outgoing mine
          left join people on people.id = mine.person_id
          where mine.state = 'waiting' and mine.due_at <= ${now()}
            and (mine.to_staff = 1 or people.blocked_at is null)
            and mine.seq = (
              select first.seq from outgoing first
              where first.line = mine.line and first.state in ('waiting', 'sending')
              order by first.seq limit 1)
          order by mine.seq limit ${limit})
        returning seq, key, line, to_staff, person_id, payload, tries`.execute(db);
      return rows.rows
        .map((row) => ({
          seq: Number(row.seq),
          key: row.key,
          line: row.line,
          toStaff: row.to_staff === 1,
          personId: row.person_id,
          payload: JSON.parse(row.payload) as unknown,
          tries: row.tries,
        }))
        .sort((a, b) => a.seq - b.seq);
    },

    async settle(seq, end) {
      await db
        .updateTable('outgoing')
        .set({
          state: end.state,
          // What was said stays with the two who said it.
          payload: 'null',
          finished_at: now(),
          ...(end.state === 'sent'
            ? { chat: end.chat ?? null, message_id: end.messageId ?? null }
            : { reason: storable(end.reason).slice(0, reasonKept) }),
        })
        .where('seq', '=', seq)
        .execute();
    },

    async later(seq, delayMs, { uncounted = false } = {}) {
      await db
        .updateTable('outgoing')
        .set({
          state: 'waiting',
          due_at: now() + delayMs,
          ...(uncounted ? { tries: sql<number>`tries - 1` } : {}),
        })
        .where('seq', '=', seq)
        .where('state', '=', 'sending')
        .execute();
    },

    async takeOver() {
      return changed(
        await db
          .updateTable('outgoing')
          .set({ state: 'waiting' })
          .where(sql<boolean>`state = 'sending'`)
          .executeTakeFirst(),
      );
    },

    async personOfMessage(chat, messageId) {
      const row = await db
        .selectFrom('outgoing')
        .select('person_id')
        .where('chat', '=', chat)
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row?.person_id ?? null;
    },

    async waiting() {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from outgoing where state in ('waiting', 'sending')`.execute(db);
      return Number(rows[0]?.count ?? 0);
    },

    async purge(before) {
      const result = await sql`
        delete from outgoing
        where (finished_at is not null and finished_at < ${before.getTime()}) or created_at < ${before.getTime()}`.execute(
        db,
      );
      return Number(result.numAffectedRows ?? 0n);
    },
  };
}
