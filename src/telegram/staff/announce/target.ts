import type { AnnouncementButton } from '../../../announcements/announcement.ts';
import { paragraph, reply } from '../../../messages/build.ts';
import type { FormTalk } from '../form.ts';
import type { AnnounceParts } from './parts.ts';
import { speakerFor } from './words.ts';

/** Entries offered for the words typed. */
const mostFound = 6;

/** Asks what the button opens: an entry found by words, or a guide. `null` = no button. */
export async function askTarget(talk: FormTalk, parts: AnnounceParts): Promise<AnnouncementButton | null> {
  const guides = await talk.once(() => [...parts.core().knowledge.guides.keys()]);
  await talk.change(({ locale, t }) => {
    const { say } = speakerFor(parts, locale);
    const { knowledge } = parts.core();
    return reply(
      locale,
      [paragraph(t('announce.ask_button'))],
      [
        ...guides.flatMap((id, index) => {
          const guide = knowledge.guides.get(id);
          return guide === undefined ? [] : [[talk.button(say(guide.title), 'guide', String(index))]];
        }),
        [talk.button(t('announce.without_button_target'), 'target', 'none')],
      ],
    );
  });
  let found: readonly string[] = [];
  for (;;) {
    const entries = found;
    const choice = await talk.next((input) => {
      if (input.kind === 'text') return { words: input.text };
      if (input.kind !== 'press') return null;
      const [what, value = ''] = input.args;
      if (what === 'target') return { target: null };
      const guide = what === 'guide' ? guides[Number(value)] : undefined;
      if (guide !== undefined) return { target: { guide } };
      const entry = what === 'entry' ? entries[Number(value)] : undefined;
      return entry === undefined ? null : { target: { entry } };
    });
    if (choice.target !== undefined) return choice.target;
    const words = choice.words ?? '';
    found = await talk.once(() => entriesFor(words, parts));
    const offered = found;
    await talk.say(({ locale, t }) => {
      const { say } = speakerFor(parts, locale);
      const { entries: known } = parts.core().knowledge;
      return reply(
        locale,
        [paragraph(t(offered.length === 0 ? 'announce.found_none' : 'announce.found'))],
        offered.flatMap((id, index) => {
          const entry = known.get(id);
          return entry === undefined ? [] : [[talk.button(say(entry.title), 'entry', String(index))]];
        }),
      );
    });
  }
}

/** Ids of entries that would answer these words, best first. Clauses of rules have no id a button could keep. */
function entriesFor(words: string, parts: AnnounceParts): string[] {
  const { answerer, knowledge } = parts.core();
  const answer = answerer.ask({ text: words });
  const ids = [...(answer.entry === null ? [] : [answer.entry]), ...answer.choices.map(({ entry }) => entry)];
  return [...new Set(ids)].filter((id) => knowledge.entries.has(id)).slice(0, mostFound);
}
