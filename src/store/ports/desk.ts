import type { Locale } from '../../language/locale.ts';

/** One person's line to the staff. Staff know it by its number; nothing in it tells who the person is. */
export interface DeskThread {
  readonly number: number;
  readonly personId: string;
  /** Language and script the person last wrote to the staff in. */
  readonly locale: Locale;
  /** Group that the thread is in; `null` = the staff have not seen it yet. */
  readonly chat: string | null;
  /** Forum topic; `null` in a group without topics. */
  readonly topic: number | null;
}

export const closers = ['person', 'staff', 'idle'] as const;
/** Who ended a case; `idle`: nobody wrote for long. */
export type Closer = (typeof closers)[number];

/** One matter that a person has with the staff, from their asking to its end. */
export interface DeskCase {
  readonly id: string;
  readonly personId: string;
  readonly openedAt: Date;
  /** When either side last wrote. */
  readonly lastAt: Date;
  readonly closedAt: Date | null;
  readonly closedBy: Closer | null;
}

/** Cases of people whom staff answer. At most one of each person is open. */
export interface Desk {
  /** The person's thread, made when they first ask; notes the language they ask in. */
  thread(personId: string, locale: Locale): Promise<DeskThread>;
  threadOf(personId: string): Promise<DeskThread | null>;
  byNumber(number: number): Promise<DeskThread | null>;
  byTopic(chat: string, topic: number): Promise<DeskThread | null>;
  /** Notes where a thread is; `null` = nowhere any more. */
  place(number: number, chat: string | null, topic: number | null): Promise<void>;

  openCase(personId: string): Promise<DeskCase | null>;
  /** The person's newest case, open or not. */
  lastCase(personId: string): Promise<DeskCase | null>;
  /** Opens a case, or gives the one that is open already. */
  open(personId: string): Promise<DeskCase>;
  /** Notes that somebody wrote; `staff` also notes the first answer. */
  wrote(caseId: string, who: 'person' | 'staff'): Promise<void>;
  /** Ends the open case; `null` = there is none (somebody was quicker). */
  close(personId: string, by: Closer): Promise<DeskCase | null>;
  /** People whose open case nobody wrote in since `before`. */
  idle(before: Date, limit: number): Promise<readonly string[]>;
  counts(since: Date, until: Date): Promise<DeskCounts>;
  openCases(): Promise<number>;
  /** Deletes cases that ended before the moment and returns how many. */
  purge(before: Date): Promise<number>;
}

/** Cases opened in a time, and what became of them. */
export interface DeskCounts {
  readonly opened: number;
  readonly answered: number;
  readonly closed: number;
  /** Half of the answered ones were answered within so many minutes; `null` = none was. */
  readonly medianMinutes: number | null;
}
