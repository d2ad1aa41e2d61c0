import type { Localized } from '../../knowledge/schema/common.ts';
import type { RuleDocument, RulePart, RuleSubject } from '../../knowledge/schema/rules.ts';
import { scriptOf } from '../../language/locale.ts';
import { list, note, paragraph } from '../../messages/build.ts';
import type { Block, Button } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import type { Draft } from '../draft.ts';
import { type Cited, citeClause, sourcesBlock } from './cite.ts';
import { clauseWording, wordingNote } from './wording.ts';

/** Which rule texts a question about a subject is answered from. */
export type SubjectScope =
  /** No region named: who has the rule and who has not. */
  | { readonly scope: 'all' }
  /** One or more regions whose rule texts we have. */
  | { readonly scope: 'documents'; readonly documents: readonly string[] }
  /** A region whose rule text we do not have. */
  | { readonly scope: 'elsewhere'; readonly region: Localized };

/** A subject of the rule texts as an answer, clause quoted. */
export function composeSubject(
  subject: RuleSubject,
  scope: SubjectScope,
  documents: ReadonlyMap<string, RuleDocument>,
  speaker: Speaker,
): Draft {
  const holders = Object.keys(subject.clauses);
  const [onlyHolder] = holders;
  if (scope.scope === 'documents') return forDocuments(subject, scope.documents, documents, speaker);
  // One text only and nothing known to be missing elsewhere: the region need not be named.
  if (
    scope.scope === 'all' &&
    holders.length === 1 &&
    onlyHolder !== undefined &&
    subject.overview === undefined
  ) {
    return forDocuments(subject, [onlyHolder], documents, speaker);
  }
  const before =
    scope.scope === 'elsewhere'
      ? [note('info', speaker.t('answer.regional_only', { region: speaker.say(scope.region) }))]
      : [];
  return overview(subject, before, documents, speaker);
}

function forDocuments(
  subject: RuleSubject,
  ids: readonly string[],
  documents: ReadonlyMap<string, RuleDocument>,
  speaker: Speaker,
): Draft {
  const blocks: Block[] = [];
  const citeds: Cited[] = [];
  const intents = new Set(subject.intents);
  let entry: string | null = null;
  let held = 0;
  for (const id of ids) {
    const document = documents.get(id);
    if (document === undefined) continue;
    const held_here = subject.clauses[id];
    if (held_here === undefined) {
      const absent = subject.absent[id];
      blocks.push(
        paragraph(
          absent === undefined
            ? `${speaker.t('answer.no_rule')} ${speaker.say(document.short_title)}.`
            : speaker.say(absent),
        ),
      );
      citeds.push(citeClause(document, undefined, speaker));
      intents.add('rules.absent');
      continue;
    }
    held += 1;
    const parts = partsOf(document, held_here.clauses);
    blocks.push(paragraph(speaker.say(held_here.answer)), ...clauseWording(document, parts, speaker));
    citeds.push(citeClause(document, parts, speaker));
    for (const intent of held_here.intents) intents.add(intent);
    entry ??= `rules.${id}.${held_here.clauses[0] ?? ''}`;
    if (held === 1) blocks.push(...wordingNote(document, speaker));
  }
  const first = documents.get(ids[0] ?? '');
  blocks.push(sourcesBlock(citeds, speaker));
  return {
    kind: 'answer',
    reason: held === 0 ? 'subject.absent' : 'subject.clause',
    entry,
    intents: [...(ids.length > 1 ? intents.add('rules.compare') : intents)],
    title: speaker.say(subject.title),
    blocks,
    buttons: subjectButtons(subject, ids, speaker),
    sources: citeds.map(({ source }) => source),
    asOf: first?.date ?? null,
  };
}

function overview(
  subject: RuleSubject,
  before: readonly Block[],
  documents: ReadonlyMap<string, RuleDocument>,
  speaker: Speaker,
): Draft {
  const citeds: Cited[] = [];
  const has: string[] = [];
  const intents = new Set(subject.intents);
  const quotes: Block[] = [];
  for (const [id, held] of Object.entries(subject.clauses)) {
    const document = documents.get(id);
    if (document === undefined) continue;
    const parts = partsOf(document, held.clauses);
    has.push(`${speaker.say(document.short_title)}: ${speaker.say(held.answer)}`);
    citeds.push(citeClause(document, parts, speaker));
    for (const intent of held.intents) intents.add(intent);
    if (quotes.length === 0) quotes.push(...clauseWording(document, parts, speaker));
  }
  const hasNot = Object.entries(subject.absent).flatMap(([id, text]) => {
    const document = documents.get(id);
    return document === undefined ? [] : [`${speaker.say(document.short_title)}: ${speaker.say(text)}`];
  });
  const blocks: Block[] = [
    ...before,
    ...(subject.overview === undefined
      ? [list(has, { title: speaker.t('answer.has_rule').replace(/:$/u, '') })]
      : [paragraph(speaker.say(subject.overview))]),
  ];
  if (subject.overview === undefined && hasNot.length > 0) {
    blocks.push(list(hasNot, { title: speaker.t('answer.no_rule').replace(/:$/u, '') }));
  }
  blocks.push(...quotes, sourcesBlock(citeds, speaker));
  if (scriptOf(speaker.locale) !== 'cyrl') blocks.push(note('converted', speaker.t('answer.converted_note')));
  return {
    kind: 'answer',
    reason: before.length > 0 ? 'subject.other_region' : 'subject.overview',
    entry: firstEntry(subject),
    intents: [...intents],
    title: speaker.say(subject.title),
    blocks,
    buttons: subjectButtons(subject, [], speaker),
    sources: citeds.map(({ source }) => source),
    asOf: citeds[0]?.source.date ?? null,
  };
}

/** Buttons to the same subject in the other regions whose texts we have. */
function subjectButtons(subject: RuleSubject, shown: readonly string[], speaker: Speaker): Button[][] {
  const others = [...Object.keys(subject.clauses), ...Object.keys(subject.absent)].filter(
    (id) => !shown.includes(id),
  );
  if (others.length === 0 || shown.length === 0) return [];
  return [[{ label: speaker.t('button.other_regions'), action: { do: 'subject', id: subject.id } }]];
}

/** Entry id of a subject when no region is chosen: its first clause. */
export function firstEntry(subject: RuleSubject): string | null {
  const [first] = Object.entries(subject.clauses);
  if (first === undefined) return null;
  return `rules.${first[0]}.${first[1].clauses[0] ?? ''}`;
}

function partsOf(document: RuleDocument, ids: readonly string[]): RulePart[] {
  return ids.flatMap((id) => document.parts.filter((part) => part.id === id));
}
