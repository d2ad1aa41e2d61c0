import type { Language, Script } from '../../src/language/locale.ts';
import type { ReviewedQuestion } from '../../src/store/ports/reviews.ts';

let last = 0;

/** A question that editors should see. */
export function reviewed(text: string, changes: Partial<ReviewedQuestion> = {}): ReviewedQuestion {
  last += 1;
  return {
    id: `q${String(last).padStart(15, '0')}`,
    text,
    language: 'ru' as Language,
    script: 'cyrl' as Script,
    kind: 'no_answer',
    entry: null,
    confidence: 0,
    askedAt: new Date(Date.UTC(2026, 6, 1) + last * 1000),
    helpful: null,
    feedbackReason: null,
    hearBack: false,
    ...changes,
  };
}
