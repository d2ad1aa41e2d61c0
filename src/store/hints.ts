import type { Hints, HintTopic } from './ports/hints.ts';

/** Hints within one process: all there is on SQLite. */
export function createLocalHints(): Hints {
  const hearing = new Map<HintTopic, Set<() => void>>();
  return {
    tell(topic) {
      for (const heard of hearing.get(topic) ?? []) heard();
    },
    tellOthers: () => undefined,
    hear(topic, heard) {
      const all = hearing.get(topic) ?? new Set();
      hearing.set(topic, all.add(heard));
      return () => all.delete(heard);
    },
  };
}
