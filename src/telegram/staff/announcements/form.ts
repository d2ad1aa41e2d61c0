import { progressOf } from '../../../announcements/progress.ts';
import { paragraph, reply } from '../../../messages/build.ts';
import { tryBoard } from '../announce/board.ts';
import { askSure, send } from '../announce/confirm.ts';
import type { AnnounceParts } from '../announce/parts.ts';
import { preview } from '../announce/preview.ts';
import { momentWords, speakerFor } from '../announce/words.ts';
import type { FormTalk, StaffForm } from '../form.ts';

/** Longest reason taken, in characters. */
const maxReason = 300;
const maxText = 4000;

/** What needs typed words after sending: correcting, withdrawing, sending to the unclear again; and agreeing to another's draft. */
export function announcementsForm(parts: AnnounceParts): StaffForm {
  return {
    id: 'announcements.1',
    command: 'announcements',
    async run(talk, argument) {
      const [what, id = ''] = argument.split(' ');
      if (what === 'correct') await correct(talk, id, parts);
      else if (what === 'withdraw') await withdraw(talk, id, parts);
      else if (what === 'resend') await resend(talk, id, parts);
      else if (what === 'approve') await approve(talk, id, parts);
    },
  };
}

async function correct(talk: FormTalk, id: string, parts: AnnounceParts): Promise<void> {
  const { store, steering } = parts;
  const before = await talk.once(async () => (await store.announcements.byId(id))?.definition ?? null);
  if (before === null) return await gone(talk);
  const kk = await askNew(talk, 'announce.correct_kk', before.text.kk);
  const ru =
    before.text.ru === undefined ? undefined : await askNew(talk, 'announce.correct_ru', before.text.ru);
  const text = { kk, ...(ru === undefined ? {} : { ru }) };
  const why = await askWhy(talk, 'announce.why_correct');
  const found = await preview(
    talk,
    { id, definition: { ...before, text } },
    null,
    parts,
    ({ ready }, { t }) => [
      [
        ...(ready ? [talk.button(t('announce.act.correct_now'), 'yes')] : []),
        talk.button(t('staff.no'), 'no'),
      ],
    ],
  );
  if (!(await isSure(talk)) || !found.ready) return await cancelled(talk);
  const made = await talk.once(async (visit) => {
    const correction = await steering.correct(id, text, visit.person.id, why);
    if (correction !== null) await tryBoard(visit, correction.id, visit.person.id, parts);
    return correction === null ? null : correction.id;
  });
  if (made === null) await gone(talk);
}

async function withdraw(talk: FormTalk, id: string, parts: AnnounceParts): Promise<void> {
  const { store, steering, clock } = parts;
  const delivered = await talk.once(
    async () => (await progressOf(store, id, clock.now()))?.delivered ?? null,
  );
  if (delivered === null) return await gone(talk);
  const why = await askWhy(talk, 'announce.why_withdraw');
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('announce.sure_withdraw', { count: delivered }))],
      [[talk.button(t('announce.act.withdraw_now'), 'yes'), talk.button(t('staff.no'), 'no')]],
    ),
  );
  if (!(await isSure(talk))) return await cancelled(talk);
  const made = await talk.once(async (visit) => {
    const withdrawal = await steering.withdraw(id, visit.person.id, why);
    if (withdrawal !== null) await tryBoard(visit, withdrawal.id, visit.person.id, parts);
    return withdrawal === null ? null : withdrawal.id;
  });
  if (made === null) await gone(talk);
}

async function resend(talk: FormTalk, id: string, parts: AnnounceParts): Promise<void> {
  const { store, steering, clock } = parts;
  const unclear = await talk.once(async () => (await progressOf(store, id, clock.now()))?.unclear ?? 0);
  if (unclear === 0) return await gone(talk);
  const why = await askWhy(talk, 'announce.why_resend');
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('announce.sure_resend', { count: unclear }))],
      [[talk.button(t('announce.act.resend_now'), 'yes'), talk.button(t('staff.no'), 'no')]],
    ),
  );
  if (!(await isSure(talk))) return await cancelled(talk);
  await talk.once(async (visit) => {
    await steering.resendUnclear(id, visit.person.id, why);
    await tryBoard(visit, id, visit.person.id, parts);
    return null;
  });
}

/** The second person sees everything the first one saw, and confirms by the same rule. */
async function approve(talk: FormTalk, id: string, parts: AnnounceParts): Promise<void> {
  const { store } = parts;
  const asked = await talk.once(async (visit) => {
    const request = await store.approvals.of(id);
    const stored = await store.announcements.byId(id);
    if (request === null || stored?.state !== 'draft' || request.by === visit.person.id) return null;
    const { by, startsAt } = request;
    return {
      by,
      startsAt: startsAt?.getTime() ?? null,
      definition: stored.definition,
      revision: stored.revision,
    };
  });
  if (asked === null) return await gone(talk);
  const draft = { id, definition: asked.definition };
  const startsAt = asked.startsAt === null ? null : new Date(asked.startsAt);
  const found = await preview(talk, draft, startsAt, parts, ({ ready }, { t }) => [
    [...(ready ? [talk.button(t('announce.act.approve'), 'yes')] : []), talk.button(t('staff.no'), 'no')],
  ]);
  if (!(await isSure(talk)) || !found.ready) return await cancelled(talk);
  if (!(await askSure(talk, found, draft, startsAt, parts))) return await cancelled(talk);
  const sent = await talk.once(async (visit) => {
    // Changed by its author since it was shown: what was agreed to is gone.
    const now = await store.announcements.byId(id);
    if (now?.revision !== asked.revision || !(await store.approvals.drop(id))) return null;
    return await send(visit, draft, startsAt, asked.by, parts);
  });
  if (sent === null) return await gone(talk);
  await talk.say(({ locale, t }) => {
    const when = startsAt === null ? t('announce.at_once') : momentWords(startsAt, speakerFor(parts, locale));
    return reply(locale, [paragraph(t('announce.approved', { when }))]);
  });
}

async function askNew(talk: FormTalk, key: string, before: string): Promise<string> {
  await talk.say(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t(key)), paragraph(before)],
      [[talk.button(t('announce.keep_text'), key.slice(-2))]],
    ),
  );
  const given = await talk.next((input) => {
    if (input.kind === 'text') return input.text.length <= maxText ? { text: input.text.trim() } : null;
    return input.kind === 'press' && input.args[0] === key.slice(-2) ? { text: before } : null;
  });
  return given.text;
}

async function askWhy(talk: FormTalk, key: string): Promise<string> {
  await talk.say(({ locale, t }) => reply(locale, [paragraph(t(key))]));
  return await talk.next((input) => (input.kind === 'text' ? input.text.trim().slice(0, maxReason) : null));
}

async function isSure(talk: FormTalk): Promise<boolean> {
  return await talk.next((input) => {
    const answer = input.kind === 'press' ? input.args[0] : undefined;
    return answer === 'yes' ? true : answer === 'no' ? false : null;
  });
}

async function gone(talk: FormTalk): Promise<void> {
  await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.gone'))]));
}

async function cancelled(talk: FormTalk): Promise<void> {
  await talk.say(({ locale, t }) => reply(locale, [paragraph(t('staff.form.cancelled'))]));
}
