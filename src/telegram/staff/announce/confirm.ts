import { openZones } from '../../../announcements/quiet.ts';
import { note, paragraph, reply } from '../../../messages/build.ts';
import { may } from '../../../staff/permissions.ts';
import { typedMoment } from '../../../staff/typed-moment.ts';
import { describeFailure } from '../../failure.ts';
import { renderReply } from '../../render/render.ts';
import type { StaffVisit } from '../feature.ts';
import type { FormTalk } from '../form.ts';
import { tryBoard } from './board.ts';
import type { AnnounceParts, Draft } from './parts.ts';
import type { Previewed } from './preview.ts';
import { momentWords, speakerFor } from './words.ts';

/** Asks when; `null` = at once. */
export async function askMoment(talk: FormTalk, parts: AnnounceParts): Promise<Date | null> {
  await talk.change(({ locale, t }) =>
    reply(locale, [paragraph(t('announce.ask_moment'))], [[talk.button(t('announce.now'), 'at', 'now')]]),
  );
  for (;;) {
    const given = await talk.next((input) => {
      if (input.kind === 'text') return { words: input.text };
      return input.kind === 'press' && input.args[0] === 'at' ? { words: null } : null;
    });
    if (given.words === null) return null;
    const { words } = given;
    const moment = await talk.once(() => typedMoment(words, parts.clock.now())?.getTime() ?? null);
    if (moment !== null) return new Date(moment);
    await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.moment_unclear'))]));
  }
}

/** The last question; above the policy's reach the number has to be typed. False = not after all. */
export async function askSure(
  talk: FormTalk,
  found: Previewed,
  { definition: { urgent } }: Draft,
  startsAt: Date | null,
  parts: AnnounceParts,
): Promise<boolean> {
  const { total, typeCount } = found;
  // The preview looked at the quiet hours of now; a later moment has its own.
  const quiet = await talk.once(() =>
    startsAt === null || urgent ? 0 : parts.policy.zones.length - openZones(parts.policy, startsAt).length,
  );
  await talk.change(({ locale, t }) => {
    const when = startsAt === null ? t('announce.at_once') : momentWords(startsAt, speakerFor(parts, locale));
    const no = talk.button(t('announce.not_yet'), 'sure', 'no');
    return reply(
      locale,
      [
        paragraph(t(typeCount ? 'announce.sure_typed' : 'announce.sure', { count: total, when })),
        ...(quiet > 0 ? [note('info', t(`announce.quiet_then_${parts.policy.quiet.effect}`))] : []),
      ],
      typeCount ? [[no]] : [[talk.button(t('announce.send', { count: total }), 'sure', 'yes'), no]],
    );
  });
  return await talk.next((input) => {
    if (input.kind === 'press' && input.args[0] === 'sure')
      return input.args[1] === 'no' ? false : typeCount ? null : true;
    if (input.kind !== 'text' || !typeCount) return null;
    return input.text.replace(/\D/gu, '') === String(total) ? true : null;
  });
}

/** Asks for the cost of the paid lane to be typed. False = not after all. */
export async function askCost(talk: FormTalk, { total, stars }: Previewed): Promise<boolean> {
  await talk.change(({ locale, t }) =>
    reply(
      locale,
      [paragraph(t('announce.sure_paid', { count: total, stars }))],
      [[talk.button(t('announce.not_yet'), 'cost', 'no')]],
    ),
  );
  return await talk.next((input) => {
    if (input.kind === 'press') return input.args[0] === 'cost' ? false : null;
    return input.kind === 'text' && input.text.replace(/\D/gu, '') === String(stars) ? true : null;
  });
}

/** Puts a draft into the ledger, or asks for a second person where the policy wants one. Says what came of it. */
export async function confirmDraft(
  talk: FormTalk,
  draft: Draft,
  startsAt: Date | null,
  parts: AnnounceParts,
  paid = false,
): Promise<void> {
  if (parts.policy.confirm.second_person) {
    await talk.once((visit) => askApproval(visit, draft, startsAt, parts));
    await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.approval_asked'))]));
    return;
  }
  const id = await talk.once((visit) => send(visit, draft, startsAt, visit.person.id, parts, paid));
  if (id === null) {
    await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.gone'))]));
  }
}

/**
 * Confirms a draft and opens its live message in the chat of whoever wrote it.
 * @returns its id; `null` when it was confirmed or discarded meanwhile
 */
export async function send(
  visit: StaffVisit,
  { id, definition }: Draft,
  startsAt: Date | null,
  author: string,
  parts: AnnounceParts,
  paid = false,
): Promise<string | null> {
  const { steering, store, clock } = parts;
  const stored = await store.announcements.byId(id);
  if (stored?.state !== 'draft') return null;
  const now = clock.now();
  const moment = startsAt === null || startsAt < now ? now : startsAt;
  const recurs = definition.repeat !== undefined;
  // Whether it recurs is fixed when it is put down.
  const last =
    recurs === (stored.kind === 'series')
      ? id
      : (await steering.draft({ definition, startsAt: moment }, author)).id;
  if (last !== id) await steering.discard(id, visit.person.id);
  if (!(await steering.confirm(last, visit.person.id, { startsAt: moment, paid }))) return null;
  await tryBoard(visit, last, author, parts);
  return last;
}

async function askApproval(
  visit: StaffVisit,
  { id }: Draft,
  startsAt: Date | null,
  parts: AnnounceParts,
): Promise<null> {
  const { store } = parts;
  await store.approvals.ask({ announcement: id, by: visit.person.id, startsAt });
  await store.audit.write({
    channel: 'telegram',
    actor: visit.person.id,
    action: 'announcement.approval_asked',
    target: id,
    details: {},
  });
  for (const { channel, externalId, role } of await store.staff.list()) {
    if (channel !== 'telegram' || externalId === visit.person.id || !may(role, 'approve')) continue;
    const locale = (await store.people.find('telegram', externalId))?.locale ?? 'kk';
    const t = visit.parts.texts.for(locale);
    const words = reply(
      locale,
      [paragraph(t('announce.approval_wanted', { id: visit.person.id }))],
      [
        [
          {
            label: t('announce.review'),
            action: { do: 'staff', command: 'announcements', args: ['open', id] },
          },
        ],
      ],
    );
    try {
      for (const message of renderReply(words, visit.parts.texts))
        await visit.parts.sender.send(Number(externalId), message);
    } catch (error) {
      // They never wrote to the bot, or blocked it: the list of announcements shows them the same.
      visit.parts.logger.info(
        { reason: describeFailure(error) },
        'a member of staff could not be asked to approve',
      );
    }
  }
  return null;
}
