import type { FaqEntry } from '../knowledge/schema/faq.ts';
import type { Route } from '../knowledge/schema/route.ts';
import type { RuleDocument, RulePart, RuleSubject } from '../knowledge/schema/rules.ts';
import type { Candidate } from '../search/candidate.ts';
import type { SubjectScope } from './compose/subject.ts';
import type { NamedRegion } from './steps/scope.ts';

/** The likeliest reading is told, but not as sure: what else it could be. */
export type Reserved = readonly Candidate[];

/** What the pipeline has decided to say, and why. */
export type Decision =
  /** Nothing to search for: no letters in the message. */
  | { readonly type: 'empty'; readonly route: Route | undefined }
  /** Not a question for our content. `by`: a phrase that decides by itself, a likeness to examples, single words. */
  | {
      readonly type: 'route';
      readonly route: Route;
      readonly by: 'trigger' | 'likeness' | 'words';
      readonly confidence: number;
    }
  | {
      readonly type: 'entry';
      readonly entry: FaqEntry;
      readonly confidence: number;
      readonly reserved?: Reserved;
    }
  | {
      readonly type: 'subject';
      readonly subject: RuleSubject;
      readonly scope: SubjectScope;
      readonly confidence: number;
      readonly reserved?: Reserved;
    }
  /** Nothing but a place: the bodies there. */
  | { readonly type: 'place'; readonly region: NamedRegion; readonly confidence: number }
  /** A clause asked for by its number. */
  | {
      readonly type: 'clause';
      readonly document: RuleDocument;
      readonly part: RulePart;
      readonly subjects: readonly RuleSubject[];
      readonly confidence: number;
    }
  /** The rule texts asked about have none of the question's words; `near` say more of it. */
  | {
      readonly type: 'absent';
      readonly documents: readonly RuleDocument[];
      readonly near: readonly Candidate[];
      readonly confidence: number;
    }
  /** Several answers are about as likely: the person chooses. */
  | {
      readonly type: 'clarify';
      readonly options: readonly Candidate[];
      readonly confidence: number;
      readonly reason: string;
    }
  /** A place name that several regions share. */
  | {
      readonly type: 'clarify_place';
      readonly place: string;
      readonly subject: RuleSubject;
      readonly confidence: number;
    }
  /** Nothing good enough; `near` are offered, not told. */
  | { readonly type: 'none'; readonly near: readonly Candidate[]; readonly confidence: number };
