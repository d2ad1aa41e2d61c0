import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autonym } from '../../src/language/locale.ts';
import { type AnnounceRun, board, deliver, readers, runAnnounce } from '../support/announce.ts';
import type { FakeUser } from '../support/bot-api/user.ts';
import { texts } from '../support/texts.ts';

const editor = 31;
let run: AnnounceRun;
beforeEach(async () => {
  run = await runAnnounce();
  await run.store.staff.set('telegram', String(editor), 'editor');
  await readers(run.store, ['kk', 'kk', 'kk-Arab', 'kk-Latn', 'ru']);
});
afterEach(() => run.close());

async function next(user: FakeUser, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await user.next()).text);
  return seen;
}
const newest = async () => (await run.store.announcements.list(1))[0];

describe.each(['kk', 'ru'] as const)('an editor who reads %s', (locale) => {
  const t = texts.for(locale);
  const staff = () => run.api.user(editor, locale);

  it('goes from the text to the report', async () => {
    const user = staff();
    user.says('/announce');
    expect(await next(user, 1)).toEqual([t('announce.ask_kk')]);
    user.says('Мекенжай бойынша тіркелу тәртібі өзгерді.');
    await next(user, 1);
    user.says('Порядок регистрации по адресу изменился.');
    expect((await next(user, 1))[0]).toContain(t('announce.draft'));

    user.presses(t('announce.do.preview'));
    const [cyrillic, arabic, latin, russian, check] = await next(user, 5);
    expect(cyrillic).toContain('Мекенжай бойынша');
    expect(arabic).toMatch(/\p{Script=Arabic}/u);
    expect(latin).toMatch(/^[\p{Script=Latin}\s.]+$/u);
    expect(russian).toContain('Порядок регистрации');
    expect(check).toContain(t('announce.reach', { count: 5 }));
    expect(check).toContain(t('announce.reach_locale', { locale: autonym('kk-Arab'), count: 1 }));

    user.presses(t('announce.test'));
    await user.next();
    const test = user.messages().at(-1);
    expect(test?.text).toContain(locale === 'kk' ? 'Мекенжай' : 'Порядок');

    user.presses(t('announce.send_now'));
    expect((await next(user, 1))[0]).toBe(t('announce.sure', { count: 5, when: t('announce.at_once') }));
    user.presses(t('announce.send', { count: 5 }));
    expect((await next(user, 1))[0]).toContain(t('announce.state.scheduled'));
    const id = (await newest())?.id ?? '';
    expect(await newest()).toMatchObject({ state: 'scheduled', author: String(editor) });

    await board(run);
    await deliver(run, id, { most: 3 });
    await run.follower.look();
    const live = await user.next();
    expect(live.how).toBe('edit');
    expect(live.text).toContain('▓▓▓▓▓▓░░░░ 3 / 5');
    expect(live.buttons.flat().map((button) => button.text)).toContain(t('announce.act.pause'));

    await deliver(run, id, { failing: 1 });
    await run.follower.look();
    const [over, report] = await next(user, 3);
    expect(over).toContain(t('announce.state.done'));
    expect(report).toContain(t('announce.delivered_of', { count: 4, total: 5 }));
    expect(report).toContain(t('announce.failed.blocked', { count: 1 }));
    expect(run.api.callsOf('sendDocument')).toHaveLength(1);

    user.says('/announcements');
    await user.next();
    user.presses('✅');
    await user.next();
    user.presses(t('announce.act.correct'));
    await user.next();
    user.says('Мекенжай бойынша тіркелу тәртібі 1 тамыздан өзгереді.');
    await user.next();
    user.presses(t('announce.keep_text'));
    expect(await next(user, 1)).toEqual([t('announce.why_correct')]);
    user.says('Күні көрсетілмеген');
    await next(user, 5);
    user.presses(t('announce.act.correct_now'));
    await user.next();
    expect(await newest()).toMatchObject({ kind: 'correction', origin: id });
    expect((await run.store.audit.list(1))[0]).toMatchObject({
      action: 'announcement.corrected',
      target: id,
      actor: String(editor),
    });
  });
});

describe('composing', () => {
  const t = texts.for('ru');
  const started = async (): Promise<FakeUser> => {
    const user = run.api.user(editor, 'ru');
    user.says('/announce');
    await user.next();
    user.says('Жаңа ереже.');
    await user.next();
    user.says('Новое правило.');
    await user.next();
    return user;
  };

  it('goes on after a restart where it stood', async () => {
    const user = run.api.user(editor, 'ru');
    user.says('/announce');
    await user.next();
    user.says('Жаңа ереже.');
    await user.next();
    await run.restart();
    user.says('Новое правило.');
    expect((await user.next()).text).toContain('Новое правило.');
    expect(await newest()).toMatchObject({ state: 'draft', definition: { text: { kk: 'Жаңа ереже.' } } });
  });

  it('keeps the draft when a release drops the form, and goes on from the list', async () => {
    const user = await started();
    await run.channel.stop();
    await run.store.conversations.write('telegram', `staff-form:${editor}`, {
      version: [0, 1],
      state: { 'announce.0': [] },
    });
    await run.restart();
    user.says('что-то');
    expect((await user.next()).text).toBe(t('staff.form.dropped'));
    user.says('/announcements');
    await user.next();
    user.presses('📝');
    await user.next();
    user.presses(t('announce.act.edit'));
    expect((await user.next()).text).toContain('Новое правило.');
  });

  it('takes a photo with its caption, and shows it in every version', async () => {
    const user = run.api.user(editor, 'ru');
    user.says('/announce');
    await user.next();
    user.sends({ photo: [{ file_id: 'small' }, { file_id: 'large' }], caption: 'Суретпен хабарландыру.' });
    await user.next();
    user.presses(t('announce.without_button.skip'));
    await user.next();
    user.presses(t('announce.do.preview'));
    const check = (await next(user, 4)).at(-1);
    expect(run.api.callsOf('sendPhoto').map(({ params }) => params.photo)).toEqual([
      'large',
      'large',
      'large',
    ]);
    expect(check).toContain(t('announce.without.skip'));
    // Readers of Russian get nothing, so they are not counted.
    expect(check).toContain(t('announce.reach', { count: 4 }));
  });

  it('finds an entry for the button by words, and a guide by its name', async () => {
    const user = await started();
    user.presses(t('announce.do.button'));
    await user.next();
    user.says('документы для статуса кандаса');
    const found = await user.next();
    expect(found.text).toBe(t('announce.found'));
    user.presses(found.buttons[0]?.[0]?.text ?? '');
    await user.next();
    expect((await newest())?.definition.button).toHaveProperty('entry');
    user.presses(t('announce.do.button'));
    const guides = await user.next();
    user.presses(guides.buttons[0]?.[0]?.text ?? '');
    await user.next();
    expect((await newest())?.definition.button).toHaveProperty('guide');
  });

  it('narrows the audience by buttons', async () => {
    const user = await started();
    user.presses(t('announce.do.audience'));
    await user.next();
    user.presses(t('announce.for_button.scripts'));
    await user.next();
    user.presses(t('announce.script.arab'));
    await user.next();
    user.presses(t('announce.done'));
    await user.next();
    user.presses(t('announce.active', { count: 90 }));
    await user.next();
    user.presses(t('announce.done'));
    await user.next();
    expect((await newest())?.definition.audience).toMatchObject({
      scripts: ['arab'],
      active_within_days: 90,
    });
    user.presses(t('announce.do.preview'));
    expect((await next(user, 5)).at(-1)).toContain(t('announce.reach', { count: 1 }));
  });

  it('does not let a text through that is too long for one message', async () => {
    const user = run.api.user(editor, 'ru');
    user.says('/announce');
    await user.next();
    user.sends({ photo: [{ file_id: 'p' }], caption: 'Жаңа ереже. '.repeat(90) });
    await user.next();
    user.says('Коротко.');
    await user.next();
    user.presses(t('announce.do.preview'));
    const seen = await next(user, 2);
    const last = user.messages().at(-1);
    expect(seen.at(-1)).toContain('⛔');
    expect(last?.buttons.flat().map(({ text }) => text)).toEqual([t('announce.edit')]);
  });

  it('schedules for a typed moment in Almaty', async () => {
    const user = await started();
    user.presses(t('announce.do.preview'));
    await next(user, 5);
    user.presses(t('announce.send_later'));
    await user.next();
    user.says('вчера');
    expect((await user.next()).text).toBe(t('announce.moment_unclear'));
    user.says('завтра 9:30');
    const sure = await user.next();
    expect(sure.text).toContain('2 июля 2026 года, 09:30');
    // 05:30 in London, 00:30 in New York.
    expect(sure.text).toContain(t('announce.quiet_then_silent'));
    user.presses(t('announce.send', { count: 5 }));
    await user.next();
    expect((await newest())?.startsAt).toEqual(new Date('2026-07-02T04:30:00Z'));
  });

  it('makes a series of what recurs', async () => {
    const user = await started();
    user.presses(t('announce.do.repeat'));
    await user.next();
    user.presses(t('announce.do.preview'));
    await next(user, 5);
    user.presses(t('announce.send_now'));
    await user.next();
    user.presses(t('announce.send', { count: 5 }));
    await user.next();
    expect(await run.store.announcements.list(5)).toMatchObject([
      { kind: 'series', state: 'scheduled', definition: { repeat: 'weekly' } },
    ]);
  });

  it('answers commands in the middle, and ends at /cancel with the draft kept', async () => {
    const user = await started();
    user.says('/help');
    expect((await user.next()).text).toContain(t('help.title'));
    user.says('/cancel');
    expect((await user.next()).text).toBe(t('staff.form.cancelled'));
    expect((await newest())?.state).toBe('draft');
  });
});
