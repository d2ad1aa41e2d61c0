import { storeContracts } from './contract/all.ts';
import type { Given } from './contract/given.ts';

storeContracts(
  'SQLite in memory',
  () => 'sqlite::memory:',
  async (_url, { store }) => {
    // Memory cannot be read past the store; what people can have exported is the next best view.
    const people = await store.people.list(null, 1000);
    const seen = await Promise.all(people.map((person) => store.exportEverything(person.id)));
    return JSON.stringify([seen, await auditOf(store)]);
  },
);

const auditOf = (store: Given['store']) => store.audit.list(1000);
