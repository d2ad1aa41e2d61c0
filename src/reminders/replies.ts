import type { Knowledge } from '../knowledge/knowledge.ts';
import { heading, list, note, paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Reminder } from '../store/ports/reminders.ts';
import { dayBlocks } from './message.ts';
import type { ReminderPolicy, Zone } from './policy.ts';
import type { Moment } from './schedule.ts';
import type { Subject } from './subject.ts';
import { clockIn, dayIn } from './zone-time.ts';

/** Whose clock reminders follow. */
export interface Hours {
  readonly policy: ReminderPolicy;
  readonly zone: Zone;
}

/** Offers the moments that lie ahead, and the last day as a calendar file. */
export function offerReply(
  { about, lastDay, subject }: { about: string; lastDay: string; subject: Subject },
  moments: readonly Moment[],
  hours: Hours,
  knowledge: Pick<Knowledge, 'calendar'>,
  speaker: Speaker,
  today: string,
): Reply {
  const { t } = speaker;
  const time = clockOf(hours);
  const set = (label: string, when: 'both' | 'before' | 'day'): Button[] => [
    { label, action: { do: 'remind_set', about, day: lastDay, when } },
  ];
  const early = moments.find((moment) => moment.time === 'before');
  const morning = moments.find((moment) => moment.time === 'day');
  const rows: Button[][] = [
    ...(early !== undefined && morning !== undefined ? [set(t('reminder.both'), 'both')] : []),
    ...(early === undefined ? [] : [set(t('reminder.before', { date: speaker.date(early.day) }), 'before')]),
    ...(morning === undefined ? [] : [set(t('reminder.day', { date: speaker.date(morning.day) }), 'day')]),
  ];
  const zone: Button[] =
    rows.length === 0 ? [] : [{ label: t('reminder.change_zone'), action: { do: 'time_zones' } }];
  return reply(
    speaker.locale,
    [
      heading(speaker.say(subject.title)),
      ...dayBlocks(lastDay, knowledge, speaker, today),
      paragraph(
        rows.length === 0
          ? t('reminder.no_time')
          : t('reminder.when', { time, zone: speaker.say(hours.zone.name) }),
      ),
    ],
    [...rows, [calendarButton(about, lastDay, speaker), ...zone]],
  );
}

/** What was set. */
export function setReply(
  title: string,
  moments: readonly Moment[],
  hours: Hours,
  about: { readonly about: string; readonly lastDay: string },
  speaker: Speaker,
): Reply {
  const { t } = speaker;
  const time = clockOf(hours);
  return reply(
    speaker.locale,
    [
      heading(title),
      list(
        moments.map(({ day }) => t('reminder.moment', { date: speaker.date(day), time })),
        { title: t('reminder.set', { zone: speaker.say(hours.zone.name) }) },
      ),
      paragraph(t('reminder.kept')),
    ],
    [
      [calendarButton(about.about, about.lastDay, speaker)],
      [
        { label: t('reminder.change_zone'), action: { do: 'time_zones' } },
        { label: t('reminder.mine'), action: { do: 'reminders' } },
      ],
    ],
  );
}

/** All reminders of a person, with a button to cancel each. */
export function remindersReply(
  reminders: readonly { readonly reminder: Reminder; readonly subject: Subject | null }[],
  hours: Hours,
  speaker: Speaker,
): Reply {
  const { t } = speaker;
  if (reminders.length === 0)
    return reply(
      speaker.locale,
      [heading(t('reminder.mine')), paragraph(t('reminder.none'))],
      [[{ label: t('guide.title'), action: { do: 'guides' } }]],
    );
  const time = clockOf(hours);
  const lines = reminders.map(({ reminder, subject }) => {
    const title = subject === null ? t('reminder.unknown') : speaker.say(subject.title);
    const values = { date: speaker.date(reminder.day), time, title, last: speaker.date(reminder.lastDay) };
    const state = reminder.state === 'unclear' || reminder.state === 'failed' ? reminder.state : 'waiting';
    return t(`reminder.line.${state}`, values);
  });
  return reply(
    speaker.locale,
    [
      heading(t('reminder.mine')),
      list(lines, { ordered: true }),
      note('info', t('reminder.zone', { time, zone: speaker.say(hours.zone.name) })),
    ],
    [
      ...reminders.map(({ reminder }, index): Button[] => [
        {
          label: t('reminder.cancel', { number: index + 1, date: speaker.date(reminder.day) }),
          action: { do: 'remind_cancel', id: reminder.id },
        },
      ]),
      [{ label: t('reminder.change_zone'), action: { do: 'time_zones' } }],
    ],
  );
}

/** The zones to choose from, with what their clocks show now: people know the hour, not the zone's name. */
export function zonesReply({ policy, zone }: Hours, speaker: Speaker, now: Date): Reply {
  return reply(
    speaker.locale,
    [heading(speaker.t('reminder.choose_zone')), paragraph(speaker.t('reminder.zone_now'))],
    policy.zones.map((each): Button[] => [
      {
        label: `${each.id === zone.id ? '✓ ' : ''}${speaker.say(each.name)} — ${clockIn(each.zone, now)}`,
        action: { do: 'time_zone', zone: each.id },
      },
    ]),
  );
}

export function zoneSetReply(hours: Hours, speaker: Speaker): Reply {
  const values = { time: clockOf(hours), zone: speaker.say(hours.zone.name) };
  return reply(
    speaker.locale,
    [paragraph(speaker.t('reminder.zone_set', values))],
    [[{ label: speaker.t('reminder.mine'), action: { do: 'reminders' } }]],
  );
}

/** The person's own day. */
export function todayFor({ zone }: Hours, now: Date): string {
  return dayIn(zone.zone, now);
}

function calendarButton(about: string, day: string, { t }: Speaker): Button {
  return { label: t('reminder.calendar'), action: { do: 'calendar', about, day } };
}

function clockOf({ policy: { hour } }: Hours): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
