import type { Locale } from '../language/locale.ts';
import { note, paragraph, reply } from '../messages/build.ts';
import type { Reply } from '../messages/reply.ts';
import { daysBefore } from '../operations/clock.ts';
import type { Closer, DeskCase, DeskThread } from '../store/ports/desk.ts';
import type { NewOutgoing } from '../store/ports/outgoing.ts';
import type { Person } from '../store/ports/people.ts';
import { caseCard, drafts, topicTitle } from './card.ts';
import { type PersonMessage, personLine, type StaffMessage, staffLine } from './messages.ts';
import type { DeskParts } from './parts.ts';

/** Why a message of a person was not taken. */
export type Turned = 'too_many_cases' | 'too_fast';

/** What came of a staff member's message in a person's thread. */
export type StaffOutcome = 'sent' | 'closed' | 'unknown_entry';

/** Cases between people and the staff. Everything said goes through the queue: nothing is lost, nothing overtakes. */
export interface Desk {
  /** Opens a case with the person's words; an open one goes on. @param input names this input among repeats of it. */
  open(person: Person, locale: Locale, text: string, input?: string): Promise<DeskCase | Turned>;
  /** Passes further words on. @param input names this input among repeats of it. */
  say(person: Person, open: DeskCase, text: string, input: string): Promise<'said' | Turned>;
  close(thread: DeskThread, by: Closer): Promise<boolean>;
  /** Passes an operator's words on to the person. @param key names the staff's message among repeats of it. */
  answer(thread: DeskThread, message: PersonMessage, key: string): Promise<StaffOutcome>;
  /** Says something in the thread that only staff see. */
  noteFor(thread: DeskThread, key: string, text: string): Promise<void>;
  /** Puts what the search finds for some words into the thread, with buttons that send it. */
  searchFor(thread: DeskThread, key: string, words: string): Promise<void>;
  /** Ends the cases in which nobody wrote for long. */
  closeIdle(): Promise<void>;
  /** The person has everything deleted: their topic goes too. Called before the store forgets them. */
  forget(personId: string): Promise<void>;
}

const day = 24 * 60 * 60_000;
const minute = 60_000;

export function createDesk(parts: DeskParts): Desk {
  const { store, policy } = parts;
  const staff = () => parts.speaker(policy.staff_locale);

  const titleFor = async (thread: DeskThread): Promise<string> => {
    const person = await store.people.byId(thread.personId);
    return topicTitle(thread, { region: person?.region ?? null }, parts);
  };
  const add = async (...messages: NewOutgoing[]): Promise<void> => {
    if ((await store.outgoing.add(messages)) > 0) parts.wake();
  };
  const toStaff = (thread: DeskThread, key: string, payload: StaffMessage): NewOutgoing => ({
    key,
    line: staffLine(thread.number),
    toStaff: true,
    personId: thread.personId,
    payload,
  });
  const toPerson = (thread: DeskThread, key: string, payload: PersonMessage): NewOutgoing => ({
    key,
    line: personLine(thread.number),
    toStaff: false,
    personId: thread.personId,
    payload,
  });
  const staffNote = (text: string): Reply => reply(policy.staff_locale, [note('info', text)]);
  const safe = (text: string): string => parts.maskPersonal(text.slice(0, policy.characters)).toWellFormed();

  const close: Desk['close'] = async (thread, by) => {
    const closed = await store.desk.close(thread.personId, by);
    if (closed === null) return false;
    const title = await titleFor(thread);
    await add(
      ...(by === 'person' ? [] : [toPerson(thread, `closed:${closed.id}`, { kind: 'closed', by })]),
      toStaff(thread, `noted:${closed.id}`, {
        kind: 'note',
        title,
        reply: staffNote(staff().t(`desk.staff.closed_${by}`)),
      }),
      toStaff(thread, `topic:${closed.id}`, { kind: 'close_topic' }),
    );
    return true;
  };

  return {
    async open(person, locale, text, input) {
      const before = await store.desk.openCase(person.id);
      if (before === null) {
        const used = await store.limits.use(`desk_cases:${person.id}`, day, person.externalId);
        if (used > policy.cases_a_day) return 'too_many_cases';
      }
      const words = safe(text);
      // The words say more of their language than the app does.
      const { locale: written } = parts.answerer().ask({ text: words, locale }).reply;
      const thread = await store.desk.thread(person.id, written);
      const opened = await store.desk.open(person.id);
      const last = await store.questions.lastOf(person.id);
      const card = caseCard(words, { thread, person, last }, parts);
      const title = topicTitle(thread, person, parts);
      // One card a case, also when a process died after it and the same input comes again, here or as further words.
      const key = input === undefined ? `card:${opened.id}` : `said:${input}`;
      await add(toStaff(thread, key, { kind: 'card', title, reply: card }));
      return opened;
    },

    async say(person, open, text, input) {
      const used = await store.limits.use(`desk_words:${person.id}`, minute, person.externalId);
      if (used > policy.messages_a_minute) return 'too_fast';
      const thread = await store.desk.threadOf(person.id);
      if (thread === null) throw new Error('an open case has a thread');
      const title = topicTitle(thread, person, parts);
      const said = reply(policy.staff_locale, [paragraph(safe(text))]);
      await add(toStaff(thread, `said:${input}`, { kind: 'note', title, reply: said }));
      await store.desk.wrote(open.id, 'person');
      return 'said';
    },

    close,

    async answer(thread, message, key) {
      const open = await store.desk.openCase(thread.personId);
      if (open === null) return 'closed';
      if (message.kind === 'entry') {
        if (parts.answerer().show({ do: 'entry', id: message.entry }, { locale: thread.locale }) === null)
          return 'unknown_entry';
      }
      await add(toPerson(thread, `staff:${key}`, message));
      await store.desk.wrote(open.id, 'staff');
      return 'sent';
    },

    async noteFor(thread, key, text) {
      const title = await titleFor(thread);
      await add(toStaff(thread, `note:${key}`, { kind: 'note', title, reply: staffNote(text) }));
    },

    async searchFor(thread, key, words) {
      const { t, locale } = staff();
      const buttons = drafts(words, thread.locale, parts);
      const text = t(buttons.length === 0 ? 'desk.staff.nothing_found' : 'desk.staff.found', { words });
      const title = await titleFor(thread);
      const found = reply(locale, [paragraph(text)], buttons);
      await add(toStaff(thread, `search:${key}`, { kind: 'note', title, reply: found }));
    },

    async closeIdle() {
      const before = daysBefore(parts.clock.now(), policy.idle_days);
      for (const personId of await store.desk.idle(before, 50)) {
        const thread = await store.desk.threadOf(personId);
        if (thread !== null) await close(thread, 'idle');
      }
    },

    async forget(personId) {
      const thread = await store.desk.threadOf(personId);
      if (thread?.chat === null || thread === null || thread.topic === null) return;
      const { chat, topic, number } = thread;
      await add({
        key: `forget:${number}`,
        line: `forget:${number}`,
        toStaff: true,
        personId: null,
        payload: { kind: 'delete_topic', chat, topic } satisfies StaffMessage,
      });
    },
  };
}
