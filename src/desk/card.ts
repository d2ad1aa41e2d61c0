import type { OutcomeKind } from '../answer/outcome.ts';
import { autonym, type Locale } from '../language/locale.ts';
import { list, note, paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import type { DeskThread } from '../store/ports/desk.ts';
import type { Person } from '../store/ports/people.ts';
import type { StoredQuestion } from '../store/ports/questions.ts';
import type { DeskParts } from './parts.ts';

/** Telegram's limit for the name of a topic. */
const maxTitle = 128;

/**
 * The name of a person's topic: `№ 1042 · kk-Arab · Алматы`. Only what staff need to answer; nothing tells who it is.
 */
export function topicTitle(
  thread: Pick<DeskThread, 'number' | 'locale'>,
  person: Pick<Person, 'region'>,
  parts: Pick<DeskParts, 'regionName' | 'policy' | 'speaker'>,
): string {
  const region = person.region === null ? null : parts.regionName(person.region);
  const staff = parts.speaker(parts.policy.staff_locale);
  const pieces = [`№ ${thread.number}`, thread.locale, ...(region === null ? [] : [staff.say(region)])];
  return pieces.join(' · ').slice(0, maxTitle);
}

/** What staff see first: who asks (language, script, region), what, what the bot had said, and drafts of an answer. */
export function caseCard(
  text: string,
  about: {
    readonly thread: Pick<DeskThread, 'number' | 'locale'>;
    readonly person: Pick<Person, 'region' | 'channel'>;
    readonly last: StoredQuestion | null;
  },
  parts: DeskParts,
): Reply {
  const { t, locale, ...staff } = parts.speaker(parts.policy.staff_locale);
  const region = about.person.region === null ? null : parts.regionName(about.person.region);
  const facts = [
    t('desk.staff.number', { number: about.thread.number }),
    t('desk.staff.language', { language: autonym(about.thread.locale) }),
    t(`desk.staff.channel_${about.person.channel}`),
    ...(region === null ? [] : [t('desk.staff.region', { region: staff.say(region) })]),
  ];
  return reply(
    locale,
    [
      paragraph(text),
      list([...facts, ...lastLines(about.last, text, parts)], { title: t('desk.staff.about') }),
      note('info', t('desk.staff.how')),
    ],
    drafts(text, about.thread.locale, parts),
  );
}

function lastLines(last: StoredQuestion | null, text: string, parts: DeskParts): string[] {
  if (last === null) return [];
  const staff = parts.speaker(parts.policy.staff_locale);
  const title = last.entry === null ? null : titleOf(last.entry, parts);
  const answer =
    title === null ? staff.t(`desk.staff.kind.${last.kind}`) : staff.t('desk.staff.answered', { title });
  return [
    ...(last.text === text ? [] : [staff.t('desk.staff.last_question', { question: last.text })]),
    staff.t('desk.staff.last_answer', { answer }),
  ];
}

function titleOf(entry: string, parts: DeskParts): string | null {
  const shown = parts.answerer().show({ do: 'entry', id: entry }, { locale: parts.policy.staff_locale });
  const heading = shown?.reply.blocks.find((block) => block.type === 'heading');
  return heading?.text ?? null;
}

/** Outcomes of texts that ask for nothing an entry could say. */
const unasked: ReadonlySet<OutcomeKind> = new Set(['handoff', 'small_talk', 'out_of_scope', 'refused']);

/** The search's best answers as buttons that send them, titled in the person's language. */
export function drafts(text: string, locale: Locale, parts: DeskParts): Button[][] {
  const { kind, choices } = parts.answerer().ask({ text, locale });
  // «Let me talk to a human» resembles something, but no answer fits it.
  if (unasked.has(kind)) return [];
  return choices.slice(0, parts.policy.drafts).map(({ entry, title }) => [
    // Whom it is for is told by the message that the button stands under.
    { label: `↪ ${title}`, action: { do: 'staff', command: 'desk', args: [entry] } },
  ]);
}
