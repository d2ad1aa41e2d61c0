import type { Announcement, Repeat } from '../../../announcements/announcement.ts';
import { repeats } from '../../../announcements/announcement.ts';
import { heading, list, paragraph, reply } from '../../../messages/build.ts';
import type { StaffVisit } from '../feature.ts';
import type { FormTalk, StaffForm } from '../form.ts';
import { askAudience } from './audience.ts';
import { askCost, askMoment, askSure, confirmDraft } from './confirm.ts';
import type { AnnounceParts, Draft } from './parts.ts';
import { preview, sendTest } from './preview.ts';
import { askTarget } from './target.ts';
import { askFile, askKazakh, askRussian } from './texts.ts';
import { beginning, speakerFor, summaryLines } from './words.ts';

/** What can be done with a draft from its overview. */
const moves = [
  'kk',
  'ru',
  'file',
  'button',
  'audience',
  'urgent',
  'repeat',
  'preview',
  'keep',
  'discard',
] as const;
type Move = (typeof moves)[number];

/** Writing an announcement, from its Kazakh text to the ledger. Every step is stored in a draft. */
export function announceForm(parts: AnnounceParts): StaffForm {
  return {
    id: 'announce.1',
    command: 'announce',
    async run(talk, argument) {
      const draft = argument === '' ? await begin(talk, parts) : await continued(talk, argument, parts);
      if (draft === null) {
        await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.gone'))]));
        return;
      }
      await overview(talk, draft, parts);
    },
  };
}

async function begin(talk: FormTalk, { steering }: AnnounceParts): Promise<Draft> {
  const kazakh = await askKazakh(talk);
  const { ru, without_ru: without } = await askRussian(talk);
  return await talk.once(async (visit) => {
    const definition: Announcement = {
      text: { kk: kazakh.text, ...(ru === undefined ? {} : { ru }) },
      ...(without === undefined ? {} : { without_ru: without }),
      ...(kazakh.media === undefined ? {} : { media: kazakh.media }),
      audience: { languages: [], scripts: [], regions: [], countries: [], topics: [] },
      urgent: false,
    };
    const { id } = await steering.draft({ definition }, visit.person.id);
    return { id, definition };
  });
}

async function continued(talk: FormTalk, id: string, { store }: AnnounceParts): Promise<Draft | null> {
  return await talk.once(async () => {
    const stored = await store.announcements.byId(id);
    return stored?.state === 'draft' ? { id, definition: stored.definition } : null;
  });
}

async function overview(talk: FormTalk, start: Draft, parts: AnnounceParts): Promise<void> {
  let draft = start;
  for (;;) {
    const now = draft;
    await talk.change((visit) => overviewReply(talk, visit, now, parts));
    const move = await talk.next((input) =>
      input.kind === 'press' && input.args[0] === 'do'
        ? (moves.find((one) => one === input.args[1]) ?? null)
        : null,
    );
    if (move === 'keep') {
      await talk.change(({ locale, t }) => reply(locale, [paragraph(t('announce.kept'))]));
      return;
    }
    if (move === 'discard') {
      await talk.once((visit) => parts.steering.discard(now.id, visit.person.id));
      await talk.change(({ locale, t }) => reply(locale, [paragraph(t('announce.discarded'))]));
      return;
    }
    if (move === 'preview') {
      if (await review(talk, now, parts)) return;
      continue;
    }
    const definition = await changed(talk, now.definition, move, parts);
    draft = { id: now.id, definition };
    const saved = await talk.once(async () => {
      // What was asked of a second person was another announcement.
      await parts.store.approvals.drop(now.id);
      return await parts.steering.redraft(now.id, definition);
    });
    if (!saved) {
      await talk.say(({ locale, t }) => reply(locale, [paragraph(t('announce.gone'))]));
      return;
    }
  }
}

async function changed(
  talk: FormTalk,
  definition: Announcement,
  move: Exclude<Move, 'preview' | 'keep' | 'discard'>,
  parts: AnnounceParts,
): Promise<Announcement> {
  const { media, button, repeat, ...rest } = definition;
  switch (move) {
    case 'kk': {
      const given = await askKazakh(talk);
      const file = given.media === undefined ? {} : { media: given.media };
      return { ...definition, text: { ...definition.text, kk: given.text }, ...file };
    }
    case 'ru': {
      const { without_ru: _before, ...kept } = definition;
      const { ru, without_ru: without } = await askRussian(talk);
      return {
        ...kept,
        text: { kk: definition.text.kk, ...(ru === undefined ? {} : { ru }) },
        ...(without === undefined ? {} : { without_ru: without }),
      };
    }
    case 'file': {
      const given = await askFile(talk);
      return { ...rest, ...optional({ button, repeat }), ...(given ? { media: given } : {}) };
    }
    case 'button': {
      const target = await askTarget(talk, parts);
      return { ...rest, ...optional({ media, repeat }), ...(target === null ? {} : { button: target }) };
    }
    case 'audience':
      return { ...definition, audience: await askAudience(talk, definition.audience, parts) };
    case 'urgent':
      return { ...definition, urgent: !definition.urgent };
    case 'repeat': {
      const next = nextRepeat(repeat);
      return { ...rest, ...optional({ media, button }), ...(next === undefined ? {} : { repeat: next }) };
    }
  }
}

/** Once, weekly, monthly, and once again. */
function nextRepeat(repeat: Repeat | undefined): Repeat | undefined {
  return repeat === undefined ? repeats[0] : repeats[repeats.indexOf(repeat) + 1];
}

/** Without the fields that are not there. */
function optional<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Preview, test, moment and confirmation. True = handed over, false = back to the draft. */
async function review(talk: FormTalk, draft: Draft, parts: AnnounceParts): Promise<boolean> {
  // What one person pays for, another should not have to guess: the paid lane has no second person.
  const payable = parts.paid && !parts.policy.confirm.second_person && draft.definition.repeat === undefined;
  const found = await preview(talk, draft, null, parts, ({ ready, stars }, { t }) => [
    ...(ready
      ? [
          [talk.button(t('announce.test'), 'go', 'test')],
          [
            talk.button(t('announce.send_now'), 'go', 'now'),
            talk.button(t('announce.send_later'), 'go', 'later'),
          ],
          ...(payable ? [[talk.button(t('announce.send_paid', { stars }), 'go', 'paid')]] : []),
        ]
      : []),
    [talk.button(t('announce.edit'), 'go', 'edit')],
  ]);
  for (;;) {
    const way = await talk.next((input) =>
      input.kind === 'press' && input.args[0] === 'go' ? (input.args[1] ?? null) : null,
    );
    if (way === 'test' && found.ready) {
      await talk.once((visit) => sendTest(visit, draft, parts).then(() => null));
      continue;
    }
    if (way === 'edit' || !found.ready) return false;
    if (way === 'paid') {
      if (!payable || !(await askCost(talk, found))) return false;
      await confirmDraft(talk, draft, null, parts, true);
      return true;
    }
    const startsAt = way === 'later' ? await askMoment(talk, parts) : null;
    if (!(await askSure(talk, found, draft, startsAt, parts))) return false;
    await confirmDraft(talk, draft, startsAt, parts);
    return true;
  }
}

function overviewReply(
  talk: FormTalk,
  { t, locale }: StaffVisit,
  { definition }: Draft,
  parts: AnnounceParts,
) {
  const { text } = definition;
  const move = (name: Move) => talk.button(t(`announce.do.${name}`), 'do', name);
  return reply(
    locale,
    [
      heading(t('announce.draft')),
      paragraph(t('announce.text_kk', { text: beginning(text.kk, 300) })),
      ...(text.ru === undefined ? [] : [paragraph(t('announce.text_ru', { text: beginning(text.ru, 300) }))]),
      list(summaryLines(definition, speakerFor(parts, locale), parts)),
    ],
    [
      [move('kk'), move('ru')],
      [move('file'), move('button')],
      [move('audience')],
      [move('urgent'), move('repeat')],
      [move('preview')],
      [move('keep'), move('discard')],
    ],
  );
}
