import { progressOf, type WaitLine, waitLine } from '../../announcements/progress.ts';
import type { AnnouncementState } from '../../announcements/states.ts';
import { systemClock } from '../../operations/clock.ts';
import { realPause } from '../../operations/pause.ts';
import type { Store } from '../../store/ports/store.ts';
import { Refusal } from './refusal.ts';

const lookEveryMs = 300;
const sayEveryMs = 5000;

/**
 * Follows an announcement until it is done or stopped.
 * @param say told how far it is, now and then
 */
export async function waitForEnd(
  store: Pick<Store, 'announcements'>,
  id: string,
  say: (text: string) => void,
): Promise<{ readonly line: WaitLine; readonly state: AnnouncementState }> {
  let saidAt = performance.now();
  for (;;) {
    const now = systemClock.now();
    const progress = await progressOf(store, id, now);
    if (progress === null) throw new Refusal(`announcement ${id} is gone`);
    const { state, kind, startsAt } = progress.announcement;
    if (kind === 'series') throw new Refusal('a recurring announcement has no end to wait for');
    if (state === 'done' || state === 'stopped') return { line: waitLine(progress), state };
    if (performance.now() - saidAt >= sayEveryMs) {
      saidAt = performance.now();
      const idle = state === 'scheduled' && startsAt <= now;
      say(
        idle
          ? 'waiting for a running bot with BOT_TOKEN\n'
          : `${state}: ${progress.settled} of ${progress.total}\n`,
      );
    }
    await realPause(lookEveryMs);
  }
}
