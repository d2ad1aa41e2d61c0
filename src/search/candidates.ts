import type { FaqEntry } from '../knowledge/schema/faq.ts';
import type { Route } from '../knowledge/schema/route.ts';
import type { RuleDocument, RuleSubject } from '../knowledge/schema/rules.ts';
import type { Source } from '../knowledge/schema/source.ts';
import type { Language } from '../language/locale.ts';
import type { Candidate } from './candidate.ts';

/** Questions as people ask them, by language. */
export type Wordings = Readonly<Record<Language, readonly string[]>>;

/** Content that can be found. */
export interface Findable {
  readonly faq: Iterable<FaqEntry>;
  readonly subjects: Iterable<RuleSubject>;
  readonly documents: ReadonlyMap<string, RuleDocument>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly routes: Iterable<Route>;
  /** Further wordings by intent (`content/wordings/`). */
  readonly wordings: ReadonlyMap<string, Wordings>;
}

/** Everything that can be the answer to a question, as search sees it. */
export function candidatesOf(content: Findable, authority: Readonly<Record<string, number>>): Candidate[] {
  const { wordings } = content;
  const taken = new Set<string>();
  /**
   * Wordings written for an intent go to the entry of that name, else to the first entry or subject that serves it:
   * given to all of them, two entries of one intent could never be told apart. Subjects serve `staff.*` intents by
   * the dozen (any clause can be quoted), so those wordings would land on whichever stands first: left out.
   */
  const extra = (id: string, intents: readonly string[]): Wordings => {
    const names = wordings.has(id) ? [id] : intents.filter((name) => !name.startsWith('staff.'));
    const own = names.filter((name) => !taken.has(name));
    for (const name of own) taken.add(name);
    return {
      kk: own.flatMap((name) => wordings.get(name)?.kk ?? []),
      ru: own.flatMap((name) => wordings.get(name)?.ru ?? []),
    };
  };
  const faq = [...content.faq].sort(
    (a, b) => Number(b.intents.includes(b.id)) - Number(a.intents.includes(a.id)),
  );
  return [
    ...faq.map((entry) => faqCandidate(entry, extra(entry.id, entry.intents), content, authority)),
    ...[...content.subjects].map((subject) =>
      subjectCandidate(subject, extra(subject.id, subjectIntents(subject)), content, authority),
    ),
    ...[...content.routes].map((route) => routeCandidate(route, extra(route.id, route.intents))),
  ];
}

function faqCandidate(
  entry: FaqEntry,
  extra: Wordings,
  content: Findable,
  authority: Readonly<Record<string, number>>,
): Candidate {
  const text = (language: 'kk' | 'ru'): string =>
    entry.editions
      .flatMap((edition) => [
        edition.answer[language],
        ...(edition.steps?.[language] ?? []),
        ...(edition.papers?.[language] ?? []),
        ...(edition.missed?.[language] ?? []),
      ])
      .join('\n');
  const kinds = entry.editions.flatMap((edition) =>
    edition.sources.map(({ source }) => content.sources.get(source)?.kind ?? 'private'),
  );
  return {
    id: entry.id,
    kind: 'faq',
    title: entry.title,
    wordings: { kk: [...entry.questions.kk, ...extra.kk], ru: [...entry.questions.ru, ...extra.ru] },
    body: { kk: text('kk'), ru: text('ru') },
    authority: Math.max(0, ...kinds.map((kind) => authority[kind] ?? 0)),
  };
}

function subjectCandidate(
  subject: RuleSubject,
  extra: Wordings,
  content: Findable,
  authority: Readonly<Record<string, number>>,
): Candidate {
  const text = (language: 'kk' | 'ru'): string => {
    const clauses = Object.entries(subject.clauses).flatMap(([id, held]) => {
      const document = content.documents.get(id);
      const official = document?.official_language === 'ru' ? 'ru' : 'kk';
      const parts = (document?.parts ?? []).filter(
        (part) => part.id !== undefined && held.clauses.includes(part.id),
      );
      return [
        held.answer[language],
        ...parts.map((part) => (official === language ? part.official : (part.translation ?? ''))),
      ];
    });
    return [...clauses, subject.overview?.[language] ?? ''].join('\n');
  };
  return {
    id: subject.id,
    kind: 'subject',
    title: subject.title,
    wordings: { kk: [...subject.questions.kk, ...extra.kk], ru: [...subject.questions.ru, ...extra.ru] },
    body: { kk: text('kk'), ru: text('ru') },
    authority: authority.decision ?? 0,
  };
}

function routeCandidate(route: Route, extra: Wordings): Candidate {
  const [kk = '', ru = ''] = [route.examples.kk[0] ?? route.id, route.examples.ru[0] ?? route.id];
  return {
    id: route.id,
    kind: 'route',
    title: { kk, ru },
    wordings: {
      kk: [...route.examples.kk, ...extra.kk],
      ru: [...route.examples.ru, ...extra.ru],
    },
    body: { kk: route.words.kk.join(' '), ru: route.words.ru.join(' ') },
    authority: 0,
  };
}

/** Every intent a subject serves, in whatever region. */
export function subjectIntents(subject: RuleSubject): string[] {
  return [
    ...new Set([...subject.intents, ...Object.values(subject.clauses).flatMap((held) => held.intents)]),
  ];
}
