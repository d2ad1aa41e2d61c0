/** Counters of abuse limits, shared by all processes. */
export interface Limits {
  /**
   * Counts one use of `key` in windows of `windowMs` and returns how many uses this window has had, this
   * one included. The caller compares with its limit: the first use over it may be answered politely, the
   * rest dropped.
   * @param owner external id of the person, when there is one, so that their data can be deleted.
   */
  use(key: string, windowMs: number, owner?: string): Promise<number>;
  /** Deletes counters whose window began before the moment. */
  purge(before: Date): Promise<number>;
}
