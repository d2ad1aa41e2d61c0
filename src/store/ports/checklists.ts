/** Papers of an entry that a person ticks off. Holds no text: only the entry's id and keys of its papers. */
export interface Checklist {
  readonly entry: string;
  /** Keys of the papers as they were when the list was last shown. */
  readonly items: readonly string[];
  readonly ticked: readonly string[];
  readonly changedAt: Date;
}

/** A checklist brought up to the papers of now. */
export interface KeptChecklist extends Checklist {
  /** The papers are not those the person saw last: ticks of papers that are gone were dropped. */
  readonly outdated: boolean;
}

/** One checklist for each person and entry. */
export interface Checklists {
  /**
   * Makes a checklist, or brings the one there is up to `items`; with `tick`, ticks or unticks one of them.
   * Two taps at once both count.
   */
  keep(
    personId: string,
    entry: string,
    items: readonly string[],
    tick?: { readonly item: string; readonly done: boolean },
  ): Promise<KeptChecklist>;
  find(personId: string, entry: string): Promise<Checklist | null>;
  /** Touched last first. */
  list(personId: string): Promise<readonly Checklist[]>;
  /** Deletes one; false when there was none. */
  close(personId: string, entry: string): Promise<boolean>;
  /** Deletes those untouched since the moment and returns how many. */
  purge(before: Date): Promise<number>;
}
