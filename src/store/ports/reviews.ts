import type { StoredQuestion } from './questions.ts';

export const reviewMarks = ['done', 'ignored'] as const;
/** What an editor decided about a question. */
export type ReviewMark = (typeof reviewMarks)[number];

/** A question as an editor sees it: nobody's in particular. */
export type ReviewedQuestion = Pick<
  StoredQuestion,
  | 'id'
  | 'text'
  | 'language'
  | 'script'
  | 'kind'
  | 'entry'
  | 'confidence'
  | 'askedAt'
  | 'helpful'
  | 'feedbackReason'
> & {
  /** The person wants to be told when there is an answer. */
  readonly hearBack: boolean;
};

/** Which questions an editor should see. */
export interface ReviewFilter {
  readonly since: Date;
  /** Answers less sure than this, 0..1. */
  readonly below: number;
  /** A question asked back about counts when the person asked nothing further within so long, in ms. */
  readonly followUpMs: number;
  readonly limit: number;
  /** Goes on after this question. */
  readonly after?: Pick<ReviewedQuestion, 'id' | 'askedAt'> | null;
}

/** What editors go through, and who wants to hear of it. */
export interface Reviews {
  /** Unanswered and badly rated questions without a mark, newest first, in no connection with people. */
  list(filter: ReviewFilter): Promise<readonly ReviewedQuestion[]>;
  mark(questionIds: readonly string[], mark: ReviewMark): Promise<void>;
  /** The asker wants to be told. False: it is not their question, or it is gone. */
  agree(questionId: string, personId: string): Promise<boolean>;
  /** Who wants to be told of any of these questions, in the order they agreed. */
  agreed(
    questionIds: readonly string[],
  ): Promise<readonly { readonly questionId: string; readonly personId: string }[]>;
  /** They were told: what they agreed to is used up. */
  told(questionIds: readonly string[]): Promise<void>;
}
