import type { History, HistoryMessage } from '../store/ports/history.ts';

/** What an open page is told. */
export interface Mail {
  readonly messages: readonly HistoryMessage[];
  /** Ask again after so many seconds; 0 = at once. */
  readonly pauseS: number;
}

/**
 * Holds the calls of open pages until something was sent to their visitor by itself: an operator's reply, a reminder, an
 * announcement. Works over several replicas, because it looks into the store; cheap, because all who wait are looked up
 * together.
 */
export interface Mailroom {
  /** Resolves with the messages after an id, or with none when the time is up or the call was given up. */
  wait(personId: string, after: number, signal: AbortSignal): Promise<Mail>;
  /** Something was sent, here or by another replica: the next look need not wait. */
  rouse(): void;
  /** Lets everybody go; from now on nobody is held. */
  close(): void;
}

export interface MailroomOptions {
  /** How often the store is looked into while somebody waits (2 s). */
  readonly lookMs?: number;
  /** How long a call is held (25 s): proxies cut longer ones. */
  readonly holdMs?: number;
  /** Calls held at once, in all and of one visitor. */
  readonly most?: number;
  readonly mostEach?: number;
  readonly onError?: (error: unknown) => void;
}

/** People looked up in one statement. */
const atOnce = 500;
/** Messages sent within so long are looked for together. */
const soonMs = 50;
/** Messages given in one call; a page that was away for long asks again. */
const mostMessages = 50;
/** A page that is one too many asks again later: it shows everything when it is loaded anew. */
const crowdedS = 60;

interface Waiter {
  readonly personId: string;
  readonly after: number;
  end(messages: readonly HistoryMessage[]): void;
}

export function createMailroom(
  history: Pick<History, 'pushedAfter' | 'newestPushed'>,
  options: MailroomOptions = {},
): Mailroom {
  const { lookMs = 2_000, holdMs = 25_000, most = 5_000, mostEach = 4 } = options;
  const waiting = new Map<string, Set<Waiter>>();
  let held = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  /** The next look is about to begin, or shall be as soon as this one ends. */
  let soon = false;
  let looking = false;

  const look = async (): Promise<void> => {
    timer = undefined;
    soon = false;
    looking = true;
    try {
      const people = [...waiting.keys()];
      for (let from = 0; from < people.length; from += atOnce) {
        const newest = await history.newestPushed(people.slice(from, from + atOnce));
        for (const [personId, id] of newest) {
          for (const waiter of waiting.get(personId) ?? []) {
            if (id > waiter.after)
              waiter.end(await history.pushedAfter(personId, waiter.after, mostMessages));
          }
        }
      }
    } catch (error) {
      // The pages keep waiting: the database may be back at the next look.
      options.onError?.(error);
    }
    looking = false;
    lookAgain();
  };
  const lookAgain = (): void => {
    if (closed || looking || timer !== undefined || waiting.size === 0) return;
    timer = setTimeout(() => void look(), soon ? Math.min(soonMs, lookMs) : lookMs);
    timer.unref();
  };

  return {
    async wait(personId, after, signal) {
      const ready = await history.pushedAfter(personId, after, mostMessages);
      if (ready.length > 0 || closed || signal.aborted) return { messages: ready, pauseS: 0 };
      const own = waiting.get(personId) ?? new Set<Waiter>();
      if (held >= most || own.size >= mostEach) return { messages: [], pauseS: crowdedS };
      return await new Promise<Mail>((resolve) => {
        const gone = () => waiter.end([]);
        const patience = setTimeout(gone, holdMs);
        const waiter: Waiter = {
          personId,
          after,
          end(messages) {
            if (!own.delete(waiter)) return;
            held -= 1;
            if (own.size === 0) waiting.delete(personId);
            clearTimeout(patience);
            signal.removeEventListener('abort', gone);
            resolve({ messages, pauseS: 0 });
          },
        };
        patience.unref();
        signal.addEventListener('abort', gone);
        own.add(waiter);
        waiting.set(personId, own);
        held += 1;
        lookAgain();
      });
    },
    rouse() {
      if (soon) return;
      soon = true;
      clearTimeout(timer);
      timer = undefined;
      lookAgain();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const own of [...waiting.values()]) for (const waiter of [...own]) waiter.end([]);
    },
  };
}
