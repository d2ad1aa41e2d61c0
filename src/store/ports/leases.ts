export interface Lease {
  readonly name: string;
  readonly owner: string;
  readonly until: Date;
  /** Rises with every change of owner; write it beside what you do to tell an owner that overslept. */
  readonly term: number;
}

/** Named leases: one announcement sender, one reminder sender, one poller, over any number of processes. */
export interface Leases {
  /** Takes or renews a lease; `null` = somebody else holds it. A lease that ran out is taken over. */
  acquire(name: string, owner: string, lifetimeMs: number): Promise<Lease | null>;
  /** Ends a lease of ours, so that the next one need not wait. */
  release(name: string, owner: string): Promise<void>;
  /** Who holds it now, if anybody. */
  holder(name: string): Promise<Lease | null>;
}
