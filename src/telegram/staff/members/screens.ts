import { heading, list, note, paragraph, reply } from '../../../messages/build.ts';
import type { Button, Reply } from '../../../messages/reply.ts';
import { almatyDate, almatyTime } from '../../../operations/clock.ts';
import type { AuditEntry } from '../../../store/ports/audit.ts';
import { type Channel, channels } from '../../../store/ports/people.ts';
import { type StaffMember, staffRoles } from '../../../store/ports/staff.ts';
import type { ChannelOff } from '../../../store/ports/switches.ts';
import type { StaffVisit } from '../feature.ts';

/** What `/staff` shows. Members are told apart by their Telegram ids: nothing else about them is stored. */
type Reader = Pick<StaffVisit, 'locale' | 't' | 'person'>;

const staffButton = (label: string, ...args: readonly string[]): Button => ({
  label,
  action: { do: 'staff', command: 'staff', args },
});
const back = ({ t }: Reader): Button => staffButton(t('staff.back'), 'list');

export function membersScreen(reader: Reader, members: readonly StaffMember[]): Reply {
  const { t, locale } = reader;
  const line = ({ externalId: id, role }: StaffMember): string =>
    id === reader.person.id
      ? t('staff.member_self', { id, role: t(`staff.role.${role}`) })
      : t('staff.member', { id, role: t(`staff.role.${role}`) });
  return reply(
    locale,
    [heading(t('staff.title')), list(members.map(line)), paragraph(t('staff.roles_help'))],
    [
      ...members.map((member) => [staffButton(line(member), 'member', member.externalId)]),
      [staffButton(t('staff.add'), 'add')],
      [staffButton(t('staff.channels'), 'channels'), staffButton(t('staff.log'), 'log')],
    ],
  );
}

export function memberScreen(reader: Reader, member: StaffMember, fixed: boolean): Reply {
  const { t, locale } = reader;
  const { externalId: id, role } = member;
  return reply(
    locale,
    [
      heading(t('staff.member', { id, role: t(`staff.role.${role}`) })),
      paragraph(t('staff.member_since', { date: almatyDate(member.addedAt) })),
      ...(fixed ? [note('info', t('staff.fixed'))] : []),
    ],
    [
      ...staffRoles
        .filter((other) => other !== role)
        .map((other) => [staffButton(t('staff.make', { role: t(`staff.role.${other}`) }), 'set', id, other)]),
      [staffButton(t('staff.remove'), 'remove', id)],
      [back(reader)],
    ],
  );
}

export function channelsScreen(reader: Reader, off: (channel: Channel) => ChannelOff | null): Reply {
  const { t, locale } = reader;
  const line = (channel: Channel): string => {
    const state = off(channel);
    const name = t(`switch.channel.${channel}`);
    if (state === null) return t('switch.is_on', { channel: name });
    const since = `${almatyDate(state.since)} ${almatyTime(state.since)}`;
    return t('switch.is_off', { channel: name, since, reason: state.reason });
  };
  return reply(
    locale,
    [heading(t('switch.title')), list(channels.map(line)), paragraph(t('switch.what'))],
    [
      ...channels.map((channel) => [
        off(channel) === null
          ? staffButton(t('switch.turn_off', { channel: t(`switch.channel.${channel}`) }), 'off', channel)
          : staffButton(t('switch.turn_on', { channel: t(`switch.channel.${channel}`) }), 'on', channel),
      ]),
      [back(reader)],
    ],
  );
}

/** Actions of the audit log that have words; others are shown by their code. */
const worded: ReadonlySet<string> = new Set([
  'staff.added',
  'staff.role_changed',
  'staff.removed',
  'channel.off',
  'channel.on',
  'announcement.drafted',
  'announcement.confirmed',
  'announcement.discarded',
  'announcement.paused',
  'announcement.resumed',
  'announcement.stopped',
  'announcement.corrected',
  'announcement.withdrawn',
  'announcement.resent_unclear',
  'announcement.approval_asked',
  'announcement.refused',
]);

export function logScreen(reader: Reader, entries: readonly AuditEntry[]): Reply {
  const { t, locale } = reader;
  const lines = entries.map(({ at, actor, action, target, details }) =>
    t('staff.log_line', {
      at: `${almatyDate(at)} ${almatyTime(at)}`,
      actor: actor ?? t('staff.log_nobody'),
      action: worded.has(action) ? t(`staff.action.${action.replace('.', '_')}`) : action,
      target: target ?? '—',
      reason: reasonOf(details),
    }),
  );
  return reply(
    locale,
    [heading(t('staff.log')), lines.length === 0 ? paragraph(t('staff.log_empty')) : list(lines)],
    [[back(reader)]],
  );
}

/** Why it was done; the subjects call it `reason` or `why`. */
function reasonOf({ reason, why }: AuditEntry['details']): string {
  const words = reason ?? why;
  return typeof words === 'string' && words !== '' ? words : '—';
}
