import { paragraph, reply } from '../../../messages/build.ts';
import type { MemberChange, Members } from '../../../staff/members.ts';
import type { Switchboard } from '../../../staff/switchboard.ts';
import { type Channel, channels } from '../../../store/ports/people.ts';
import { type StaffRole, staffRoles } from '../../../store/ports/staff.ts';
import type { FormInput, FormTalk, StaffForm } from '../form.ts';

export interface MembersFormParts {
  readonly members: Members;
  readonly switchboard: Switchboard;
  /** Keeps the menu of commands in step with a change; failures are its own business. */
  readonly onChange: (id: string, role: StaffRole | null) => Promise<void>;
}

/** Longest reason or banner taken, in characters. */
const maxReason = 300;
const maxBanner = 600;

/** Adding, changing and removing members, and switching channels off: what needs typed words. */
export function membersForm(parts: MembersFormParts): StaffForm {
  return {
    id: 'staff.1',
    command: 'staff',
    async run(talk, argument) {
      const [what, target = '', role = ''] = argument.split(' ');
      if (what === 'add') await add(talk, target, parts);
      else if (what === 'set' && isRole(role)) await setRole(talk, target, role, parts);
      else if (what === 'remove') await remove(talk, target, parts);
      else if (what === 'off' && isChannel(target)) await turnOff(talk, target, parts);
    },
  };
}

async function add(talk: FormTalk, given: string, parts: MembersFormParts): Promise<void> {
  let id = given;
  if (id === '') {
    await talk.say(({ locale, t }) => reply(locale, [paragraph(t('staff.ask_id'))]));
    id = await talk.next(idOf);
  }
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('staff.ask_role', { id })), paragraph(t('staff.roles_help'))],
      staffRoles.map((role) => [talk.button(t(`staff.role.${role}`), 'role', role)]),
    ),
  );
  const role = await talk.next((input) =>
    input.kind === 'press' && input.args[0] === 'role'
      ? (staffRoles.find((one) => one === input.args[1]) ?? null)
      : null,
  );
  await setRole(talk, id, role, parts);
}

async function setRole(talk: FormTalk, id: string, role: StaffRole, parts: MembersFormParts): Promise<void> {
  const before = await talk.once(
    async () => (await parts.members.list()).find((one) => one.externalId === id)?.role ?? null,
  );
  // More rights, or fewer for an administrator, are what a mistake or a stolen telephone would do.
  const grave = role === 'administrator' || before === 'administrator';
  const reason = grave ? await askReason(talk, 'staff.ask_reason_role', { id }) : '';
  if (grave) await confirm(talk, 'staff.confirm_role', { id, role });
  await tellChange(
    talk,
    await talk.once(async (visit) => {
      const change = await parts.members.set(visit.person.id, id, role, reason);
      if (change.type === 'done') await parts.onChange(id, role);
      return change;
    }),
    'staff.role_set',
    { id, role },
  );
}

async function remove(talk: FormTalk, id: string, parts: MembersFormParts): Promise<void> {
  const reason = await askReason(talk, 'staff.ask_reason_remove', { id });
  await confirm(talk, 'staff.confirm_remove', { id });
  await tellChange(
    talk,
    await talk.once(async (visit) => {
      const change = await parts.members.remove(visit.person.id, id, reason);
      if (change.type === 'done') await parts.onChange(id, null);
      return change;
    }),
    'staff.removed',
    { id },
  );
}

async function turnOff(talk: FormTalk, channel: Channel, { switchboard }: MembersFormParts): Promise<void> {
  const reason = await askReason(talk, 'switch.ask_reason', {});
  const kk = await askBanner(talk, 'switch.ask_banner_kk');
  const ru = await askBanner(talk, 'switch.ask_banner_ru');
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [
        paragraph(t('switch.confirm', { channel: t(`switch.channel.${channel}`) })),
        paragraph(kk ?? t('switch.usual')),
        paragraph(ru ?? t('switch.usual')),
      ],
      [[talk.button(t('switch.yes'), 'yes'), talk.button(t('staff.no'), 'no')]],
    ),
  );
  await sure(talk);
  await talk.once(async (visit) => {
    await switchboard.turnOff(visit.person.id, { channel, reason, banner: { kk, ru } });
    return null;
  });
  await talk.change(({ locale, t }) =>
    reply(locale, [paragraph(t('switch.done_off', { channel: t(`switch.channel.${channel}`) }))]),
  );
}

/** A text of the banner; `null` = the usual one. */
async function askBanner(talk: FormTalk, key: string): Promise<string | null> {
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t(key, { count: maxBanner }))],
      [[talk.button(t('switch.usual'), key.slice(-2))]],
    ),
  );
  const taken = await talk.next((input) => {
    if (input.kind === 'text' && input.text.length <= maxBanner) return { words: input.text.trim() };
    return input.kind === 'press' && input.args[0] === key.slice(-2) ? { words: null } : null;
  });
  return taken.words;
}

async function askReason(
  talk: FormTalk,
  key: string,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  await talk.say(({ locale, t }) => reply(locale, [paragraph(t(key, values))]));
  return await talk.next((input) => (input.kind === 'text' ? input.text.trim().slice(0, maxReason) : null));
}

async function confirm(
  talk: FormTalk,
  key: string,
  values: { readonly id: string; readonly role?: StaffRole },
): Promise<void> {
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t(key, words(t, values)))],
      [[talk.button(t('staff.yes'), 'yes'), talk.button(t('staff.no'), 'no')]],
    ),
  );
  await sure(talk);
}

/** Ends the form at a no. */
async function sure(talk: FormTalk): Promise<void> {
  const answer = await talk.next((input) =>
    input.kind === 'press' && (input.args[0] === 'yes' || input.args[0] === 'no') ? input.args[0] : null,
  );
  if (answer === 'yes') return;
  await talk.change(({ locale, t }) => reply(locale, [paragraph(t('staff.form.cancelled'))]));
  await talk.end();
}

async function tellChange(
  talk: FormTalk,
  change: MemberChange,
  done: string,
  values: { readonly id: string; readonly role?: StaffRole },
): Promise<void> {
  await talk.say(({ locale, t }) =>
    reply(locale, [
      paragraph(change.type === 'done' ? t(done, words(t, values)) : t(`staff.refused.${change.reason}`)),
    ]),
  );
}

function words(
  t: (key: string) => string,
  { id, role }: { readonly id: string; readonly role?: StaffRole },
): Record<string, string> {
  return { id, ...(role === undefined ? {} : { role: t(`staff.role.${role}`) }) };
}

/** A Telegram id: typed, or that of a forwarded message's author. Ids of groups are negative and cannot be staff. */
function idOf(input: FormInput): string | null {
  if (input.kind === 'named') return input.id;
  if (input.kind !== 'text') return null;
  const typed = input.text.replace(/\s/gu, '');
  return /^[1-9]\d{2,14}$/u.test(typed) ? typed : null;
}

function isRole(value: string): value is StaffRole {
  return (staffRoles as readonly string[]).includes(value);
}
function isChannel(value: string): value is Channel {
  return (channels as readonly string[]).includes(value);
}
