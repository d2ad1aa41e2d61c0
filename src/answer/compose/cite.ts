import type { RuleDocument, RulePart } from '../../knowledge/schema/rules.ts';
import type { Source, SourceRef } from '../../knowledge/schema/source.ts';
import type { Block, Citation } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { AnswerSource } from '../outcome.ts';

/** A source as shown to the reader, and as seen from outside. */
export interface Cited {
  readonly citation: Citation;
  readonly source: AnswerSource;
}

/** Cites an act or page of `content/sources/`; the reference's own URL and date win over the source's. */
export function citeSource(reference: SourceRef, source: Source, speaker: Speaker): Cited {
  const date = reference.date ?? source.date ?? source.adopted;
  return cited(speaker, {
    title: speaker.say(source.title),
    clause: reference.clause === undefined ? undefined : sourceClause(reference.clause, source, speaker),
    url: reference.url ?? source.url,
    date,
    officialLanguage: source.official_language,
  });
}

/** Cites a clause of a rule text: «title», clause N (decision of …, No. …, date). */
export function citeClause(
  document: RuleDocument,
  parts: RulePart | readonly RulePart[] | undefined,
  speaker: Speaker,
): Cited {
  const names = [parts ?? []]
    .flat()
    .filter((part) => part.id !== undefined)
    .map((part) => clauseName(part, speaker));
  return cited(speaker, {
    title: `${speaker.say(document.title)} (${speaker.join([speaker.say(document.adopted_by), speaker.convert(`№ ${document.number}`)])})`,
    clause: names.length === 0 ? undefined : speaker.join([...new Set(names)]),
    url: document.url,
    date: document.date,
    officialLanguage: document.official_language,
  });
}

/**
 * A clause of an act as its kind calls it: codes and laws have articles («518-бап», «статья 518»), everything else
 * clauses. `518 (1)` is part 1 of article 518. What is already said in words stays as it is.
 */
function sourceClause(clause: string, source: Source, speaker: Speaker): string {
  if (!/^[\d\s,()–-]+$/u.test(clause)) return speaker.convert(clause);
  const article = source.kind === 'code' || source.kind === 'law' || source.kind === 'treaty';
  return speaker.t(article ? 'answer.article_number' : 'answer.clause_number', { number: clause });
}

/** How a clause is called in a sentence: «7-тармақ», «подпункт 2) пункта 2». */
export function clauseName(part: Pick<RulePart, 'id' | 'kind'>, speaker: Speaker): string {
  const id = part.id ?? '';
  if (part.kind === 'finding') return speaker.t('answer.finding');
  const [first = '', second] = id.split('.');
  if (first === 'decision') return speaker.t('answer.decision_point', { number: second ?? '' });
  if (second !== undefined) return speaker.t('answer.definition_number', { clause: first, number: second });
  return speaker.t('answer.clause_number', { number: first });
}

/** The block that names the sources under an answer; doubles (same line) are shown once. */
export function sourcesBlock(citeds: readonly Cited[], speaker: Speaker): Block {
  const seen = new Set<string>();
  const items = citeds
    .map(({ citation }) => citation)
    .filter(({ line }) => !seen.has(line) && seen.add(line) !== undefined);
  return { type: 'sources', title: speaker.t('answer.sources'), items };
}

function cited(
  speaker: Speaker,
  parts: {
    title: string;
    clause: string | undefined;
    url: string | undefined;
    date: string | undefined;
    officialLanguage: string;
  },
): Cited {
  const dated = parts.date === undefined ? speaker.t('answer.no_date') : speaker.date(parts.date);
  const line = speaker.join([parts.title, parts.clause, dated].filter((piece) => piece !== undefined));
  const optional = {
    ...(parts.clause === undefined ? {} : { clause: parts.clause }),
    ...(parts.url === undefined ? {} : { url: parts.url }),
    ...(parts.date === undefined ? {} : { date: parts.date }),
  };
  return {
    citation: { title: parts.title, line, ...optional },
    source: { title: parts.title, official_language: parts.officialLanguage, ...optional },
  };
}
