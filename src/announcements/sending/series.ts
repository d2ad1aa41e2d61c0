import type { Clock } from '../../operations/clock.ts';
import type { StoredAnnouncement } from '../../store/ports/announcements.ts';
import type { Store } from '../../store/ports/store.ts';
import { nextTurn } from '../moments.ts';

/**
 * Puts this turn's message of a series down and sets the next turn. Killed in between, it finds the message and does
 * not make another.
 */
export async function spawnTurn(
  announcements: Store['announcements'],
  series: StoredAnnouncement,
  clock: Clock,
): Promise<void> {
  const { repeat: _repeat, repeat_from: _from, ...definition } = series.definition;
  const made = await announcements.madeFrom(series.id);
  if (!made.some(({ startsAt }) => startsAt.getTime() === series.startsAt.getTime())) {
    const hasFile = definition.media !== undefined && definition.media.file_id === undefined;
    await announcements.create({
      kind: 'message',
      state: 'scheduled',
      definition,
      origin: series.id,
      startsAt: series.startsAt,
      file: hasFile ? await announcements.file(series.id) : null,
    });
  }
  await announcements.move(series.id, ['scheduled'], 'scheduled', nextTurn(series, clock.now()));
}
