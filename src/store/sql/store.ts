import { sql } from 'kysely';
import type { Hints } from '../ports/hints.ts';
import type { Store } from '../ports/store.ts';
import { sqlAnnouncements } from './announcements.ts';
import { sqlAudit } from './audit.ts';
import { sqlApprovals, sqlBoards } from './boards.ts';
import { sqlChecklists } from './checklists.ts';
import type { Connection } from './connection.ts';
import { sqlContexts } from './contexts.ts';
import { sqlConversations } from './conversations.ts';
import { sqlDesk } from './desk.ts';
import { sqlGuideCounts } from './guide-counts.ts';
import { sqlHistory } from './history.ts';
import { sqlInbox } from './inbox.ts';
import { sqlLeases } from './leases.ts';
import { sqlLedger } from './ledger.ts';
import { sqlLimits } from './limits.ts';
import { sqlOutgoing } from './outgoing.ts';
import { sqlPeople } from './people.ts';
import { sqlPeopleImport } from './people-import.ts';
import { personalTables } from './personal.ts';
import { sqlQuestions } from './questions.ts';
import { sqlReminders } from './reminders.ts';
import { sqlReplicas } from './replicas.ts';
import { sqlReviews } from './reviews.ts';
import { sqlSessions } from './sessions.ts';
import { sqlStaff } from './staff.ts';
import { sqlStatistics } from './statistics.ts';
import { sqlSubscriptions } from './subscriptions.ts';
import { sqlSwitches } from './switches.ts';

/** All subjects over one connection. */
export function createStore(connection: Connection, hints: Hints, close: () => Promise<void>): Store {
  const { db, dialect } = connection;
  const people = sqlPeople(connection);
  return {
    dialect,
    people,
    peopleImport: sqlPeopleImport(connection),
    sessions: sqlSessions(connection),
    contexts: sqlContexts(connection),
    questions: sqlQuestions(connection),
    conversations: sqlConversations(connection),
    inbox: sqlInbox(connection),
    leases: sqlLeases(connection),
    audit: sqlAudit(connection),
    staff: sqlStaff(connection),
    limits: sqlLimits(connection),
    hints,
    history: sqlHistory(connection),
    checklists: sqlChecklists(connection),
    reminders: sqlReminders(connection),
    replicas: sqlReplicas(connection),
    announcements: sqlAnnouncements(connection),
    ledger: sqlLedger(connection),
    subscriptions: sqlSubscriptions(connection),
    switches: sqlSwitches(connection),
    desk: sqlDesk(connection),
    outgoing: sqlOutgoing(connection),
    reviews: sqlReviews(connection),
    guideCounts: sqlGuideCounts(connection),
    statistics: sqlStatistics(connection),
    boards: sqlBoards(connection),
    approvals: sqlApprovals(connection),

    async deleteEverything(personId) {
      const person = await people.byId(personId);
      if (!person) return {};
      const deleted: Record<string, number> = {};
      await db.transaction().execute(async (transaction) => {
        for (const [table, { delete: remove }] of Object.entries(personalTables)) {
          deleted[table] = await remove(transaction, person);
        }
      });
      // The write-ahead log still holds the old pages; fold it into the file, where secure_delete wiped them.
      if (dialect === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
      return deleted;
    },

    async exportEverything(personId) {
      const person = await people.byId(personId);
      if (!person) return null;
      const exported: Record<string, readonly unknown[]> = {};
      for (const [table, { export: read }] of Object.entries(personalTables)) {
        exported[table] = await read(db, person);
      }
      return exported;
    },

    async ping() {
      await sql`select 1`.execute(db);
    },

    close,
  };
}
