import type { RuleDocument, RulePart } from '../../knowledge/schema/rules.ts';
import { heading, paragraph, reply } from '../../messages/build.ts';
import type { Block, Button, Reply } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';
import { citeClause, clauseName, sourcesBlock } from './cite.ts';
import { clauseWording, wordingNote } from './wording.ts';

/** The card of a rule text: title, requisites, what it repeals, and buttons to its clauses. */
export function documentReply(document: RuleDocument, speaker: Speaker): Reply {
  const lines = [
    speaker.t('document.adopted_by', { body: speaker.say(document.adopted_by) }),
    speaker.t('document.number', { number: document.number }),
    speaker.t('document.date', { date: speaker.date(document.date) }),
    speaker.t('document.in_force', { text: speaker.say(document.in_force) }),
    ...document.repeals.map((text) => speaker.t('document.repeals', { text: speaker.say(text) })),
    ...(document.signed_by === undefined
      ? []
      : [speaker.t('document.signed_by', { text: speaker.say(document.signed_by) })]),
    speaker.t('document.official_language', {
      language: speaker.t(`document.language.${document.official_language}`),
    }),
  ];
  const blocks: Block[] = [
    heading(speaker.say(document.title)),
    { type: 'list', ordered: false, items: lines },
    ...document.notes.map((text) => ({ type: 'note', tone: 'info', text: speaker.say(text) }) as const),
    sourcesBlock([citeClause(document, undefined, speaker)], speaker),
  ];
  const clauses = document.parts.filter(
    (part) => part.kind === 'clause' || part.kind === 'point' || part.kind === 'finding',
  );
  return reply(speaker.locale, blocks, [
    ...rows(
      clauses.map((part) => clauseButton(document, part, speaker)),
      2,
    ),
    [{ label: speaker.t('button.topics'), action: { do: 'topics' } }],
  ]);
}

/** One clause in full: official wording, translation, source; buttons to its definitions and to the document. */
export function clauseReply(document: RuleDocument, part: RulePart, speaker: Speaker): Reply {
  const parts = [
    part,
    ...document.parts.filter(
      (other) => other.kind === 'definition' && other.id?.startsWith(`${part.id}.`) === true,
    ),
  ];
  return reply(
    speaker.locale,
    [
      heading(speaker.say(document.short_title)),
      paragraph(clauseName(part, speaker)),
      ...clauseWording(document, parts, speaker),
      ...wordingNote(document, speaker),
      sourcesBlock([citeClause(document, part, speaker)], speaker),
    ],
    [
      [
        { label: speaker.t('button.document'), action: { do: 'document', id: document.id } },
        { label: speaker.t('button.topics'), action: { do: 'topics' } },
      ],
    ],
  );
}

function clauseButton(document: RuleDocument, part: RulePart, speaker: Speaker): Button {
  const official = document.official_language === 'ru' ? 'ru' : 'kk';
  const language = speaker.locale === 'ru' ? 'ru' : 'kk';
  const text = language === official ? part.official : (part.translation ?? part.official);
  const start = speaker.convert(text.replace(/\s+/gu, ' ')).slice(0, 34);
  const number = part.kind === 'finding' ? '' : `${part.id?.replace('decision.', '№ ') ?? ''}. `;
  return {
    label: `${number}${start}…`,
    action: { do: 'clause', id: `rules.${document.id}.${part.id ?? ''}` },
  };
}

/** Buttons in rows of `width`. */
export function rows(buttons: readonly Button[], width: number): Button[][] {
  const result: Button[][] = [];
  for (let index = 0; index < buttons.length; index += width)
    result.push(buttons.slice(index, index + width));
  return result;
}
