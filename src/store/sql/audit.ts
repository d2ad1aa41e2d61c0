import type { Audit } from '../ports/audit.ts';
import type { Channel } from '../ports/people.ts';
import { type Connection, changed } from './connection.ts';

export function sqlAudit({ db, clock }: Connection): Audit {
  return {
    async write({ channel, actor, action, target, details }) {
      await db
        .insertInto('audit')
        .values({
          at: clock.now().getTime(),
          channel,
          external_id: actor,
          action,
          target,
          details: JSON.stringify(details),
        })
        .execute();
    },

    async list(limit) {
      const rows = await db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map((row) => ({
        at: new Date(row.at),
        channel: row.channel as Channel,
        actor: row.external_id,
        action: row.action,
        target: row.target,
        details: JSON.parse(row.details) as Record<string, unknown>,
      }));
    },

    async purge(before) {
      return changed(await db.deleteFrom('audit').where('at', '<', before.getTime()).executeTakeFirst());
    },
  };
}
