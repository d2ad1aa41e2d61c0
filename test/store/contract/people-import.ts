import { describe, expect, it } from 'vitest';
import type { ImportedPerson } from '../../../src/store/ports/people-import.ts';
import { fresh, type Given } from './given.ts';

const imported = (externalId: string, changes: Partial<ImportedPerson> = {}): ImportedPerson => ({
  externalId,
  locale: null,
  script: null,
  region: null,
  country: null,
  topicsOff: null,
  ...changes,
});

/** Many people at once, from a list. */
export function peopleImportContract(given: () => Given): void {
  describe('people from a list', () => {
    it('are made with what the list says, the last line of each', async () => {
      const { store } = given();
      const [one, two] = [fresh(), fresh()];
      const count = await store.peopleImport.save([
        imported(one, { locale: 'kk' }),
        imported(two, { locale: 'ru', country: 'RU', topicsOff: ['visa', 'fines'] }),
        imported(one, { locale: 'kk-Arab', script: 'arab', region: 'KZ-75' }),
      ]);
      expect(count).toBe(2);
      const first = await store.people.find('telegram', one);
      expect(first).toMatchObject({ locale: 'kk-Arab', script: 'arab', region: 'KZ-75', chosen: [] });
      const second = await store.people.find('telegram', two);
      const off = await store.subscriptions.offOf([first?.id ?? '', second?.id ?? '']);
      expect([...off]).toEqual([[second?.id, ['fines', 'visa']]]);
    });

    it('keep what they chose themselves, and what the list leaves empty', async () => {
      const { store } = given();
      const external = fresh();
      const { id } = await store.people.arrive('telegram', external);
      await store.people.prefer(id, { locale: 'kk-Latn' }, 'choice');
      await store.people.prefer(id, { region: 'KZ-11', country: 'MN' }, 'notice');
      await store.subscriptions.setTopic(id, 'visa', false);
      await store.peopleImport.save([imported(external, { locale: 'ru', region: 'KZ-75' })]);
      expect(await store.people.byId(id)).toMatchObject({
        locale: 'kk-Latn',
        region: 'KZ-75',
        country: 'MN',
      });
      expect((await store.subscriptions.of(id)).off).toEqual([]);
    });

    it('may be none', async () => {
      expect(await given().store.peopleImport.save([])).toBe(0);
    });
  });
}
