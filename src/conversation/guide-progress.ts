import { type GuideState, positionOf } from '../guides/engine.ts';
import type { Guide } from '../knowledge/schema/guide.ts';
import type { GuideCounts, GuideEvent } from '../store/ports/guide-counts.ts';

/** Counts how far people get in guides, without people: where a guide loses them is where its question is bad. */
export interface GuideProgress {
  /** A guide was begun, or moved on by an answer to `answered`. */
  moved(guide: Guide, state: GuideState, answered?: string): Promise<void>;
  /** Somebody ended the guide where it stood. */
  left(guide: Guide, state: GuideState): Promise<void>;
}

export function guideProgress(counts: Pick<GuideCounts, 'add'>): GuideProgress {
  const here = (guide: Guide, state: GuideState): { step: string; event: GuideEvent } | null => {
    const position = positionOf(guide, state);
    if (position.type === 'step') return { step: position.step.id, event: 'reached' };
    return position.type === 'outcome' ? { step: position.outcome.id, event: 'finished' } : null;
  };
  return {
    async moved(guide, state, answered) {
      if (answered !== undefined) await counts.add(guide.id, answered, 'answered');
      const at = here(guide, state);
      if (at !== null) await counts.add(guide.id, at.step, at.event);
    },
    async left(guide, state) {
      const at = here(guide, state);
      if (at?.event === 'reached') await counts.add(guide.id, at.step, 'left');
    },
  };
}
