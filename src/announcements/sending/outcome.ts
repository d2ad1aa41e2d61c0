import type { DeliveryOutcome } from '../../delivery/courier.ts';
import type { Claim, Settlement } from '../../store/ports/ledger.ts';

/** What an outcome means for the others still to be sent to. */
export type Consequence =
  /** The channel answers: go on. */
  | { readonly type: 'clear' }
  /** The channel asks everybody to wait. */
  | { readonly type: 'flood'; readonly ms: number }
  /** Nothing works until the operator acts. */
  | { readonly type: 'token'; readonly ms: number }
  /** No clear answer; several in a row mean that the channel is down. */
  | { readonly type: 'trouble' };

/** How a call's end is written down, and what follows from it. */
export function settlementOf<T>(
  claim: Claim,
  outcome: DeliveryOutcome<T>,
  { now, tries, messageIdOf }: { now: Date; tries: number; messageIdOf: (value: T) => string | null },
): { settlement: Settlement; consequence: Consequence } {
  const { personId, attempts } = claim;
  switch (outcome.type) {
    case 'delivered':
      return {
        settlement: { personId, state: 'delivered', messageId: messageIdOf(outcome.value) },
        consequence: { type: 'clear' },
      };
    case 'failed':
      return {
        settlement: { personId, state: 'failed', reason: outcome.reason, words: outcome.words },
        consequence: { type: 'clear' },
      };
    case 'unclear':
      return {
        settlement: { personId, state: 'unclear', words: outcome.words },
        consequence: { type: 'trouble' },
      };
    case 'later': {
      const { why, afterMs } = outcome;
      if (why !== 'not_sent') {
        // Not this person's fault: it does not count as a try.
        const settlement = { personId, state: 'waiting', dueAt: now, tried: false } as const;
        return { settlement, consequence: { type: why, ms: afterMs } };
      }
      if (attempts + 1 >= tries) {
        const words = `not reached in ${tries} tries`;
        return {
          settlement: { personId, state: 'failed', reason: 'gave_up', words },
          consequence: { type: 'trouble' },
        };
      }
      const dueAt = new Date(now.getTime() + afterMs * 2 ** Math.min(attempts, 6));
      return {
        settlement: { personId, state: 'waiting', dueAt, tried: true },
        consequence: { type: 'trouble' },
      };
    }
  }
}
