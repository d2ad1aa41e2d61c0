import { afterEach, beforeEach, expect, it } from 'vitest';
import { editorId, type Office, openOffice } from '../desk/office.ts';
import { texts } from '../support/texts.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const t = texts.for('ru');

it('staff see figures as text and as a picture, and change the period with one tap', async () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f'])
    await office.conversation.ask({ channel: 'web', id }, 'кто такой кандас', { locale: 'ru' });
  const editor = office.api.user(editorId, 'ru');
  editor.says('/stats');
  const shown = await editor.next();
  expect(shown.text).toContain(t('stats.questions', { number: '6' }));
  expect(shown.text).toContain(t('stats.answered', { percent: 100 }));
  await office.api.until(() => office.api.callsOf('sendPhoto')[0]);
  await editor.next();
  editor.presses(t('stats.period_month'));
  expect((await editor.next()).text).toContain(t('stats.title_month', { from: '', to: '' }).slice(0, 17));
});

it('nobody else gets them', async () => {
  const person = office.api.user(5, 'ru');
  person.says('/stats');
  person.says('/help');
  expect((await person.next()).text).toContain(t('help.title'));
  expect(office.api.callsOf('sendPhoto')).toEqual([]);
});

it('where people stop in a guide is counted without them', async () => {
  const visitor = { channel: 'web', id: 'guided' } as const;
  const turn = await office.conversation.press(visitor, { do: 'guide', id: 'kandas' }, { locale: 'ru' });
  const step = turn.replies[0]?.buttons
    .flat()
    .flatMap((button) => ('action' in button && button.action.do === 'guide_step' ? [button.action] : []))[0];
  expect(step).toBeDefined();
  if (step === undefined) return;
  await office.conversation.press(visitor, step);
  await office.conversation.command(visitor, 'cancel');
  const counts = await office.store.guideCounts.between('2026-07-01', '2026-07-01');
  const events = counts.map(({ step: at, event, count }) => [at === step.step, event, count]);
  expect(events).toContainEqual([true, 'reached', 1]);
  expect(events).toContainEqual([true, 'answered', 1]);
  expect(events).toContainEqual([false, 'left', 1]);
});
