/** Calls under way, so many at once at most. */
export interface InFlight {
  readonly size: number;
  /** Begins work without waiting for its end. It must not throw. */
  start(work: () => Promise<void>): void;
  /** Waits until fewer than `most` are under way. */
  below(most: number): Promise<void>;
  /** Waits until none is. */
  drain(): Promise<void>;
}

export function createInFlight(): InFlight {
  let size = 0;
  let waiting: (() => void)[] = [];
  const below: InFlight['below'] = async (most) => {
    while (size >= most) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    get size() {
      return size;
    },
    start(work) {
      size += 1;
      void work().finally(() => {
        size -= 1;
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      });
    },
    below,
    drain: () => below(1),
  };
}
