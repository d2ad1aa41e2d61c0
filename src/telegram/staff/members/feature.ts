import { change, notice, tell } from '../../../conversation/turns.ts';
import { paragraph, reply } from '../../../messages/build.ts';
import type { Audit } from '../../../store/ports/audit.ts';
import { type Channel, channels } from '../../../store/ports/people.ts';
import { type StaffFeature, type StaffVisit, staffFeature } from '../feature.ts';
import { type MembersFormParts, membersForm } from './form.ts';
import { channelsScreen, logScreen, memberScreen, membersScreen } from './screens.ts';

export interface MembersFeatureParts extends MembersFormParts {
  readonly audit: Pick<Audit, 'list'>;
  /** Ids of `STAFF_IDS`: administrators again at every start. */
  readonly fixed: readonly string[];
}

/** Entries of the audit log shown at once. */
const logLength = 20;

/** `/staff`: who is staff, the audit log, and the switches of the channels. For administrators. */
export function membersFeature(parts: MembersFeatureParts): StaffFeature {
  const { members, switchboard, audit, fixed } = parts;
  const overview = async (visit: StaffVisit) => membersScreen(visit, await members.list());
  const channelScreen = async (visit: StaffVisit) => {
    const states = await Promise.all(channels.map((channel) => switchboard.off(channel)));
    return channelsScreen(visit, (channel) => states[channels.indexOf(channel)] ?? null);
  };
  /** A form speaks for itself. */
  const opened = async (visit: StaffVisit, argument: string) => {
    await visit.open(argument);
    return { replies: [], replace: false, locale: visit.locale };
  };

  return staffFeature({
    command: 'staff',
    form: membersForm(parts),
    async handle(visit, argument) {
      if (argument === '') return tell(visit, await overview(visit));
      if (/^[1-9]\d{2,14}$/u.test(argument)) return await opened(visit, `add ${argument}`);
      return tell(visit, reply(visit.locale, [paragraph(visit.t('staff.usage'))]));
    },
    async press(visit, [what, target = '', role = '']) {
      switch (what) {
        case 'list':
          return change(visit, await overview(visit));
        case 'member': {
          const member = (await members.list()).find((one) => one.externalId === target);
          return member === undefined
            ? notice(visit, visit.t('staff.refused.not_staff'))
            : change(visit, memberScreen(visit, member, fixed.includes(target)));
        }
        case 'add':
          return await opened(visit, 'add');
        case 'set':
        case 'remove':
        case 'off':
          return await opened(visit, `${what} ${target} ${role}`.trim());
        case 'on': {
          const channel = channels.find((one): one is Channel => one === target);
          if (channel === undefined) return null;
          await switchboard.turnOn(visit.person.id, channel, '');
          return change(visit, await channelScreen(visit));
        }
        case 'channels':
          return change(visit, await channelScreen(visit));
        case 'log':
          return change(visit, logScreen(visit, await audit.list(logLength)));
        default:
          return null;
      }
    },
  });
}
