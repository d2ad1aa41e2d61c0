import { openStore } from '../../../src/store/open.ts';
import type { IncomingUpdate } from '../../../src/store/ports/inbox.ts';
import type { NewQuestion } from '../../../src/store/ports/questions.ts';
import type { NewReminder } from '../../../src/store/ports/reminders.ts';
import type { Store } from '../../../src/store/ports/store.ts';
import { type ManualClock, manualClock } from '../../support/clock.ts';

/** What every contract is tested with. */
export interface Given {
  readonly store: Store;
  readonly clock: ManualClock;
}

export const silent = { info: () => undefined, warn: () => undefined };

/** A store on any database, with a clock that moves only when told. */
export async function given(url: string): Promise<Given> {
  const clock = manualClock();
  return { clock, store: await openStore(url, { clock, logger: silent }) };
}

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** Distinct ids, so that tests can share one database. */
let last = 1000;
export const fresh = () => {
  last += 1;
  return String(last);
};

export const update = (
  chat: string,
  position: number,
  changes: Partial<IncomingUpdate> = {},
): IncomingUpdate => ({
  channel: 'telegram',
  updateId: `${chat}-${position}`,
  position,
  chat,
  sender: chat,
  payload: { text: `сұрақ ${position}` },
  ...changes,
});

export const question = (personId: string | null, changes: Partial<NewQuestion> = {}): NewQuestion => ({
  personId,
  channel: 'telegram',
  text: 'кандас мәртебесін қалай алам?',
  language: 'kk',
  script: 'cyrl',
  kind: 'answer',
  reason: 'match',
  entry: 'kandas.how',
  confidence: 0.93,
  tookMs: 4.5,
  contentVersion: 'abc',
  ...changes,
});

export const reminder: NewReminder = {
  about: 'host.notice_person',
  lastDay: '2026-07-03',
  time: 'day',
  day: '2026-07-03',
  rule: 'abcdef',
  dueAt: new Date('2026-07-03T04:00:00Z'),
};
