import type { Replica, Replicas } from '../ports/replicas.ts';
import type { Connection } from './connection.ts';

export function sqlReplicas({ db, clock }: Connection): Replicas {
  const since = (silentMs: number): number => clock.now().getTime() - silentMs;
  const list = async (silentMs: number): Promise<readonly Replica[]> => {
    const rows = await db
      .selectFrom('replicas')
      .selectAll()
      .where('seen_at', '>=', since(silentMs))
      .orderBy('id')
      .execute();
    return rows.map(({ id, content_version, release }) => ({ id, contentVersion: content_version, release }));
  };
  return {
    async beat({ id, contentVersion, release }, silentMs) {
      const row = { content_version: contentVersion, release, seen_at: clock.now().getTime() };
      await db
        .insertInto('replicas')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await db.deleteFrom('replicas').where('seen_at', '<', since(silentMs)).execute();
      return await list(silentMs);
    },
    list,
    async leave(id) {
      await db.deleteFrom('replicas').where('id', '=', id).execute();
    },
  };
}
