/** A running process. */
export interface Replica {
  /** The process's own random id. */
  readonly id: string;
  /** Of the content it answers from. */
  readonly contentVersion: string;
  /** Of the program. */
  readonly release: string;
}

/** Processes on one database. */
export interface Replicas {
  /** Says that a process runs and what it serves; forgets those not heard of for `silentMs`. Returns all that run, this one included. */
  beat(replica: Replica, silentMs: number): Promise<readonly Replica[]>;
  /** Those heard of within `silentMs`. */
  list(silentMs: number): Promise<readonly Replica[]>;
  /** The process stops. */
  leave(id: string): Promise<void>;
}
