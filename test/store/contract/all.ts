import { afterAll, beforeAll, describe } from 'vitest';
import { announcementsContract } from './announcements.ts';
import { deskContract } from './desk.ts';
import { type Given, given as open } from './given.ts';
import { inboxContract } from './inbox.ts';
import { keptContract } from './kept.ts';
import { ledgerContract } from './ledger.ts';
import { operationsContract } from './operations.ts';
import { peopleContract } from './people.ts';
import { peopleImportContract } from './people-import.ts';
import { personalContract } from './personal.ts';
import { talkContract } from './talk.ts';

/**
 * Every contract of the store on one database.
 * @param dump the whole database as text, read past the store.
 */
export function storeContracts(
  name: string,
  url: () => string | Promise<string>,
  dump: (url: string, given: Given) => Promise<string>,
): void {
  describe(`store on ${name}`, () => {
    let address = '';
    let current: Given;
    beforeAll(async () => {
      address = await url();
      current = await open(address);
    });
    afterAll(() => current.store.close());
    const given = () => current;
    deskContract(given);
    peopleContract(given);
    peopleImportContract(given);
    talkContract(given);
    operationsContract(given);
    personalContract(given, () => dump(address, current));
    inboxContract(given);
    keptContract(given);
    announcementsContract(given);
    ledgerContract(given);
  });
}
