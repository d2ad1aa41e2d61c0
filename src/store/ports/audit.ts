import type { Channel } from './people.ts';

/** Something a member of staff did. */
export interface AuditEntry {
  readonly at: Date;
  readonly channel: Channel;
  /** Who; `null` after that person had themselves deleted, or for the terminal. */
  readonly actor: string | null;
  /** `announcement.sent`, `staff.added`, … */
  readonly action: string;
  /** Id of what was acted on. */
  readonly target: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What staff did. Written only; nobody edits it. */
export interface Audit {
  write(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly AuditEntry[]>;
  purge(before: Date): Promise<number>;
}
