import { Announcement, type Audience } from '../../../src/announcements/announcement.ts';
import type { NewAnnouncement, StoredAnnouncement } from '../../../src/store/ports/announcements.ts';
import type { Claimant, ZoneRule } from '../../../src/store/ports/ledger.ts';
import { fresh, type Given } from './given.ts';

export const almaty = 'Asia/Almaty';
export const zones: readonly ZoneRule[] = [
  { zone: almaty, countries: [] },
  { zone: 'Asia/Shanghai', countries: ['CN'] },
];
export const everywhere = { zones: zones.map(({ zone }) => zone), limit: 1000 };
export const sender: Claimant = { owner: 'sender', term: 1 };

/** Regions not used by any test yet, over all that share a database. */
let region = 10;
export const place = () => {
  region += 1;
  return `KZ-${region}`;
};

/** Puts down announcements and people for them. */
export function announcing(given: () => Given) {
  const announce = async (
    audience: Partial<Audience>,
    changes: Partial<NewAnnouncement> & { definition?: Announcement } = {},
  ): Promise<StoredAnnouncement> => {
    const { store, clock } = given();
    const definition = Announcement.parse({ text: { kk: 'Хабар', ru: 'Сообщение' }, audience });
    return await store.announcements.create({
      kind: 'message',
      state: 'scheduled',
      definition,
      startsAt: clock.now(),
      ...changes,
    });
  };
  const people = async (
    count: number,
    preferences: { locale?: 'kk' | 'ru' | 'kk-Arab'; region?: string; country?: string },
  ) => {
    const { store } = given();
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const { id } = await store.people.arrive('telegram', `${fresh()}001`);
      await store.people.prefer(id, preferences, 'choice');
      ids.push(id);
    }
    return ids;
  };
  /** An announcement to a number of people of a new region, resolved and begun. */
  const begun = async (count: number) => {
    const { store } = given();
    const here = place();
    const ids = await people(count, { region: here });
    const made = await announce({ regions: [here] });
    await store.ledger.resolve(made, zones, 1000);
    await store.announcements.move(made.id, ['scheduled'], 'sending');
    return { id: made.id, ids };
  };
  return { announce, people, begun };
}
