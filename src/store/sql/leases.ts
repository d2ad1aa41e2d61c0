import { type Selectable, sql } from 'kysely';
import type { LeasesTable } from '../database/tables.ts';
import type { Lease, Leases } from '../ports/leases.ts';
import type { Connection } from './connection.ts';

export function sqlLeases({ db, clock }: Connection): Leases {
  return {
    async acquire(name, owner, lifetimeMs) {
      const now = clock.now().getTime();
      const until = now + lifetimeMs;
      // One statement decides: insert, renew our own, or take over one that ran out.
      const row = await db
        .insertInto('leases')
        .values({ name, owner, until, term: 1 })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({
              owner,
              until,
              term: sql<number>`case when leases.owner = ${owner} then leases.term else leases.term + 1 end`,
            })
            .where((where) =>
              where.or([where('leases.owner', '=', owner), where('leases.until', '<=', now)]),
            ),
        )
        .returningAll()
        .executeTakeFirst();
      return row ? lease(row) : null;
    },

    async release(name, owner) {
      // Kept with its term, so that terms never repeat.
      await db
        .updateTable('leases')
        .set({ until: 0 })
        .where('name', '=', name)
        .where('owner', '=', owner)
        .execute();
    },

    async holder(name) {
      const row = await db
        .selectFrom('leases')
        .selectAll()
        .where('name', '=', name)
        .where('until', '>', clock.now().getTime())
        .executeTakeFirst();
      return row ? lease(row) : null;
    },
  };
}

const lease = (row: Selectable<LeasesTable>): Lease => ({
  name: row.name,
  owner: row.owner,
  until: new Date(row.until),
  term: row.term,
});
