import type { RuleDocument, RulePart, RuleSubject } from '../../knowledge/schema/rules.ts';
import { paragraph } from '../../messages/build.ts';
import type { Speaker } from '../../messages/speaker.ts';
import { subjectIntents } from '../../search/candidates.ts';
import type { Draft } from '../draft.ts';
import { citeClause, clauseName, sourcesBlock } from './cite.ts';
import { clauseWording, wordingNote } from './wording.ts';

/** A clause asked for by its number: its wording is the answer, so it is not folded away but said. */
export function composeClause(
  document: RuleDocument,
  part: RulePart,
  subjects: readonly RuleSubject[],
  speaker: Speaker,
): Draft {
  const cited = citeClause(document, part, speaker);
  const official = document.official_language === 'ru' ? 'ru' : 'kk';
  const own = (speaker.locale === 'ru') === (official === 'ru');
  const text = own ? part.official : (part.translation ?? part.official);
  const title = `${speaker.say(document.short_title)}: ${clauseName(part, speaker)}`;
  const [subject] = subjects;
  const below = document.parts.filter(
    (other) => other.kind === 'definition' && other.id?.startsWith(`${part.id}.`) === true,
  );
  return {
    kind: 'answer',
    reason: 'clause.by_number',
    entry: `rules.${document.id}.${part.id ?? ''}`,
    intents: [...new Set([...subjects.flatMap(subjectIntents), 'staff.quote_clause'])],
    title,
    blocks: [
      paragraph(`${title}. ${speaker.convert(text.replace(/^\d+[.)]\s*/u, ''))}`),
      ...clauseWording(document, [part, ...below], speaker),
      ...wordingNote(document, speaker),
      sourcesBlock([cited], speaker),
    ],
    buttons: [[{ label: speaker.t('button.document'), action: { do: 'document', id: document.id } }]],
    sources: [cited.source],
    asOf: document.date,
    ...(subject === undefined ? {} : { contextEntry: subject.id }),
  };
}
