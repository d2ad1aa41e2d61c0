import { afterAll, beforeAll, expect, test } from 'vitest';
import { createConversation } from '../../src/conversation/create.ts';
import { guidesModule } from '../../src/conversation/guides.ts';
import { languageModule } from '../../src/conversation/language.ts';
import { questionsModule } from '../../src/conversation/questions.ts';
import { type Core, createCore } from '../../src/core.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import { type ConversationFactory, runTelegram, type TelegramRun } from '../support/telegram-run.ts';

const clock = { now: () => new Date('2026-11-21T09:00:00Z') };
let core: Core;
let run: TelegramRun;

const conversation: ConversationFactory = (store, answerer) => {
  const { texts } = core;
  const questions = questionsModule({ answerer, store, texts });
  return createConversation({
    store,
    texts,
    limit: { most: 10_000, seconds: 60 },
    modules: [
      languageModule(store, texts, (visit) => reply(visit.locale, [paragraph(visit.t('start.greeting'))])),
      guidesModule({ core: () => core, store, clock, questions }),
      questions,
    ],
  });
};

beforeAll(async () => {
  core = createCore({ clock });
  run = await runTelegram({ conversation, answerer: () => core.answerer });
});
afterAll(() => run.close());

test('a guide goes on after Telegram was restarted in the middle', async () => {
  const user = run.api.user(499, 'ru');
  user.says('/start guide_kandas');
  await user.next();
  user.presses('Нет');
  await user.next();
  await run.restart();
  user.presses('Есть');
  expect((await user.next()).text).toContain('Где Вы сейчас?');
});

test('a question typed in the middle is answered, and the guide is shown again below', async () => {
  const user = run.api.user(498, 'ru');
  user.says('/start guide_kandas');
  await user.next();
  user.says('Сколько рассматривают заявление на статус кандаса?');
  expect((await user.next()).text).toContain('3 рабочих дня');
  const again = await user.next();
  expect(again.text).toContain('Вопрос 1 из 6');
  expect(again.buttons.flat().map(({ text }) => text)).toContain('Нет');
});
