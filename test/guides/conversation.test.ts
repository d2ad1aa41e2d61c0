import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import type { Conversation, Turn } from '../../src/conversation/conversation.ts';
import { type Core, createCore } from '../../src/core.ts';
import { pathsOf } from '../../src/knowledge/guides/path.ts';
import type { Guide } from '../../src/knowledge/schema/guide.ts';
import { plainText } from '../../src/messages/plain.ts';
import type { Action } from '../../src/messages/reply.ts';
import { createIds } from '../../src/operations/ids.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { manualClock } from '../support/clock.ts';

const clock = manualClock('2026-11-21T09:00:00Z');
const logger = { info: () => {}, warn: () => {}, error: () => {} };
let core: Core;
let store: Store;
let people = 0;
/** Building the modules takes a tenth of a second: people who never see a restart share them. */
let shared: Conversation;

function join(now: Core): Conversation {
  return joinConversation({ questionRetentionDays: 30 }, { current: () => now }, store, clock);
}

beforeAll(async () => {
  core = createCore({ clock });
  store = await openStore('sqlite::memory:', { clock, logger, ids: createIds(), role: 'bot' });
  shared = join(core);
});
afterAll(() => store.close());

/** A person who only talks; `restart` forgets everything but the store. */
function somebody(locale: 'kk' | 'ru' | 'kk-Arab' = 'ru') {
  people += 1;
  const who = { channel: 'telegram', id: `${1000 + people}` } as const;
  const hint = { locale };
  let conversation = shared;
  const pace = () => clock.advance(61_000);
  return {
    who,
    press(action: Action) {
      pace();
      return conversation.press(who, action, hint);
    },
    say(text: string) {
      pace();
      return conversation.ask(who, text, hint);
    },
    command(name: Parameters<Conversation['command']>[1], payload?: string) {
      pace();
      return conversation.command(who, name, payload, hint);
    },
    choose(guide: string, step: string, choice: string) {
      pace();
      return conversation.press(who, { do: 'guide_step', guide, step, choice }, hint);
    },
    restart(next = core) {
      conversation = join(next);
    },
  };
}

const said = (turn: Turn) => turn.replies.map(plainText).join('\n---\n');

function labels(turn: Turn): string[] {
  return turn.replies.flatMap((reply) => reply.buttons.flat().map(({ label }) => label));
}

describe('one way to every end of every guide, by buttons', () => {
  const ids = [
    'right_body',
    'kandas',
    'ata_zholy',
    'registration',
    'resettlement',
    'under_review',
    'refused',
  ];
  for (const locale of ['kk', 'ru', 'kk-Arab'] as const) {
    test.each(ids)(`${locale}: %s`, async (id) => {
      const guide = core.knowledge.guides.get(id) as Guide;
      for (const outcome of guide.outcomes) {
        const way = pathsOf(guide).findLast(
          ({ next }) => next.type === 'outcome' && next.outcome === outcome,
        );
        const person = somebody(locale);
        let turn = await person.press({ do: 'guide', id });
        for (const step of way?.steps ?? []) {
          expect(turn.replies.at(-1)?.blocks[0]?.type).toBe('heading');
          turn = await person.choose(id, step.id, way?.answers[step.id] ?? '');
          expect(turn.replace).toBe(true);
        }
        expect(turn.replies[0]?.locale).toBe(locale);
        expect(turn.replies[0]?.blocks.some(({ type }) => type === 'contact')).toBe(true);
      }
    });
  }
});

describe('ways in', () => {
  test('/guide lists all guides as buttons', async () => {
    const turn = await somebody().command('guide');
    expect(turn.replies[0]?.buttons).toHaveLength(7);
  });

  test('a deep link opens a guide', async () => {
    expect(said(await somebody().command('start', 'guide_kandas'))).toContain('Вопрос 1 из 6');
  });

  test('a deep link to a guide that is gone lists the others', async () => {
    expect((await somebody().command('start', 'guide_moon')).replies[0]?.buttons).toHaveLength(7);
  });

  test('/start without a payload still greets', async () => {
    expect(said(await somebody().command('start'))).toContain('Бағдар');
  });

  test.each([
    'қайдан бастаймын?',
    'Сәлеметсіз бе, неден бастаймын',
    'qaidan bastaimyn',
    'с чего начать',
    'قايدان باستايمىن',
  ])('a vague question is offered the guides: %s', async (text) => {
    expect((await somebody().say(text)).replies[0]?.buttons).toHaveLength(7);
  });

  test.each([
    ['тіркеу мерзімін есепте', 'Регистрация'],
    ['tırkeu merzımın esepte', 'Регистрация'],
    ['пожалуйста, посчитай срок регистрации', 'Регистрация'],
    ['посчитайте выплаты', 'Переселение'],
  ])('a guide asked for by what it does is offered: %s', async (text, title) => {
    const turn = await somebody().say(text);
    expect(labels(turn)).toContain('Начать');
    expect(said(turn)).toContain(title);
  });

  test('after an answer the guide that fits it stands first', async () => {
    const person = somebody();
    await person.press({ do: 'entry', id: 'ata_zholy.what' });
    expect(labels(await person.say('с чего начать?'))[0]).toBe('Карта «Ата жолы»');
  });

  test('a question that names its matter is answered', async () => {
    expect(said(await somebody().say('с чего начать оформление статуса кандаса из Китая'))).not.toContain(
      'выясним, с чего начать',
    );
  });
});

describe('typed in the middle', () => {
  test('an answer moves on', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'right_body' });
    await person.say('за границей');
    await person.say('Виза');
    expect(said(await person.say('из Китая'))).toContain('Пекин');
  });

  test('a day is taken as people write it', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'registration' });
    await person.choose('registration', 'who', 'guest');
    await person.choose('registration', 'citizenship', 'CN');
    await person.say('вчера');
    await person.choose('registration', 'case', 'visa_free');
    expect(said(await person.choose('registration', 'region', 'KZ-75'))).toContain(
      'День въезда: 20 ноября 2026 года',
    );
  });

  test('a day that cannot be is explained, and the question stays', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'registration' });
    await person.choose('registration', 'who', 'guest');
    await person.choose('registration', 'citizenship', 'CN');
    const turn = await person.say('31.02.2026');
    expect(said(turn)).toContain('Не понял день');
    expect(said(turn)).toContain('Вопрос 3');
  });

  test('a question is answered, and the guide goes on below', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    const turn = await person.say('Сколько рассматривают заявление на статус кандаса?');
    expect(turn.replies).toHaveLength(2);
    expect(turn.question?.kind).toBe('answer');
    expect(said(turn)).toContain('3 рабочих дня');
    expect(said(turn)).toContain('Вопрос 1 из 6');
  });

  test('after two questions in a row only a button leads back', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    for (const _ of [1, 2]) await person.say('Сколько рассматривают заявление на статус кандаса?');
    const turn = await person.say('Сколько рассматривают заявление на статус кандаса?');
    expect(said(turn)).not.toContain('Вопрос 1');
    expect(labels(turn)).toContain('Продолжить');
    const shown = await person.press({ do: 'guide_move', guide: 'kandas', move: 'show' });
    expect(said(shown)).toContain('Вопрос 1');
  });

  test('after the end a question is only answered', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'right_body' });
    for (const [step, choice] of [
      ['place', 'inside'],
      ['matter', 'kandas'],
      ['region', 'KZ-75'],
    ] as const)
      await person.choose('right_body', step, choice);
    expect((await person.say('Сколько рассматривают заявление на статус кандаса?')).replies).toHaveLength(1);
  });
});

describe('moving', () => {
  const move = (to: 'back' | 'over' | 'leave' | 'change' | 'show'): Action => ({
    do: 'guide_move',
    guide: 'kandas',
    move: to,
  });

  test('back asks the question before', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    expect(said(await person.press(move('back')))).toContain('Вопрос 1');
  });

  test('an answer is changed and what came after it asked again', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    await person.choose('kandas', 'nation', 'shown');
    expect(labels(await person.press(move('change')))).toContain('Прежнее гражданство: Нет');
    expect(said(await person.press({ do: 'guide_change', guide: 'kandas', step: 'past' }))).toContain(
      'Вопрос 1',
    );
  });

  test('starting over asks the first question', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    expect(said(await person.press(move('over')))).toContain('Вопрос 1');
  });

  test('leaving deletes the answers', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.press(move('leave'));
    expect(await store.conversations.read('telegram', `guide:${person.who.id}`)).toBeNull();
  });

  test('/cancel leaves, and without a guide says that there is nothing to stop', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    expect(said(await person.command('cancel'))).toContain('Остановились');
    expect(said(await person.command('cancel'))).toContain('Останавливать нечего');
  });
});

describe('old and forged buttons', () => {
  test('a button of an earlier question changes its answer and says so', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    await person.choose('kandas', 'nation', 'shown');
    expect(said(await person.choose('kandas', 'past', 'unsure'))).toContain('Ответ изменён');
  });

  test('a second tap on the same button moves nothing', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    expect(said(await person.choose('kandas', 'past', 'never'))).toContain('Вопрос 2');
  });

  test('a button of a question not on this way shows where one is', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    const turn = await person.choose('kandas', 'family', 'alone');
    expect(said(turn)).toContain('Эта кнопка осталась');
    expect(said(turn)).toContain('Вопрос 1');
  });

  test('a button of another guide shows where one is', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    const turn = await person.choose('refused', 'what', 'fine');
    expect(said(turn)).toContain('из другой темы');
    expect(said(turn)).toContain('Получить статус кандаса');
  });

  test('a button of a guide that was left offers to start it', async () => {
    const turn = await somebody().choose('kandas', 'nation', 'shown');
    expect(labels(turn)).toContain('Начать');
  });

  test('the first question of a guide that was left starts it', async () => {
    expect(said(await somebody().choose('kandas', 'past', 'never'))).toContain('Вопрос 2');
  });

  test('a guide nobody wrote lists the others', async () => {
    expect(labels(await somebody().press({ do: 'guide', id: 'moon' }))).toContain('Получить статус кандаса');
  });

  test('two taps at once leave one state', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await Promise.all([
      person.choose('kandas', 'past', 'never'),
      person.choose('kandas', 'past', 'was'),
      person.choose('kandas', 'past', 'unsure'),
    ]);
    const kept = await store.conversations.read('telegram', `guide:${person.who.id}`);
    expect(kept?.value).toMatchObject({ answers: { past: expect.any(String) } });
    expect(kept?.revision).toBe(2);
  });
});

describe('what lasts', () => {
  test('a guide goes on after a restart', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    person.restart();
    expect(said(await person.choose('kandas', 'nation', 'shown'))).toContain('Вопрос 3');
  });

  test('a guide that asks differently after a deployment says so and offers to start again', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.choose('kandas', 'past', 'never');
    const guide = core.knowledge.guides.get('kandas') as Guide;
    const changed = { ...guide, steps: guide.steps.filter(({ id }) => id !== 'family') };
    const guides = new Map(core.knowledge.guides).set('kandas', changed);
    person.restart({ ...core, knowledge: { ...core.knowledge, guides } });
    const turn = await person.choose('kandas', 'nation', 'shown');
    expect(said(turn)).toContain('обновились');
    expect(labels(turn)).toContain('Начать');
  });

  test('a state of an older shape does not stand in the way of a new beginning', async () => {
    const person = somebody();
    await store.conversations.write('telegram', `guide:${person.who.id}`, { at: 3 });
    expect(said(await person.press({ do: 'guide', id: 'kandas' }))).toContain('Вопрос 1');
    expect(said(await person.choose('kandas', 'past', 'never'))).toContain('Вопрос 2');
  });

  test('is deleted with everything else about the person', async () => {
    const person = somebody();
    await person.press({ do: 'guide', id: 'kandas' });
    await person.press({ do: 'forget', sure: true });
    expect(await store.conversations.read('telegram', `guide:${person.who.id}`)).toBeNull();
  });
});
