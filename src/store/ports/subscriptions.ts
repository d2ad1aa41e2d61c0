/** What a person wants to be told. Everything is on until the person says otherwise. */
export interface SubscriptionState {
  /** Topics switched off. */
  readonly off: readonly string[];
  /** `null` = announcements arrive; `forever`, or a moment until which they are muted. */
  readonly stopped: 'forever' | Date | null;
}

/** Topics on and off, and announcements stopped or muted. */
export interface Subscriptions {
  of(personId: string): Promise<SubscriptionState>;
  setTopic(personId: string, topic: string, on: boolean): Promise<void>;
  /** Stops announcements for ever, or until a moment. */
  stop(personId: string, until: Date | null): Promise<void>;
  /** Announcements arrive again; topics stay as they are. */
  resume(personId: string): Promise<void>;
  /** Topics switched off by many people, for exports; people with all on are missing. */
  offOf(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** People who stopped for ever. */
  countStopped(): Promise<number>;
}
