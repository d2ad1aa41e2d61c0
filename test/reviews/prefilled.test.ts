import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FaqFile } from '../../src/knowledge/schema/faq.ts';
import { prefilledFaq } from '../../src/reviews/prefilled.ts';
import { reviewed } from './questions.ts';

const questions = [
  reviewed('можно ли перевезти собаку: «да» или нет?'),
  reviewed('собаку через границу'),
  reviewed('Собаку через границу'),
  reviewed('يتتى شەكارادان وتكىزۋ', { language: 'kk', script: 'arab' }),
];
const [example] = questions as [(typeof questions)[number]];
const written = prefilledFaq(
  { example, questions },
  { today: '2026-07-01', wordings: 12, related: ['kandas.what'], hints: ['Заполните пустое'] },
);

describe('a prefilled entry', () => {
  it('holds the wordings of each language, the most frequent first, Kazakh in Cyrillic', () => {
    const [entry] = parse(written).entries;
    expect(entry.questions.ru[0]).toBe('собаку через границу');
    expect(entry.questions.ru).toHaveLength(2);
    expect(entry.questions.kk).toEqual([expect.stringMatching(/^[\p{Script=Cyrillic}\s]+$/u)]);
    expect(written).toContain('# Заполните пустое');
  });

  it('fits the content schema but for what the editor must write', () => {
    const read = FaqFile.safeParse(parse(written));
    const open = read.error?.issues.map(({ path }) => path.join('.')).sort();
    expect(open).toEqual([
      'entries.0.editions.0.answer.kk',
      'entries.0.editions.0.answer.ru',
      'entries.0.editions.0.sources.0.source',
      'entries.0.questions.kk',
      'entries.0.questions.ru',
      'entries.0.title.kk',
      'entries.0.title.ru',
      'owner',
      'title.kk',
      'title.ru',
    ]);
  });

  it('fits it whole once that is written', () => {
    const file = parse(written);
    const both = { kk: 'мәтін', ru: 'текст' };
    const [entry] = file.entries;
    Object.assign(file, { title: both, owner: 'Редактор' });
    Object.assign(entry, { title: both, questions: { kk: ['а', 'ә', 'б', 'в'], ru: ['а', 'б', 'в', 'г'] } });
    Object.assign(entry.editions[0], { answer: both, sources: [{ source: 'general.calendar_2026' }] });
    expect(FaqFile.safeParse(file).error?.issues).toBeUndefined();
  });
});
