import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConversation } from '../../src/conversation/create.ts';
import { guidesModule } from '../../src/conversation/guides.ts';
import { languageModule } from '../../src/conversation/language.ts';
import { questionsModule } from '../../src/conversation/questions.ts';
import { type Core, createCore } from '../../src/core.ts';
import { answerLabel } from '../../src/guides/labels.ts';
import { type GuidePath, pathsOf } from '../../src/knowledge/guides/path.ts';
import type { Guide } from '../../src/knowledge/schema/guide.ts';
import type { Locale } from '../../src/language/locale.ts';
import { paragraph, reply } from '../../src/messages/build.ts';
import { createSpeaker, type Speaker } from '../../src/messages/speaker.ts';
import { type ConversationFactory, runTelegram, type TelegramRun } from '../support/telegram-run.ts';

const clock = { now: () => new Date('2026-11-21T09:00:00Z') };
const ids = ['right_body', 'kandas', 'ata_zholy', 'registration', 'resettlement', 'under_review', 'refused'];
let core: Core;
let run: TelegramRun;
let person = 500;

const conversation: ConversationFactory = (store, answerer) => {
  const { texts } = core;
  const questions = questionsModule({ answerer, store, texts });
  return createConversation({
    store,
    texts,
    limit: { inputs: 10_000, windowMs: 60_000 },
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

/** One way to each end of a guide; dates and numbers are given by button where there is one, else typed. */
function waysTo(guide: Guide): { end: string; way: GuidePath }[] {
  const ways = pathsOf(guide);
  return guide.outcomes.map((outcome) => {
    const way = ways.findLast(({ next }) => next.type === 'outcome' && next.outcome === outcome);
    if (way === undefined) throw new Error(`no way to ${outcome.id}`);
    return { end: outcome.id, way };
  });
}

/** Goes a way by the buttons of the messages; gives the texts of the outcome's messages. */
async function go(guide: Guide, way: GuidePath, locale: Locale, speaker: Speaker): Promise<string> {
  person += 1;
  const user = run.api.user(person, locale === 'ru' ? 'ru' : 'kk');
  user.says(`/start guide_${guide.id}`);
  let message = await user.next();
  for (const step of way.steps) {
    expect(message.text).toContain(speaker.say(step.question));
    user.presses(answerLabel(step, way.answers[step.id] ?? '', core.knowledge, speaker));
    message = await user.next();
    expect(message.how).toBe('edit');
  }
  let text = message.text;
  // Long outcomes come in several messages; the last one bears the buttons.
  while (!message.buttons.flat().some((button) => button.text === speaker.t('guide.others'))) {
    message = await user.next();
    text += `\n${message.text}`;
  }
  return text;
}

describe.each(['kk', 'ru'] as const)('in Telegram, %s', (locale) => {
  test.each(ids)('%s leads to each of its ends by buttons', async (id) => {
    const guide = core.knowledge.guides.get(id);
    if (guide === undefined) throw new Error(`there is no guide ${id}`);
    const speaker = createSpeaker(core.speaking, locale, '2026-11-21');
    for (const { way } of waysTo(guide)) {
      const text = await go(guide, way, locale, speaker);
      if (way.next.type !== 'outcome') throw new Error('a way without an end');
      expect(text).toContain(speaker.say(way.next.outcome.title));
      expect(text).toContain(speaker.say(way.next.outcome.uncertain));
    }
  });
});

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
