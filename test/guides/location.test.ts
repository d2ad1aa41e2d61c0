import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinConversation } from '../../src/app/conversation.ts';
import { type Core, createCore } from '../../src/core.ts';
import { createLocator } from '../../src/knowledge/places/locate.ts';
import { runTelegram, type TelegramRun } from '../support/telegram-run.ts';

const clock = { now: () => new Date('2026-11-21T09:00:00Z') };
const almaty = { location: { latitude: 43.238, longitude: 76.945 } };
const boraldai = { location: { latitude: 43.35, longitude: 76.86 } };
const bishkek = { location: { latitude: 42.87, longitude: 74.59 } };
let core: Core;
let run: TelegramRun;
let person = 900;

beforeAll(async () => {
  core = createCore({ clock });
  run = await runTelegram({
    conversation: (store) =>
      joinConversation({ questionRetentionDays: 90 }, { current: () => core }, store, clock),
    answerer: () => core.answerer,
    parts: { locate: createLocator(core.knowledge.points) },
  });
});
afterAll(() => run.close());

/** Somebody whom the guide to the right body asks for the region. */
async function askedForRegion() {
  person += 1;
  const user = run.api.user(person, 'ru');
  user.says('/start guide_right_body');
  await user.next();
  user.presses('В Казахстане');
  await user.next();
  user.presses('Разрешение на проживание');
  expect((await user.next()).text).toContain('В каком Вы регионе?');
  return user;
}

const labels = (message: { buttons: readonly (readonly { text: string }[])[] }) =>
  message.buttons.flat().map(({ text }) => text);

test('in a guide it answers the question for the region', async () => {
  const user = await askedForRegion();
  user.sends(almaty);
  const { text } = await user.next();
  expect(text).toContain('Похоже, Вы здесь: город Алматы');
  expect(text).toContain('Регион: город Алматы');
});

test('near a border the guide asks which region it is, the likeliest first', async () => {
  const user = await askedForRegion();
  user.sends(boraldai);
  const asked = await user.next();
  expect(asked.text).toContain('рядом несколько регионов');
  expect(labels(asked).slice(0, 2)).toEqual(['Алматинская область', 'город Алматы']);
  user.presses('город Алматы');
  expect((await user.next()).text).toContain('Регион: город Алматы');
});

test('abroad the guide says so and keeps its question', async () => {
  const user = await askedForRegion();
  user.sends(bishkek);
  const asked = await user.next();
  expect(asked.text).toContain('не в Казахстане');
  expect(asked.text).toContain('В каком Вы регионе?');
});

test('outside of a guide it names who to turn to there', async () => {
  const user = run.api.user(901_000, 'kk');
  user.sends(almaty);
  const { text } = await user.next();
  expect(text).toContain('Мына жердесіз сияқты: Алматы қаласы');
  expect(text).toContain('1414');
});

test('outside of a guide and near a border it asks, and keeps no region', async () => {
  const user = run.api.user(902_000, 'ru');
  user.sends(boraldai);
  expect(labels(await user.next())).toEqual(['Алматинская область', 'город Алматы']);
  user.presses('город Алматы');
  expect((await user.next()).text).toContain('город Алматы');
  expect((await run.store.people.find('telegram', '902000'))?.region).toBeNull();
});

test('a place abroad outside of a guide gets the list of regions', async () => {
  const user = run.api.user(903_000, 'ru');
  user.sends(bishkek);
  const asked = await user.next();
  expect(asked.text).toContain('не в Казахстане');
  expect(labels(asked)).toHaveLength(20);
});

test('neither coordinates nor the region stay in the store', async () => {
  const user = await askedForRegion();
  user.sends(boraldai);
  await user.next();
  const stored = JSON.stringify(await run.store.people.find('telegram', String(user.id)));
  expect(stored).not.toMatch(/43\.3|KZ-19/u);
});
