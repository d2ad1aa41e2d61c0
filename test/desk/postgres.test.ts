import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCourier } from '../../src/delivery/courier.ts';
import { joinDesk } from '../../src/desk/join.ts';
import { startDesk } from '../../src/telegram/desk.ts';
import { createWebCourier } from '../../src/web/courier.ts';
import { freshPostgres } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';
import { texts } from '../support/texts.ts';
import { core, type Office, openOffice, policy, staffGroup, topicOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ database: await freshPostgres() });
});
afterEach(() => office.close());

const t = texts.for('ru');

it('two processes on one PostgreSQL send each message once, in order', async () => {
  const { store, clock } = office;
  const second = joinDesk({ core: () => core, store, policy, clock, group: true });
  const stopping = new AbortController();
  const running = startDesk(second, {
    owner: 'the-second',
    group: String(staffGroup),
    store,
    texts: core.texts,
    telegram: office.courier(),
    courier: createCourier({ telegram: office.courier(), web: createWebCourier(store) }),
    signal: stopping.signal,
    logger: quiet,
    lookMs: 10,
  });
  const person = office.api.user(81, 'ru');
  person.says('/ask_human');
  await person.next();
  person.presses(t('desk.write'));
  await person.next();
  person.says('Вопрос, на который отвечают люди');
  const card = await office.nextPost();
  await person.next();
  const said = Array.from({ length: 8 }, (_, index) => `сообщение ${index}`);
  for (const text of said) person.says(text);
  const posted: string[] = [];
  for (const _ of said) posted.push((await office.nextPost()).text);
  expect(posted).toEqual(said);
  office.operator().inGroup(staffGroup).inTopic(topicOf(card), 'Ответ');
  expect((await person.next()).text).toContain('Ответ');
  stopping.abort();
  await running;
  expect(person.unread()).toBe(0);
});
