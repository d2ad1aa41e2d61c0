import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { editorId, type Office, openOffice, operatorId, pushedTo } from '../desk/office.ts';
import { texts } from '../support/texts.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const t = texts.for('ru');
const unanswered = 'сколько весит печать акимата';

/** Asks something nobody can answer, and gives the button under it. */
async function ask(id: string, text = unanswered) {
  const person = { channel: 'web', id } as const;
  const turn = await office.conversation.ask(person, text, { locale: 'ru' });
  const hear = turn.replies[0]?.buttons
    .flat()
    .flatMap((button) => ('action' in button && button.action.do === 'hear_back' ? [button.action] : []))[0];
  return { person, turn, hear };
}

const editor = () => office.api.user(editorId, 'ru');

describe('the editors’ inbox', () => {
  it('shows groups with counts, and opens one', async () => {
    for (const id of ['one', 'two', 'three']) await ask(id);
    editor().says('/inbox');
    const shown = await editor().next();
    expect(shown.text).toContain(unanswered);
    expect(shown.text).toContain(t('inbox.times', { count: 3 }));
    editor().presses('1');
    expect((await editor().next()).text).toContain(t('inbox.wordings'));
  });

  it('names nobody', async () => {
    const { person } = await ask('somebody-known');
    const known = await office.store.people.find('web', person.id);
    editor().says('/inbox');
    await editor().next();
    editor().presses('1');
    await editor().next();
    const calls = JSON.stringify(office.api.calls.map(({ params }) => params));
    for (const trace of ['somebody-known', known?.id ?? '?']) expect(calls).not.toContain(trace);
  });

  it('sends a prefilled entry as a document', async () => {
    await ask('one');
    editor().says('/inbox');
    await editor().next();
    editor().presses('1');
    await editor().next();
    editor().presses(t('inbox.file'));
    await office.api.until(() => (office.api.callsOf('sendDocument').length > 0 ? true : undefined));
    const file = office.api.state.chats.get(editorId)?.messages.at(-1)?.params.document;
    expect(file).toMatchObject({ size: expect.any(Number) });
    expect((file as { readonly size: number }).size).toBeGreaterThan(300);
  });

  it('answers who agreed to hear of it, once, and uses the consent up', async () => {
    const { person, hear } = await ask('waits', unanswered);
    expect(hear).toBeDefined();
    if (hear === undefined) return;
    expect((await office.conversation.press(person, hear, { locale: 'ru' })).notice).toBe(t('inbox.agreed'));
    await ask('does-not-wait', unanswered);
    editor().says('/inbox');
    await editor().next();
    editor().presses('1');
    await editor().next();
    const press = editor().presses('🔔');
    expect((await editor().answerTo(press)).text).toBe(t('inbox.answered', { count: 1 }));
    const got = await vi.waitFor(async () => {
      const pushed = await pushedTo(office.store, person);
      expect(pushed).toHaveLength(1);
      return pushed;
    });
    expect(got[0]).toContain(unanswered);
    expect(await pushedTo(office.store, { channel: 'web', id: 'does-not-wait' })).toEqual([]);
    const again = editor().presses('🔔');
    expect((await editor().answerTo(again)).text).toBe(t('inbox.answered', { count: 0 }));
  });

  it('puts away what is done', async () => {
    await ask('one');
    editor().says('/inbox');
    await editor().next();
    editor().presses('1');
    await editor().next();
    editor().presses(t('inbox.done'));
    expect((await editor().next()).text).toBe(t('inbox.empty', { count: 30 }));
    expect((await office.store.audit.list(1))[0]).toMatchObject({ action: 'inbox.done' });
  });

  it('lets an operator read, and nothing more', async () => {
    await ask('one');
    const operator = office.api.user(operatorId, 'ru');
    operator.says('/inbox');
    await operator.next();
    operator.presses('1');
    const labels = (await operator.next()).buttons.flat().map(({ text }) => text);
    expect(labels).toEqual([t('inbox.back')]);
  });
});
