import { describe, expect, it } from 'vitest';
import { reply } from '../../src/messages/build.ts';
import type { Block, Reply } from '../../src/messages/reply.ts';
import { renderReply } from '../../src/telegram/render/render.ts';
import { texts } from '../support/texts.ts';

const one = (block: Block, locale: Reply['locale'] = 'kk') => {
  const [message] = renderReply(reply(locale, [block]), texts);
  if (message === undefined) throw new Error('nothing was rendered');
  const marked = message.entities.map(
    ({ type, offset, length }) => `${type}: ${message.text.slice(offset, offset + length)}`,
  );
  return { text: message.text, marked };
};

describe('a block in Telegram', () => {
  it('is bold when it is a heading', () => {
    expect(one({ type: 'heading', text: 'Тізбе' })).toEqual({ text: 'Тізбе', marked: ['bold: Тізбе'] });
  });

  it('folds a quote with its title in bold', () => {
    const quote = one({
      type: 'quote',
      title: 'Ресми мәтін',
      text: '7. Тізбе',
      lang: 'kk',
      dir: 'ltr',
      official: true,
    });
    expect(quote).toEqual({
      text: 'Ресми мәтін\n7. Тізбе',
      marked: ['expandable_blockquote: Ресми мәтін\n7. Тізбе', 'bold: Ресми мәтін'],
    });
  });

  it('links the title of the act in a source, not the whole line', () => {
    const sources = one({
      type: 'sources',
      title: 'Дереккөз',
      items: [{ title: 'Заң', line: 'Заң, 20-бап', url: 'https://adilet.zan.kz/x' }],
    });
    expect(sources).toEqual({ text: 'Дереккөз: Заң, 20-бап', marked: ['bold: Дереккөз:', 'text_link: Заң'] });
  });

  it('gives each row of a table a section', () => {
    const table = one({
      type: 'table',
      title: 'Мерзім',
      columns: ['Күні'],
      rows: [
        { label: 'Алматы облысы', cells: ['15 желтоқсан'] },
        { label: 'Астана', cells: ['жоқ'] },
      ],
    });
    expect(table.text).toBe('Мерзім\n\nАлматы облысы\nКүні: 15 желтоқсан\n\nАстана\nКүні: жоқ');
  });

  it('keeps left-to-right lines of a right-to-left answer on their side', () => {
    const list = one({ type: 'list', ordered: false, items: ['eGov.kz', 'پاسپورت'] }, 'kk-Arab');
    expect(list.text).toBe('\u200f• eGov.kz\n• پاسپورت');
  });

  it('leaves lines alone whose first letters are isolated', () => {
    const list = one({ type: 'list', ordered: false, items: ['\u2068eGov.kz\u2069 ارقىلى'] }, 'kk-Arab');
    expect(list.text).toBe('• \u2068eGov.kz\u2069 ارقىلى');
  });

  it('drops what would turn the text round or be dropped by Telegram', () => {
    expect(one({ type: 'note', tone: 'warning', text: 'а\u202eб\r\nв\u0000\ud800' }).text).toBe(
      '⚠️ аб\nв \ufffd',
    );
  });

  it('offers a body’s phones for copying and its map', () => {
    const [message] = renderReply(
      reply('kk', [
        {
          type: 'contact',
          name: 'Басқарма',
          lines: ['Телефон: 1414'],
          phones: ['1414', '1414'],
          map: 'https://2gis.kz/search/1',
        },
      ]),
      texts,
    );
    expect(message?.keyboard?.inline_keyboard.flat()).toEqual([
      { text: texts.for('kk')('button.copy_phone', { phone: '1414' }), copy_text: { text: '1414' } },
      { text: texts.for('kk')('contact.map'), url: 'https://2gis.kz/search/1' },
    ]);
  });
});

describe('buttons in Telegram', () => {
  it('stand under the last message only', () => {
    const long = reply(
      'kk',
      [{ type: 'paragraph', content: [{ type: 'text', text: 'Сөйлем. '.repeat(1000) }] }],
      [[{ label: 'Тақырыптар', action: { do: 'topics' } }]],
    );
    const messages = renderReply(long, texts);
    expect(messages.map(({ keyboard }) => keyboard !== undefined)).toEqual([false, true]);
  });

  it('that would be cut off side by side stand one below another', () => {
    const buttons = ['Елді мекендердің тізбесі', 'Қоныс аудару квотасы туралы'].map((label, index) => ({
      label,
      action: { do: 'entry', id: `entry.${index}` } as const,
    }));
    const [message] = renderReply(reply('kk', [{ type: 'heading', text: 'а' }], [buttons]), texts);
    expect(message?.keyboard?.inline_keyboard.map((row) => row.length)).toEqual([1, 1]);
  });

  it('are at most a hundred, eight in a row', () => {
    const row = Array.from({ length: 130 }, (_, index) => ({
      label: String(index % 10),
      url: `https://a.kz/${index}`,
    }));
    const rows = Array.from({ length: 13 }, (_, index) => row.slice(index * 10, index * 10 + 10));
    const [message] = renderReply(reply('kk', [{ type: 'heading', text: 'а' }], rows), texts);
    const keyboard = message?.keyboard?.inline_keyboard ?? [];
    expect(keyboard.flat()).toHaveLength(100);
    expect(Math.max(...keyboard.map((buttons) => buttons.length))).toBe(8);
  });

  it('without any text stand under a sign', () => {
    const messages = renderReply(reply('kk', [], [[{ label: 'а', action: { do: 'topics' } }]]), texts);
    expect(messages.map(({ text }) => text)).toEqual(['…']);
  });
});
