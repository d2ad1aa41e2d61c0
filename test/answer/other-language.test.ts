import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import { locales } from '../../src/language/locale.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });
const said = 'I understand only Kazakh and Russian';

describe('a question in another language', () => {
  it.each([
    'how can I register my guest in Almaty please',
    'kayıt için nereye başvurmam gerekiyor acaba',
    '我想办理哈萨克族身份',
  ])('is told which languages are understood: %s', (text) => {
    expect(answerer.ask({ text }).answer).toContain(said);
  });

  it.each(locales)('is told so in %s with the other languages as they are', (locale) => {
    const { answer } = answerer.ask({ text: 'what is the price of a new passport for my wife', locale });
    expect(answer).toContain('我只懂哈萨克语和俄语');
  });

  it.each(['қандасқа қандай құжат керек', 'qandasqa qandai qujat kerek', 'сколько весит печать акимата'])(
    'is none of ours: %s',
    (text) => {
      expect(answerer.ask({ text }).answer).not.toContain(said);
    },
  );
});
