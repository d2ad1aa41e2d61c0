import type { Edition, FaqEntry } from '../../knowledge/schema/faq.ts';
import type { Source, SourceRef } from '../../knowledge/schema/source.ts';
import { scriptOf } from '../../language/locale.ts';
import { list, note, paragraph } from '../../messages/build.ts';
import type { Block, Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Draft } from '../draft.ts';
import { citeSource, sourcesBlock } from './cite.ts';

/** Which edition of an entry is shown, and what else must be said about time. */
export interface EditionChoice {
  readonly edition: Edition;
  /** `past`: asked for by date. `expired`: the newest edition has run out and nothing replaced it. */
  readonly tense: 'current' | 'past' | 'expired';
  /** An edition that will replace this one. */
  readonly coming?: Edition | undefined;
}

/** What is needed beside the entry itself. */
export interface EntryParts {
  readonly sources: ReadonlyMap<string, Source>;
  /** Blocks that follow the text: a comparison table, the body's card. */
  readonly extra: readonly Block[];
  /** What the extra blocks rest on, beside the edition's own sources. */
  readonly references: readonly SourceRef[];
  readonly buttons: readonly (readonly Button[])[];
}

/**
 * An FAQ entry as an answer: the short answer first, then what is uncertain, steps, papers, what people
 * miss, and where it stands. `partial` when the sources bear it only in part.
 */
export function composeEntry(
  entry: FaqEntry,
  choice: EditionChoice,
  parts: EntryParts,
  speaker: Speaker,
): Draft {
  const { edition } = choice;
  const citeds = [...edition.sources, ...parts.references].map((reference) => {
    const source = parts.sources.get(reference.source);
    // The content check refuses unknown sources before anything is served.
    if (source === undefined) throw new Error(`entry ${entry.id}: unknown source ${reference.source}`);
    return citeSource(reference, source, speaker);
  });
  const language = speaker.locale === 'ru' ? 'ru' : 'kk';
  const items = (texts: { kk: readonly string[]; ru: readonly string[] }): string[] =>
    texts[language].map((_, index) => speaker.say({ kk: texts.kk[index] ?? '', ru: texts.ru[index] ?? '' }));

  const blocks: Block[] = [paragraph(speaker.say(edition.answer)), ...timeNotes(choice, speaker)];
  if (edition.uncertain !== undefined) {
    blocks.push(note('uncertain', `${speaker.t('answer.uncertain')}: ${speaker.say(edition.uncertain)}`));
  }
  if (edition.steps !== undefined) {
    blocks.push(list(items(edition.steps), { title: speaker.t('answer.steps'), ordered: true }));
  }
  if (edition.papers !== undefined)
    blocks.push(list(items(edition.papers), { title: speaker.t('answer.papers') }));
  if (edition.missed !== undefined)
    blocks.push(list(items(edition.missed), { title: speaker.t('answer.missed') }));
  blocks.push(...parts.extra, sourcesBlock(citeds, speaker));
  if (scriptOf(speaker.locale) !== 'cyrl') blocks.push(note('converted', speaker.t('answer.converted_note')));

  return {
    kind: entry.kind === 'contact' ? 'contact' : edition.confidence === 'high' ? 'answer' : 'partial',
    reason: edition.confidence === 'high' ? 'entry' : `entry.${edition.confidence}_confidence`,
    entry: entry.id,
    intents: entry.intents,
    title: speaker.say(entry.title),
    blocks,
    buttons: parts.buttons,
    sources: citeds.map(({ source }) => source),
    // Sources stand in order of weight; the first that carries a date tells how old the answer is.
    asOf: citeds.find(({ source }) => source.date !== undefined)?.source.date ?? null,
  };
}

function timeNotes(choice: EditionChoice, speaker: Speaker): Block[] {
  const { edition, tense, coming } = choice;
  const notes: Block[] = [];
  if (tense === 'past' && edition.valid_to !== undefined) {
    const to = speaker.date(edition.valid_to);
    notes.push(
      note(
        'warning',
        edition.valid_from === undefined
          ? speaker.t('answer.older_until', { to })
          : speaker.t('answer.older', { from: speaker.date(edition.valid_from), to }),
      ),
    );
  }
  if (tense === 'expired' && edition.valid_to !== undefined) {
    notes.push(note('warning', speaker.t('answer.expired', { to: speaker.date(edition.valid_to) })));
  }
  if (coming?.valid_from !== undefined) {
    notes.push(
      note(
        'warning',
        `${speaker.t('answer.coming', { date: speaker.date(coming.valid_from) })} ${speaker.say(coming.answer)}`,
      ),
    );
  }
  return notes;
}
