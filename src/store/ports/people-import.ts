import type { Preferences } from './people.ts';

/** A person as a list from elsewhere names them. */
export interface ImportedPerson extends Preferences {
  /** Telegram user id. */
  readonly externalId: string;
  /** Topics switched off; `null` = all are on. */
  readonly topicsOff: readonly string[] | null;
}

/** Many people at once. */
export interface PeopleImport {
  /**
   * Makes or updates Telegram people, all or nothing. What somebody chose themselves is not overwritten. The last line
   * about a person wins. Returns how many people there were.
   */
  save(people: readonly ImportedPerson[]): Promise<number>;
}
