import type { Audience } from '../../../announcements/announcement.ts';
import { languages, scripts } from '../../../language/locale.ts';
import { heading, list, paragraph, reply } from '../../../messages/build.ts';
import type { Button } from '../../../messages/reply.ts';
import type { StaffVisit } from '../feature.ts';
import type { FormTalk } from '../form.ts';
import type { AnnounceParts } from './parts.ts';
import { audienceLines, speakerFor } from './words.ts';

/** Conditions that are lists. People must fit every one that is not empty. */
const fields = ['languages', 'scripts', 'regions', 'countries', 'topics'] as const;
type Field = (typeof fields)[number];

const activeDays = [30, 90, 365] as const;

export const everyone: Audience = { languages: [], scripts: [], regions: [], countries: [], topics: [] };

/** Asks who an announcement is for, by buttons. */
export async function askAudience(talk: FormTalk, start: Audience, parts: AnnounceParts): Promise<Audience> {
  let audience = start;
  for (;;) {
    const now = audience;
    await talk.change((visit) => overview(talk, visit, now, parts));
    const choice = await talk.next((input) =>
      input.kind === 'press' && input.args[0] === 'for' ? [...input.args] : null,
    );
    const [, what, value] = choice;
    const field = fields.find((one) => one === what);
    if (field !== undefined) audience = await askField(talk, field, now, parts);
    else if (what === 'everyone') audience = everyone;
    else if (what === 'active') audience = withActive(now, Number(value));
    else return now;
  }
}

function overview(talk: FormTalk, visit: StaffVisit, audience: Audience, parts: AnnounceParts) {
  const { t, locale } = visit;
  const speaker = speakerFor(parts, locale);
  return reply(
    locale,
    [
      heading(t('announce.audience')),
      list(audienceLines(audience, speaker, parts)),
      paragraph(t('announce.audience_help')),
    ],
    [
      [talk.button(t('announce.for_button.everyone'), 'for', 'everyone')],
      ...fields.map((field): Button[] => [talk.button(t(`announce.for_button.${field}`), 'for', field)]),
      activeDays.map((days) =>
        talk.button(
          t(audience.active_within_days === days ? 'announce.active_chosen' : 'announce.active', {
            count: days,
          }),
          'for',
          'active',
          String(days),
        ),
      ),
      [talk.button(t('announce.done'), 'for', 'done')],
    ],
  );
}

/** Pressed again, a limit of activity is taken away. */
function withActive(audience: Audience, days: number): Audience {
  const { active_within_days: before, ...rest } = audience;
  const known = activeDays.find((one) => one === days);
  return known === undefined || before === known ? rest : { ...rest, active_within_days: known };
}

/** Lets members of one list be switched on and off. */
async function askField(
  talk: FormTalk,
  field: Field,
  start: Audience,
  parts: AnnounceParts,
): Promise<Audience> {
  const ids = await talk.once(() => idsOf(field, parts));
  let chosen = new Set<string>(start[field]);
  for (;;) {
    const now = chosen;
    await talk.change(({ locale, t }) => {
      const button = (id: string, index: number): Button =>
        talk.button(
          t(now.has(id) ? 'announce.chosen' : 'announce.not_chosen', {
            name: nameOf(field, id, parts, locale, t),
          }),
          'in',
          String(index),
        );
      return reply(
        locale,
        [heading(t(`announce.for_button.${field}`)), paragraph(t('announce.choose_some'))],
        [...inPairs(ids.map(button)), [talk.button(t('announce.done'), 'in', 'done')]],
      );
    });
    const choice = await talk.next((input) =>
      input.kind === 'press' && input.args[0] === 'in' ? (input.args[1] ?? null) : null,
    );
    const id = ids[Number(choice)];
    if (id === undefined) return { ...start, [field]: ids.filter((one) => now.has(one)) };
    chosen = new Set(now);
    if (!chosen.delete(id)) chosen.add(id);
  }
}

function idsOf(field: Field, parts: AnnounceParts): string[] {
  const { knowledge } = parts.core();
  switch (field) {
    case 'languages':
      return [...languages];
    case 'scripts':
      return [...scripts];
    case 'regions':
      return [...knowledge.regions.keys()];
    case 'countries':
      return [...knowledge.countries.keys()];
    case 'topics':
      return [...knowledge.topics.keys()];
  }
}

function nameOf(
  field: Field,
  id: string,
  parts: AnnounceParts,
  locale: StaffVisit['locale'],
  t: StaffVisit['t'],
): string {
  const { knowledge } = parts.core();
  const { say } = speakerFor(parts, locale);
  switch (field) {
    case 'languages':
      return t(`announce.language.${id}`);
    case 'scripts':
      return t(`announce.script.${id}`);
    case 'regions':
      return say(knowledge.regions.get(id)?.name ?? { kk: id, ru: id });
    case 'countries':
      return say(knowledge.countries.get(id)?.name ?? { kk: id, ru: id });
    case 'topics':
      return say(knowledge.topics.get(id)?.title ?? { kk: id, ru: id });
  }
}

function inPairs(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += 2) rows.push(buttons.slice(from, from + 2));
  return rows;
}
