import { type AnswerSettings, loadAnswerSettings } from './answer/settings.ts';
import { type Core, joinCore, readTexts } from './core.ts';
import type { Clock } from './knowledge/almaty-time.ts';
import type { LoadResult } from './knowledge/load.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { type ContentState, followKnowledge, type LiveKnowledge } from './knowledge/reload.ts';

/** The core that follows its content files. */
export interface LiveCore {
  /** The core of now. Take it once per question: an answer begun before a reload ends with what it began with. */
  current(): Core;
  state(): ContentState;
  stop(): void;
}

/** How often the files are looked at. */
const lookEveryMs = 5_000;

/**
 * Builds the core and rebuilds it when content files change. The new index is built beside the old one and swapped in
 * whole; a bad edit keeps the last good core and says why.
 * @throws ContentError when the content is faulty at the start
 */
export function followCore(options: {
  readonly root: string;
  readonly clock: Clock;
  readonly logger: {
    info(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Called with the core after each swap, and once at the start. */
  readonly onCore: (core: Core) => void;
}): LiveCore {
  const { root, clock, logger } = options;
  let settings: AnswerSettings | undefined;
  // Knowledge and settings (weights, wordings) are one content: both are good, or the old pair stays.
  const load = (from: string): LoadResult => {
    const knowledge = loadKnowledge(from);
    const read = loadAnswerSettings(from);
    if (knowledge.ok && read.ok) {
      settings = read.settings;
      return knowledge;
    }
    return {
      ok: false,
      faults: [...(knowledge.ok ? [] : knowledge.faults), ...(read.ok ? [] : read.faults)],
    };
  };
  let core: Core | undefined;
  const swap = (live: LiveKnowledge): Core => {
    if (settings === undefined) throw new Error('settings are loaded with the knowledge');
    core = joinCore(live.current(), settings, readTexts(root), clock);
    options.onCore(core);
    return core;
  };
  const live = followKnowledge(root, {
    clock,
    load,
    report(event) {
      if (event.kind === 'reloaded') {
        swap(live);
        logger.info({ version: event.version, before: event.before }, 'content reloaded');
        return;
      }
      const faults = event.faults.map(({ file, line, key, reason }) => `${file}:${line} ${key} ${reason}`);
      logger.error(
        { version: event.version, faults: faults.slice(0, 20) },
        'content edit refused; the last good content stays',
      );
    },
    repeat(check) {
      const timer = setInterval(check, lookEveryMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  });
  const first = swap(live);
  return {
    current: () => core ?? first,
    state: () => live.state(),
    stop: () => live.stop(),
  };
}
