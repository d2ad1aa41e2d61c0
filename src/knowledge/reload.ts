import type { Clock } from './almaty-time.ts';
import { contentVersion } from './content-folder.ts';
import type { Knowledge } from './knowledge.ts';
import { type LoadResult, loadKnowledge } from './load.ts';
import type { Fault } from './read-yaml.ts';

/** What happened when the content was looked at. */
export type ReloadEvent =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'reloaded'; readonly version: string; readonly before: string }
  /** The edit is bad: the last good content stays. */
  | { readonly kind: 'kept'; readonly version: string; readonly faults: readonly Fault[] };

/** State of the content, for health and metrics. */
export interface ContentState {
  readonly version: string;
  readonly loadedAt: Date;
  /** Faults of the newest files when they could not be loaded; empty when the content is the newest. */
  readonly faults: readonly Fault[];
}

/** Knowledge that follows its files. */
export interface LiveKnowledge {
  /** The knowledge of now. Take it once per question: it never changes under the hands. */
  current(): Knowledge;
  state(): ContentState;
  /** Looks at the files once. Never throws: what cannot be read is a fault, and the last good content stays. */
  check(): ReloadEvent;
  /** Stops looking. */
  stop(): void;
}

/** Parts given in from outside. */
export interface LiveOptions {
  readonly clock: Clock;
  /** Called after each look that found a change. */
  readonly report: (event: Exclude<ReloadEvent, { kind: 'unchanged' }>) => void;
  /** Repeats a look until the returned function is called; absent = no looking by itself. */
  readonly repeat?: (look: () => unknown) => () => void;
  /** Replaceable for tests. */
  readonly load?: (root: string) => LoadResult;
}

/**
 * Follows the content below a root. Looks by comparing the hash of all files: it costs milliseconds, works
 * in containers and over networks where file events get lost, and does not reload half of a save.
 *
 * @throws Error when the content is faulty at the very start: there is nothing to fall back on
 */
export function followKnowledge(root: string, options: LiveOptions): LiveKnowledge {
  const load = options.load ?? loadKnowledge;
  const first = load(root);
  if (!first.ok) throw new ContentError(first.faults);
  let knowledge = first.knowledge;
  let loadedAt = options.clock.now();
  let faults: readonly Fault[] = [];
  let seen = knowledge.version;

  function check(): ReloadEvent {
    try {
      const version = contentVersion(root);
      if (version === seen) return { kind: 'unchanged' };
      seen = version;
      const result = load(root);
      if (!result.ok) return keep(result.faults);
      const before = knowledge.version;
      knowledge = result.knowledge;
      seen = knowledge.version;
      loadedAt = options.clock.now();
      faults = [];
      const event: ReloadEvent = { kind: 'reloaded', version: knowledge.version, before };
      options.report(event);
      return event;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // The files may be in the middle of a copy: look again next time.
      seen = '';
      return keep([{ file: 'content', line: 1, column: 1, key: '', reason }]);
    }
  }

  function keep(found: readonly Fault[]): ReloadEvent {
    faults = found;
    const event: ReloadEvent = { kind: 'kept', version: knowledge.version, faults };
    options.report(event);
    return event;
  }

  const stop = options.repeat?.(check) ?? (() => {});
  return {
    current: () => knowledge,
    state: () => ({ version: knowledge.version, loadedAt, faults }),
    check,
    stop,
  };
}

/** Content that cannot be loaded; the message names every fault on its own line. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(
      ({ file, line, column, key, reason }) => `${file}:${line}:${column} ${key} ${reason}`,
    );
    super(`content has ${faults.length} fault(s):\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.faults = faults;
  }
}
