import type { Core } from '../core.ts';
import type { Clock } from '../knowledge/almaty-time.ts';
import { paragraph, reply } from '../messages/build.ts';
import type { ReminderTimes } from '../messages/kept-action.ts';
import type { Action } from '../messages/reply.ts';
import { createSpeaker, type Speaker } from '../messages/speaker.ts';
import { type ReminderPolicy, zoneOf } from '../reminders/policy.ts';
import {
  type Hours,
  offerReply,
  remindersReply,
  setReply,
  todayFor,
  zoneSetReply,
  zonesReply,
} from '../reminders/replies.ts';
import { type Moment, momentsFor, snoozeFor } from '../reminders/schedule.ts';
import { type Subject, subjectOf } from '../reminders/subject.ts';
import { instantAt } from '../reminders/zone-time.ts';
import type { Store } from '../store/ports/store.ts';
import { calendarTurn } from './calendar-turn.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, notice, tell } from './turns.ts';

/** What reminders are made of. */
export interface RemindersParts {
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly store: Pick<Store, 'reminders' | 'people'>;
  readonly clock: Clock;
  readonly policy: ReminderPolicy;
}

/** One input with everything it is handled with. */
interface Scene {
  readonly visit: Visit;
  readonly knowledge: Core['knowledge'];
  readonly hours: Hours;
  readonly speaker: Speaker;
  readonly now: Date;
  /** The person's own day. */
  readonly today: string;
}

/** Reminders of last days: offered under a duty, set, listed and cancelled; sent by `reminders/send.ts`. */
export function remindersModule(parts: RemindersParts): ConversationModule {
  const { store, policy } = parts;
  return {
    name: 'reminders',
    async command(visit, command) {
      return command === 'reminders' ? tell(visit, await listed(await sceneOf(visit))) : null;
    },
    async press(visit, action) {
      const scene = await sceneOf(visit, action);
      if (scene === null) return null;
      switch (action.do) {
        case 'reminders':
          return tell(visit, await listed(scene));
        case 'remind_cancel':
          await store.reminders.cancel(visit.person.id, action.id);
          return { ...change(visit, await listed(scene)), notice: visit.t('reminder.cancelled') };
        case 'time_zones':
          return tell(visit, zonesReply(scene.hours, scene.speaker, scene.now));
        case 'time_zone':
          return zoned(scene, action.zone);
        case 'remind':
          return about(scene, action.about, (subject) => offered(scene, action.about, action.day, subject));
        case 'remind_set':
          return about(scene, action.about, (subject) =>
            set(scene, action.about, action.day, subject, chosen(scene, action.day, action.when)),
          );
        case 'remind_snooze': {
          const moment = snoozeFor(action.day, timesOf(scene));
          if (moment === null) return notice(visit, visit.t('reminder.too_late'));
          return about(scene, action.about, (subject) =>
            set(scene, action.about, action.day, subject, [moment]),
          );
        }
        case 'remind_done':
          await store.reminders.cancelAbout(visit.person.id, action.about, action.day);
          return change(visit, reply(visit.locale, [paragraph(visit.t('reminder.done_said'))]));
        case 'calendar':
          return about(scene, action.about, (subject) =>
            calendarTurn({ ...scene, policy, about: action.about, lastDay: action.day, subject }),
          );
        default:
          return null;
      }
    },
  };

  async function sceneOf(visit: Visit): Promise<Scene>;
  async function sceneOf(visit: Visit, action: Action): Promise<Scene | null>;
  async function sceneOf(visit: Visit, action?: Action): Promise<Scene | null> {
    if (action !== undefined && !isReminderAction(action)) return null;
    const { knowledge, speaking } = parts.core();
    const now = parts.clock.now();
    const hours = { policy, zone: zoneOf(policy, await store.reminders.zoneOf(visit.person.id)) };
    const today = todayFor(hours, now);
    return { visit, knowledge, hours, now, today, speaker: createSpeaker(speaking, visit.locale, today) };
  }

  async function about(
    { visit, knowledge, today }: Scene,
    id: string,
    turn: (subject: Subject) => Promise<Turn> | Turn,
  ): Promise<Turn> {
    const subject = subjectOf(knowledge, id, today);
    return subject === null ? notice(visit, visit.t('error.old_button')) : await turn(subject);
  }

  function timesOf({ knowledge, hours, now }: Scene) {
    return { policy, calendar: knowledge.calendar, zone: hours.zone.zone, now };
  }

  function chosen(scene: Scene, lastDay: string, when: ReminderTimes): Moment[] {
    return momentsFor(lastDay, timesOf(scene)).filter(({ time }) => when === 'both' || time === when);
  }

  function offered(scene: Scene, id: string, lastDay: string, subject: Subject): Turn {
    const { visit, hours, knowledge, speaker, today } = scene;
    const moments = momentsFor(lastDay, timesOf(scene));
    return tell(
      visit,
      offerReply({ about: id, lastDay, subject }, moments, hours, knowledge, speaker, today),
    );
  }

  async function set(
    scene: Scene,
    id: string,
    lastDay: string,
    subject: Subject,
    moments: readonly Moment[],
  ): Promise<Turn> {
    const { visit, speaker, hours } = scene;
    // The button was pressed days after it was shown.
    if (moments.length === 0) return notice(visit, visit.t('reminder.too_late'));
    for (const { time, day, at } of moments) {
      const reminder = { about: id, lastDay, time, day, rule: subject.rule, dueAt: at };
      if ((await store.reminders.set(visit.person.id, reminder, policy.most)) === 'full')
        return notice(visit, visit.t('reminder.full', { count: policy.most }));
    }
    // What is sent later has no hint of a language: the one spoken now is remembered.
    await store.people.prefer(visit.person.id, { locale: visit.locale }, 'notice');
    const title = speaker.say(subject.title);
    return tell(visit, setReply(title, moments, hours, { about: id, lastDay }, speaker));
  }

  async function listed({ visit, knowledge, hours, speaker, today }: Scene) {
    const reminders = await store.reminders.list(visit.person.id);
    const withSubjects = reminders.map((reminder) => ({
      reminder,
      subject: subjectOf(knowledge, reminder.about, today),
    }));
    return remindersReply(withSubjects, hours, speaker);
  }

  /** Everything that waits moves to the same hour of the new zone. */
  async function zoned(scene: Scene, id: string): Promise<Turn> {
    const { visit, speaker } = scene;
    const zone = policy.zones.find((each) => each.id === id);
    if (zone === undefined) return notice(visit, visit.t('error.old_button'));
    await store.reminders.setZone(visit.person.id, zone.zone);
    for (const { id: reminder, day } of await store.reminders.list(visit.person.id))
      await store.reminders.move(visit.person.id, reminder, instantAt(day, policy.hour, zone.zone));
    return change(visit, zoneSetReply({ policy, zone }, speaker));
  }
}

function isReminderAction({ do: verb }: Action): boolean {
  return verb.startsWith('remind') || verb.startsWith('time_zone') || verb === 'calendar';
}
