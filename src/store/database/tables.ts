import type { ColumnType, Generated } from 'kysely';

/**
 * The tables as queries see them, the same on SQLite and PostgreSQL. Moments are milliseconds since 1970
 * (UTC), flags 0 or 1, JSON is text. A column named `person_id` or `external_id` holds a person: a test
 * checks that every table with one is covered by `personal.ts`.
 */
export interface Tables {
  people: PeopleTable;
  sessions: SessionsTable;
  contexts: ContextsTable;
  questions: QuestionsTable;
  conversations: ConversationsTable;
  inbox: InboxTable;
  leases: LeasesTable;
  audit: AuditTable;
  staff: StaffTable;
  limits: LimitsTable;
  history: HistoryTable;
  checklists: ChecklistsTable;
  reminders: RemindersTable;
  time_zones: TimeZonesTable;
  replicas: ReplicasTable;
  announcements: AnnouncementsTable;
  announcement_files: AnnouncementFilesTable;
  announcement_counts: AnnouncementCountsTable;
  recipients: RecipientsTable;
  subscriptions: SubscriptionsTable;
  announcement_stops: AnnouncementStopsTable;
  switches: SwitchesTable;
  desk_threads: DeskThreadsTable;
  desk_cases: DeskCasesTable;
  outgoing: OutgoingTable;
  hear_back: HearBackTable;
  question_marks: QuestionMarksTable;
  guide_steps: GuideStepsTable;
  announcement_boards: AnnouncementBoardsTable;
  announcement_requests: AnnouncementRequestsTable;
}

export interface PeopleTable {
  id: string;
  channel: string;
  external_id: string;
  locale: string | null;
  script: string | null;
  region: string | null;
  country: string | null;
  /** JSON list of the preferences the person chose, as opposed to those that were noticed. */
  chosen: string;
  created_at: number;
  last_seen_at: number;
  blocked_at: number | null;
}

export interface SessionsTable {
  token_hash: string;
  person_id: string;
  created_at: number;
  expires_at: number;
}

export interface ContextsTable {
  person_id: string;
  context: string;
  updated_at: number;
}

export interface QuestionsTable {
  id: string;
  person_id: string | null;
  channel: string;
  text: string;
  language: string;
  script: string;
  kind: string;
  reason: string;
  entry: string | null;
  confidence: number;
  took_ms: number;
  content_version: string;
  asked_at: number;
  helpful: number | null;
  feedback_reason: string | null;
}

export interface HistoryTable {
  seq: Generated<number>;
  person_id: string;
  author: string;
  payload: string;
  written_at: number;
  /** 1 = not an answer to what the person did on the page: an open page must be told. */
  pushed: ColumnType<number, number | undefined, number>;
}

export interface ConversationsTable {
  channel: string;
  key: string;
  external_id: string | null;
  value: string;
  revision: number;
  updated_at: number;
}

export interface InboxTable {
  seq: Generated<number>;
  channel: string;
  update_id: string;
  /** Order within a chat. */
  position: number;
  chat: string | null;
  external_id: string | null;
  payload: string;
  state: string;
  owner: string | null;
  lease_until: number | null;
  /** Not before this moment; set after a failed try. */
  due_at: number;
  attempts: ColumnType<number, number | undefined, number>;
  reason: string | null;
  received_at: number;
  finished_at: number | null;
}

export interface LeasesTable {
  name: string;
  owner: string;
  until: number;
  /** Rises with every change of owner: a sender that slept through its lease can be told from the new one. */
  term: number;
}

export interface AuditTable {
  seq: Generated<number>;
  at: number;
  channel: string;
  external_id: string | null;
  action: string;
  target: string | null;
  details: string;
}

export interface StaffTable {
  channel: string;
  external_id: string;
  role: string;
  added_at: number;
}

export interface LimitsTable {
  key: string;
  window_start: number;
  used: number;
  external_id: string | null;
}

export interface ChecklistsTable {
  person_id: string;
  entry: string;
  /** JSON list of keys of papers. */
  items: string;
  ticked: string;
  created_at: number;
  changed_at: number;
}

export interface RemindersTable {
  id: string;
  person_id: string;
  about: string;
  last_day: string;
  time: string;
  day: string;
  rule: string;
  due_at: number;
  /** Moved on when the channel asks to wait; `due_at` keeps the order. */
  not_before: number;
  state: string;
  claim: ColumnType<string | null, null | undefined, string | null>;
  claimed_until: ColumnType<number | null, null | undefined, number | null>;
  attempts: ColumnType<number, number | undefined, number>;
  created_at: number;
}

export interface TimeZonesTable {
  person_id: string;
  zone: string;
}

export interface ReplicasTable {
  id: string;
  content_version: string;
  release: string;
  seen_at: number;
}

export interface AnnouncementsTable {
  id: string;
  kind: string;
  state: string;
  /** The announcement as JSON. */
  definition: string;
  revision: number;
  origin: string | null;
  /** Telegram id of who made it. */
  external_id: string | null;
  starts_at: number;
  urgent: number;
  paid: number;
  created_at: number;
  resolved_at: number | null;
  started_at: number | null;
  finished_at: number | null;
  withdrawn_at: number | null;
}

export interface AnnouncementFilesTable {
  announcement_id: string;
  name: string;
  bytes: Uint8Array;
}

export interface AnnouncementCountsTable {
  announcement_id: string;
  counter: string;
  count: number;
}

/** The ledger: one row an announcement and person. */
export interface RecipientsTable {
  announcement_id: string;
  person_id: string;
  locale: string;
  region: string | null;
  /** IANA zone of the reader, for quiet hours. */
  zone: string;
  state: string;
  reason: string | null;
  words: string | null;
  /** Telegram's id of the message; in a correction or withdrawal, of the one to change or delete. */
  message_id: string | null;
  attempts: ColumnType<number, number | undefined, number>;
  due_at: number;
  /** Who claimed it, under which term of the sender's lease. */
  owner: string | null;
  term: number | null;
  settled_at: number | null;
  clicked_at: number | null;
  stopped_at: number | null;
}

/** Topics a person switched off. */
export interface SubscriptionsTable {
  person_id: string;
  topic: string;
}

/** People who want no announcements: for ever (`until` null) or until a moment. */
export interface AnnouncementStopsTable {
  person_id: string;
  until: number | null;
}

export interface SwitchesTable {
  channel: string;
  reason: string;
  banner_kk: string | null;
  banner_ru: string | null;
  off_since: number;
}

export interface DeskThreadsTable {
  /** What staff call the person by. */
  number: Generated<number>;
  person_id: string;
  /** Group the thread is in; `null` = none yet. */
  chat: string | null;
  /** Forum topic; `null` in a group without topics. */
  thread: number | null;
  /** Language and script the person wrote to the staff in. */
  locale: string;
  created_at: number;
}

export interface DeskCasesTable {
  id: string;
  person_id: string;
  opened_at: number;
  last_at: number;
  answered_at: number | null;
  closed_at: number | null;
  closed_by: string | null;
}

export interface OutgoingTable {
  seq: Generated<number>;
  key: string;
  /** Messages of one line go out one after another. */
  line: string;
  to_staff: number;
  person_id: string | null;
  payload: string;
  state: string;
  tries: ColumnType<number, number | undefined, number>;
  due_at: number;
  chat: string | null;
  message_id: number | null;
  reason: string | null;
  created_at: number;
  finished_at: number | null;
}

export interface HearBackTable {
  question_id: string;
  person_id: string;
  agreed_at: number;
}

export interface QuestionMarksTable {
  question_id: string;
  mark: string;
  marked_at: number;
}

export interface GuideStepsTable {
  /** Day in Almaty. */
  day: string;
  guide: string;
  step: string;
  event: string;
  count: number;
}

export interface AnnouncementBoardsTable {
  announcement_id: string;
  channel: string;
  external_id: string;
  message_id: number;
  locale: string;
  shown: string;
}

export interface AnnouncementRequestsTable {
  announcement_id: string;
  channel: string;
  external_id: string;
  starts_at: number | null;
  asked_at: number;
}
