import { citeSource, sourcesBlock } from '../answer/compose/cite.ts';
import { comparisonBlocks, comparisonSources } from '../answer/compose/comparison.ts';
import { chooseEdition } from '../answer/compose/compose.ts';
import { contactCards } from '../answer/compose/contact.ts';
import { composeEntry, type EditionChoice } from '../answer/compose/entry.ts';
import type { GuideContent } from '../guides/parts.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { createPlaceFinder } from '../knowledge/places/index.ts';
import type { EntryPart } from '../knowledge/schema/guide.ts';
import type { SourceRef } from '../knowledge/schema/source.ts';
import { note } from '../messages/build.ts';
import type { Block } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';

/** Guides drawn from the same content, and by the same composing, as answers to questions: the two never differ. */
export function guideContent(knowledge: Knowledge): GuideContent {
  const contact = contactCards(knowledge);
  const entryOf = (id: string): Entry => {
    const entry = knowledge.entries.get(id);
    // The content check refuses guides that name unknown entries before anything is served.
    if (entry === undefined) throw new Error(`guides: there is no entry ${id}`);
    return entry;
  };
  const cited = (reference: SourceRef, speaker: Speaker) => {
    const source = knowledge.sources.get(reference.source);
    if (source === undefined) throw new Error(`guides: there is no source ${reference.source}`);
    return citeSource(reference, source, speaker);
  };
  return {
    knowledge,
    findPlaces: createPlaceFinder(knowledge),
    entry(id, show, speaker, today) {
      const entry = entryOf(id);
      const choice = only(chooseEdition(entry, null, today), show);
      const table = show.includes('table') ? knowledge.comparisons.get(entry.comparison ?? '') : undefined;
      const parts = {
        sources: knowledge.sources,
        extra: comparisonBlocks(table, speaker),
        references: comparisonSources(table),
        buttons: [],
      };
      return {
        title: speaker.say(entry.title),
        blocks: withoutScriptNote(composeEntry(entry, choice, parts, speaker).blocks, speaker),
      };
    },
    papers(id, speaker, today) {
      const entry = entryOf(id);
      const { edition } = chooseEdition(entry, null, today);
      const papers = edition.papers ?? { kk: [], ru: [] };
      const uncertain: Block[] =
        edition.uncertain === undefined
          ? []
          : [note('uncertain', `${speaker.t('answer.uncertain')}: ${speaker.say(edition.uncertain)}`)];
      return {
        title: speaker.say(entry.title),
        items: papers.kk.map((kk, index) => speaker.say({ kk, ru: papers.ru[index] ?? '' })),
        below: [
          ...uncertain,
          sourcesBlock(
            edition.sources.map((reference) => cited(reference, speaker)),
            speaker,
          ),
        ],
      };
    },
    titleOf(id) {
      const entry = knowledge.entries.get(id);
      if (entry !== undefined) return { kind: 'entry', title: entry.title };
      const subject = knowledge.subjects.get(id);
      return subject === undefined ? null : { kind: 'subject', title: subject.title };
    },
    contact,
    cite: (reference, speaker) => cited(reference, speaker).citation,
  };
}

/** An edition with only the parts asked for; what is uncertain always stays. */
function only(choice: EditionChoice, show: readonly EntryPart[]): EditionChoice {
  const { steps, papers, missed, ...rest } = choice.edition;
  return {
    ...choice,
    edition: {
      ...rest,
      ...(steps !== undefined && show.includes('steps') ? { steps } : {}),
      ...(papers !== undefined && show.includes('papers') ? { papers } : {}),
      ...(missed !== undefined && show.includes('missed') ? { missed } : {}),
    },
  };
}

/** An outcome of several entries says once, at its end, that the script was converted. */
function withoutScriptNote(blocks: readonly Block[], speaker: Speaker): Block[] {
  const said = speaker.t('answer.converted_note');
  return blocks.filter((block) => !(block.type === 'note' && block.text === said));
}
