import { setTimeout as sleep } from 'node:timers/promises';

/** What may go wrong with one call. */
export type Fault =
  | { readonly kind: 'flood' /** Seconds; fractions keep tests short. */; readonly retryAfter: number }
  | { readonly kind: 'error'; readonly code: number; readonly description: string }
  /** A proxy's page instead of JSON. */
  | {
      readonly kind: 'page';
      readonly status: number;
      /** `after`: the call took effect all the same. */ readonly when?: 'after';
    }
  /** No answer until the client gives up. */
  | { readonly kind: 'hang' }
  /** The connection is cut, before or after the call took effect. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** An answer later than usual. */
  | { readonly kind: 'slow'; readonly ms: number };

/** Faults waiting for their calls, by method; `*` is any method. */
export interface Faults {
  add(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  return {
    add(method, fault, times = 1) {
      waiting.push({ method: method.toLowerCase(), fault, left: times });
    },
    take(method) {
      const found = waiting.find(
        (one) =>
          one.left > 0 &&
          (one.method === method.toLowerCase() || (one.method === '*' && method !== 'getUpdates')),
      );
      if (found) found.left -= 1;
      return found?.fault;
    },
    clear() {
      waiting.length = 0;
    },
  };
}

export const wait = (ms: number): Promise<void> => sleep(ms);
