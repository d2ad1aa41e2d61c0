import type { Language } from '../language/locale.ts';

/** What a candidate is: an FAQ entry, a subject of the rule texts, or a route (not a question for our content). */
export type CandidateKind = 'faq' | 'subject' | 'route';

/** Something that can be the answer to a question, as search sees it. */
export interface Candidate {
  readonly id: string;
  readonly kind: CandidateKind;
  readonly title: Readonly<Record<Language, string>>;
  /** Questions as people type them. Each is compared on its own: the nearest wording speaks for the candidate. */
  readonly wordings: Readonly<Record<Language, readonly string[]>>;
  /** The answer's own text: catches what no wording says. */
  readonly body: Readonly<Record<Language, string>>;
  /** Weight by type of source: act above page above news (policy `authority`). */
  readonly authority: number;
}
