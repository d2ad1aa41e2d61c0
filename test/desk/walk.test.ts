import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/language/locale.ts';
import { texts } from '../support/texts.ts';
import { type Office, openOffice, operatorId, pushedTo, staffGroup, topicOf, wordsOf } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const staff = texts.for('kk');
const words: Readonly<Record<'kk' | 'ru', { question: string; answer: string; more: string }>> = {
  kk: {
    question: 'Ақтауда қандасқа қашан пәтер береді, тізімде 12-мін',
    answer: 'Тізім қыркүйекте жаңарады, содан кейін хабарласыңыз.',
    more: 'Рақмет, түсіндім',
  },
  ru: {
    question: 'Когда в Актау дадут квартиру кандасу, я в списке двенадцатый',
    answer: 'Список обновят в сентябре, обратитесь после этого.',
    more: 'Спасибо, понял',
  },
};

for (const locale of ['kk', 'ru'] as const satisfies readonly Locale[]) {
  const t = texts.for(locale);
  const { question, answer, more } = words[locale];

  describe(`a case in ${locale}`, () => {
    it('goes from a person in Telegram to a topic, to the reply, to the end', async () => {
      const person = office.api.user(41, locale);
      const operator = office.operator().inGroup(staffGroup);
      person.says('/ask_human');
      expect((await person.next()).text).toContain(t('desk.expected.soon', { count: 2 }));
      person.presses(t('desk.write'));
      expect((await person.next()).text).toBe(t('desk.write_now'));
      person.says(question);
      const card = await office.nextPost();
      expect(card.text).toContain(question);
      expect(office.group.topics.get(topicOf(card))?.name).toContain(`· ${locale}`);
      expect((await person.next()).text).toContain(t('desk.opened'));

      operator.inTopic(topicOf(card), answer);
      const got = await person.next();
      expect(got.text).toContain(t('desk.reply'));
      expect(got.text).toContain(answer);
      await office.api.until(() => (operator.last().reactions.length > 0 ? true : undefined));

      person.says(more);
      const second = await office.nextPost();
      expect(second.text).toBe(more);
      expect(topicOf(second)).toBe(topicOf(card));

      operator.inTopic(topicOf(card), '/close');
      expect((await person.next()).text).toBe(t('desk.closed_staff'));
      expect((await office.nextPost()).text).toContain(staff('desk.staff.closed_staff'));
      await office.api.until(() =>
        office.group.topics.get(topicOf(card))?.open === false ? true : undefined,
      );

      person.says(locale === 'kk' ? 'сәлем' : 'привет');
      expect((await person.next()).text).not.toContain(t('desk.reply'));
    });

    it('goes from the web chat to a topic, to the reply, to the end', async () => {
      const visitor = { channel: 'web', id: `visitor-${locale}` } as const;
      const hint = { locale };
      const operator = office.operator().inGroup(staffGroup);
      await office.conversation.press(visitor, { do: 'human' }, hint);
      await office.conversation.press(visitor, { do: 'desk', step: 'write' }, hint);
      const opened = await office.conversation.ask(visitor, question, hint);
      expect(wordsOf(opened)).toContain(t('desk.opened'));
      const card = await office.nextPost();
      operator.inTopic(topicOf(card), answer);
      await office.api.until(() => (operator.last().reactions.length > 0 ? true : undefined));
      expect((await pushedTo(office.store, visitor)).join()).toContain(answer);

      const said = await office.conversation.ask(visitor, more, hint);
      expect([said.replies, said.notice]).toEqual([[], t('desk.passed')]);
      expect((await office.nextPost()).text).toBe(more);

      const ended = await office.conversation.press(visitor, { do: 'desk', step: 'end' }, hint);
      expect(wordsOf(ended)).toBe(t('desk.closed_person'));
      expect((await office.nextPost()).text).toContain(staff('desk.staff.closed_person'));
    });
  });
}

describe('an operator', () => {
  const open = async (id: number) => {
    const person = office.api.user(id, 'ru');
    person.says('/ask_human');
    await person.next();
    person.presses(texts.for('ru')('desk.write'));
    await person.next();
    person.says('какие документы нужны на статус кандаса?');
    const card = await office.nextPost();
    await person.next();
    return { person, card };
  };

  it('sends a prepared answer with one tap, in the person’s language', async () => {
    const { person, card } = await open(51);
    const [first] = card.buttons.flat();
    expect(first?.text).toMatch(/^↪ /u);
    const press = office.operator().inGroup(staffGroup).presses('↪ ');
    const got = await person.next();
    expect(got.text).toContain(texts.for('ru')('answer.sources'));
    expect((await office.operator().answerTo(press)).text).toBe(staff('desk.staff.sent'));
  });

  it('finds further answers by words, in the topic', async () => {
    const { card } = await open(52);
    office.operator().inGroup(staffGroup).inTopic(topicOf(card), '/search штраф за просрочку регистрации');
    const found = await office.nextPost();
    expect(found.buttons.length).toBeGreaterThan(0);
    expect(topicOf(found)).toBe(topicOf(card));
  });

  it('may write a note that only staff read', async () => {
    const { person, card } = await open(53);
    const operator = office.operator().inGroup(staffGroup);
    operator.inTopic(topicOf(card), '// кто возьмёт?');
    operator.inTopic(topicOf(card), 'Здравствуйте!');
    expect((await person.next()).text).toContain('Здравствуйте!');
    expect(person.sees()).not.toContain('кто возьмёт');
  });

  it('must be one: a member of the group without the role is told so, and nothing is passed on', async () => {
    const { person, card } = await open(54);
    office.api.user(901).inGroup(staffGroup).inTopic(topicOf(card), 'Я просто мимо');
    expect((await office.nextPost()).text).toBe(staff('desk.staff.no_role'));
    await office.api.drained();
    expect(person.unread()).toBe(0);
  });

  it('leaves a line in the audit log, without what was written', async () => {
    const { person, card } = await open(55);
    office.operator().inGroup(staffGroup).inTopic(topicOf(card), 'құпия жауап');
    await person.next();
    const [entry] = await office.store.audit.list(1);
    expect(entry).toMatchObject({ action: 'desk.answered', actor: String(operatorId) });
    expect(JSON.stringify(entry)).not.toContain('құпия');
  });
});
