import { afterEach, expect, it } from 'vitest';
import type { Turn } from '../../src/conversation/conversation.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import type { ClaimedUpdate, Inbox } from '../../src/store/ports/inbox.ts';
import { realConversation, runTelegram, type TelegramRun } from '../support/telegram-run.ts';

let run: TelegramRun | undefined;
afterEach(() => run?.close());

const say = (text: string) => reply('kk', [paragraph(text)]);

/** A bot whose process "dies" before its first answer is settled: the write is lost, the update is handled again. */
async function dyingBefore(turnOf: (handled: number) => Turn): Promise<{ handled: () => number }> {
  let handled = 0;
  let died = false;
  run = await runTelegram({
    conversation: (store, answerer) => ({
      ...realConversation(store, answerer),
      ask: async () => {
        handled += 1;
        return turnOf(handled);
      },
    }),
  });
  const { inbox } = run.store;
  const settle = inbox.doneAll;
  (inbox as { -readonly [K in keyof Inbox]: Inbox[K] }).doneAll = async (
    claims: readonly ClaimedUpdate[],
  ) => {
    if (died) return await settle(claims);
    died = true;
    for (const claim of claims) await inbox.fail(claim, 'the process died');
    return 0;
  };
  return { handled: () => handled };
}

it('of an answer in several messages only the last can come twice', async () => {
  await dyingBefore(() => ({ replies: [say('бір'), say('екі'), say('үш')], replace: false, locale: 'kk' }));
  const person = run!.api.user(1, 'kk');
  person.says('сұрақ');
  const seen = [];
  for (let index = 0; index < 4; index += 1) seen.push((await person.next()).text);
  expect(seen).toEqual(['бір', 'екі', 'үш', 'үш']);
});

it('a step of a guide is not taken twice', async () => {
  const process = await dyingBefore((handled) => ({
    replies: [say(`қадам ${handled}`)],
    replace: false,
    locale: 'kk',
    moved: true,
  }));
  const person = run!.api.user(1, 'kk');
  person.says('иә');
  expect([(await person.next()).text, (await person.next()).text]).toEqual(['қадам 1', 'қадам 1']);
  expect(process.handled()).toBe(1);
});

it('what was kept for another try is forgotten once the update is settled', async () => {
  const process = await dyingBefore(() => ({
    replies: [say('бір'), say('екі')],
    replace: false,
    locale: 'kk',
  }));
  const person = run!.api.user(1, 'kk');
  const update = person.says('сұрақ');
  for (let index = 0; index < 3; index += 1) await person.next();
  await run!.channel.stop();
  expect(await run!.store.conversations.read('telegram', `outbox:${update}`)).toBeNull();
  expect(process.handled()).toBe(1);
});
