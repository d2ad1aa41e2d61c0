import { createHash } from 'node:crypto';
import type { Sessions } from '../ports/sessions.ts';
import { type Connection, changed } from './connection.ts';

/** Tokens are 256 random bits, so a plain hash cannot be searched through. */
const hash = (token: string) => createHash('sha256').update(token).digest('base64url');

export function sqlSessions({ db, clock, ids }: Connection): Sessions {
  return {
    async open(personId, lifetimeMs) {
      const token = ids.secret();
      const now = clock.now().getTime();
      await db
        .insertInto('sessions')
        .values({
          token_hash: hash(token),
          person_id: personId,
          created_at: now,
          expires_at: now + lifetimeMs,
        })
        .execute();
      return token;
    },

    async find(token) {
      const row = await db
        .selectFrom('sessions')
        .select(['person_id', 'expires_at'])
        .where('token_hash', '=', hash(token))
        .where('expires_at', '>', clock.now().getTime())
        .executeTakeFirst();
      return row ? { personId: row.person_id, expiresAt: new Date(row.expires_at) } : null;
    },

    async renew(token, lifetimeMs) {
      const now = clock.now().getTime();
      const result = await db
        .updateTable('sessions')
        .set({ expires_at: now + lifetimeMs })
        .where('token_hash', '=', hash(token))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return changed(result) === 1;
    },

    async close(token) {
      await db.deleteFrom('sessions').where('token_hash', '=', hash(token)).execute();
    },

    async purge() {
      const now = clock.now().getTime();
      return changed(await db.deleteFrom('sessions').where('expires_at', '<=', now).executeTakeFirst());
    },
  };
}
