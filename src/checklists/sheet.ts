import { citeSource, sourcesBlock } from '../answer/compose/cite.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Direction, directionOf, type Locale, scriptOf } from '../language/locale.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Checklist } from '../store/ports/checklists.ts';
import type { Papers } from './papers.ts';

/** A checklist on paper: everything a reader needs when the chat is not at hand. Rendered as a page, a PDF or plain text. */
export interface Sheet {
  readonly locale: Locale;
  readonly dir: Direction;
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly done: boolean }[];
  readonly progress: string;
  /** What is uncertain, that the script was converted. */
  readonly notes: readonly string[];
  readonly sourcesTitle: string;
  /** Title, clause and date of each source. */
  readonly sources: readonly string[];
  /** How old the source is; `null` when it carries no date. */
  readonly asOf: string | null;
  /** From where and when it was printed, and what it is worth. */
  readonly foot: readonly string[];
}

/** A checklist as it goes to paper, in the reader's language and script. */
export function sheetOf(
  papers: Papers,
  checklist: Pick<Checklist, 'ticked'>,
  knowledge: Pick<Knowledge, 'sources'>,
  speaker: Speaker,
  today: string,
): Sheet {
  const { t } = speaker;
  const ticked = new Set(checklist.ticked);
  const cited = papers.edition.sources.flatMap((reference) => {
    const source = knowledge.sources.get(reference.source);
    return source === undefined ? [] : [citeSource(reference, source, speaker)];
  });
  const sources = sourcesBlock(cited, speaker);
  const date = cited.find(({ source }) => source.date !== undefined)?.source.date;
  const { uncertain } = papers.edition;
  return {
    locale: speaker.locale,
    dir: directionOf(speaker.locale),
    title: t('checklist.title', { title: speaker.say(papers.entry.title) }),
    items: papers.items.map(({ key, text }) => ({ text: speaker.say(text), done: ticked.has(key) })),
    progress: progress(papers, checklist, speaker),
    notes: [
      ...(uncertain === undefined ? [] : [`${t('answer.uncertain')}: ${speaker.say(uncertain)}`]),
      ...(scriptOf(speaker.locale) === 'cyrl' ? [] : [t('answer.converted_note')]),
    ],
    sourcesTitle: t('answer.sources'),
    sources: sources.type === 'sources' ? sources.items.map(({ line }) => line) : [],
    asOf: date === undefined ? null : t('answer.as_of', { date: speaker.date(date) }),
    foot: [t('checklist.printed', { date: speaker.date(today) }), t('web.footer')],
  };
}

/** «3 / 7», in words. */
export function progress(papers: Papers, checklist: Pick<Checklist, 'ticked'>, speaker: Speaker): string {
  const ticked = new Set(checklist.ticked);
  const done = papers.items.filter(({ key }) => ticked.has(key)).length;
  const of = papers.items.length;
  return done === of ? speaker.t('checklist.all', { of }) : speaker.t('checklist.progress', { done, of });
}
