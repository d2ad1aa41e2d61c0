import { type Kysely, sql } from 'kysely';
import type { Counter, SkipReason } from '../../announcements/states.ts';
import type { Locale } from '../../language/locale.ts';
import type { Tables } from '../database/tables.ts';
import type { Claim, Claimant } from '../ports/ledger.ts';
import { addCounts } from './announcement-counts.ts';
import { useIndexes } from './claim.ts';
import type { Connection } from './connection.ts';

interface Waiting {
  readonly person_id: string;
  readonly chat: string | null;
  readonly locale: Locale;
  readonly zone: string;
  readonly attempts: number;
  readonly message_id: string | null;
  readonly blocked_at: number | null;
  readonly unsubscribed: number;
}

/**
 * Takes waiting recipients. Zones are asked one after another: each is one walk along the partial index, while all of
 * them in one query would be sorted together.
 */
export async function claimRecipients(
  { db, dialect, clock }: Connection,
  id: string,
  { owner, term }: Claimant,
  { zones, limit }: { readonly zones: readonly string[]; readonly limit: number },
): Promise<readonly Claim[]> {
  const now = clock.now().getTime();
  return await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') await sql.raw(useIndexes).execute(transaction);
    const found: Waiting[] = [];
    for (const zone of zones) {
      if (found.length >= limit) break;
      found.push(...(await waitingIn(transaction, dialect, id, zone, now, limit - found.length)));
    }
    if (found.length === 0) return [];
    const skipped = new Map<SkipReason, string[]>([
      ['blocked', []],
      ['unsubscribed', []],
    ]);
    const claims: Claim[] = [];
    for (const row of found) {
      const { chat, locale, zone, attempts } = row;
      // A correction reaches people who stopped announcements too: it makes no sound and mends what they have.
      const reason = skipReason(row);
      if (reason !== null) skipped.get(reason)?.push(row.person_id);
      else if (chat !== null)
        claims.push({ personId: row.person_id, chat, locale, zone, attempts, messageId: row.message_id });
    }
    const counts = new Map<Counter, number>([['claimed', claims.length]]);
    for (const [reason, people] of skipped) {
      if (people.length === 0) continue;
      await sql`update recipients set state = 'skipped', reason = ${reason}, settled_at = ${now}
        where announcement_id = ${id} and person_id in (${sql.join(people)}) and state = 'waiting'`.execute(
        transaction,
      );
      counts.set('skipped', (counts.get('skipped') ?? 0) + people.length);
    }
    if (claims.length > 0)
      await sql`update recipients set state = 'claimed', owner = ${owner}, term = ${term}
        where announcement_id = ${id} and state = 'waiting'
          and person_id in (${sql.join(claims.map(({ personId }) => personId))})`.execute(transaction);
    await addCounts(transaction, id, counts);
    return claims;
  });
}

function skipReason(row: Waiting): 'blocked' | 'unsubscribed' | null {
  if (row.blocked_at !== null || row.chat === null) return 'blocked';
  return row.unsubscribed === 1 && row.message_id === null ? 'unsubscribed' : null;
}

async function waitingIn(
  db: Kysely<Tables>,
  dialect: Connection['dialect'],
  id: string,
  zone: string,
  now: number,
  limit: number,
): Promise<readonly Waiting[]> {
  const locking = dialect === 'postgres' ? sql`for update of r skip locked` : sql``;
  const { rows } = await sql<Waiting>`
    select r.person_id, p.external_id as chat, r.locale, r.zone, r.attempts, r.message_id, p.blocked_at,
      case when s.person_id is not null and (s.until is null or s.until > ${now}) then 1 else 0 end as unsubscribed
    from recipients r
      left join people p on p.id = r.person_id
      left join announcement_stops s on s.person_id = r.person_id
    where r.announcement_id = ${id} and r.state = 'waiting' and r.zone = ${zone} and r.due_at <= ${now}
    order by r.due_at, r.person_id limit ${limit} ${locking}`.execute(db);
  return rows;
}
