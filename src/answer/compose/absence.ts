import type { RuleDocument } from '../../knowledge/schema/rules.ts';
import { paragraph } from '../../messages/build.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Candidate } from '../../search/candidate.ts';
import type { Draft } from '../draft.ts';
import { citeClause, sourcesBlock } from './cite.ts';
import { candidateButton } from './unsure.ts';

/**
 * The rule texts asked about have none of the question's words: said so, with the texts named, and what other sources
 * say on it as buttons. `partial`: a text was searched for words, not read by an editor with this question in mind.
 */
export function composeAbsence(
  documents: readonly RuleDocument[],
  near: readonly Candidate[],
  speaker: Speaker,
): Draft {
  const citeds = documents.map((document) => citeClause(document, undefined, speaker));
  const titles = speaker.join(documents.map((document) => speaker.say(document.short_title)));
  const [first] = documents;
  return {
    kind: 'partial',
    reason: 'subject.not_in_text',
    entry: null,
    intents: ['rules.absent'],
    title: speaker.t('absence.title', { document: titles }),
    blocks: [
      paragraph(speaker.t('absence.not_in_text', { document: titles })),
      ...(near.length > 0 ? [paragraph(speaker.t('absence.elsewhere'))] : []),
      sourcesBlock(citeds, speaker),
    ],
    buttons: [
      ...near.map((candidate) => [candidateButton(candidate, speaker)]),
      ...documents.map((document) => [
        { label: speaker.t('button.document'), action: { do: 'document', id: document.id } } as const,
      ]),
    ],
    sources: citeds.map(({ source }) => source),
    asOf: first?.date ?? null,
  };
}
