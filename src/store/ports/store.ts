import type { Dialect } from '../database/dialect.ts';
import type { Announcements } from './announcements.ts';
import type { Audit } from './audit.ts';
import type { Approvals, Boards } from './boards.ts';
import type { Checklists } from './checklists.ts';
import type { Contexts } from './contexts.ts';
import type { Conversations } from './conversations.ts';
import type { Desk } from './desk.ts';
import type { GuideCounts } from './guide-counts.ts';
import type { Hints } from './hints.ts';
import type { History } from './history.ts';
import type { Inbox } from './inbox.ts';
import type { Leases } from './leases.ts';
import type { Ledger } from './ledger.ts';
import type { Limits } from './limits.ts';
import type { OutgoingQueue } from './outgoing.ts';
import type { People } from './people.ts';
import type { PeopleImport } from './people-import.ts';
import type { Questions } from './questions.ts';
import type { Reminders } from './reminders.ts';
import type { Replicas } from './replicas.ts';
import type { Reviews } from './reviews.ts';
import type { Sessions } from './sessions.ts';
import type { Staff } from './staff.ts';
import type { Statistics } from './statistics.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Switches } from './switches.ts';

/** Everything that outlives a process. One port a subject. */
export interface Store {
  readonly dialect: Dialect;
  readonly people: People;
  readonly peopleImport: PeopleImport;
  readonly sessions: Sessions;
  readonly contexts: Contexts;
  readonly questions: Questions;
  readonly conversations: Conversations;
  readonly inbox: Inbox;
  readonly leases: Leases;
  readonly audit: Audit;
  readonly staff: Staff;
  readonly limits: Limits;
  readonly hints: Hints;
  readonly history: History;
  readonly checklists: Checklists;
  readonly reminders: Reminders;
  readonly replicas: Replicas;
  readonly announcements: Announcements;
  readonly ledger: Ledger;
  readonly subscriptions: Subscriptions;
  readonly switches: Switches;
  readonly desk: Desk;
  readonly outgoing: OutgoingQueue;
  readonly reviews: Reviews;
  readonly guideCounts: GuideCounts;
  readonly statistics: Statistics;
  readonly boards: Boards;
  readonly approvals: Approvals;
  /** Deletes everything about a person, at once and all or nothing; returns rows deleted or wiped by table. */
  deleteEverything(personId: string): Promise<Readonly<Record<string, number>>>;
  /** Everything stored about a person, by table, for themselves to read; `null` = no such person. */
  exportEverything(personId: string): Promise<Readonly<Record<string, readonly unknown[]>> | null>;
  /** Resolves when the database answers. @throws when it does not. */
  ping(): Promise<void>;
  /** Finishes and closes. Nothing may be called afterwards. */
  close(): Promise<void>;
}
