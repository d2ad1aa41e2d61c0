import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';
import { groupQuestions } from '../../src/reviews/cluster.ts';
import { questionStems } from '../../src/reviews/stems.ts';
import { reviewed } from './questions.ts';

const { knowledge } = createCore();
const stems = questionStems(knowledge);
const similarity = 0.45;

const asked = [
  reviewed('можно ли перевезти собаку через границу'),
  reviewed('Как перевезти собаку через границу?'),
  reviewed('перевезти собаку через границу какие документы'),
  reviewed('собаку через границу перевезти можно?'),
  reviewed('где получить водительские права'),
  reviewed('замена водительских прав где получить'),
  reviewed('итті шекарадан өткізуге бола ма', { language: 'kk' }),
  reviewed('ИТТІ ШЕКАРАДАН ҚАЛАЙ ӨТКІЗЕДІ', { language: 'kk' }),
  reviewed('يتتى شەكارادان وتكىزۋ', { language: 'kk', script: 'arab' }),
  reviewed('itti shekaradan otkizu', { language: 'kk', script: 'latn' }),
  reviewed('а?'),
];
const textsOf = async (questions: typeof asked) =>
  (await groupQuestions(questions, stems, similarity)).map((group) =>
    group.questions.map(({ text }) => text).sort(),
  );

describe('groups of questions', () => {
  it('hold what asks the same, whatever the forms of its words', async () => {
    const groups = await textsOf(asked);
    const dogs = groups.find((group) => group.includes('можно ли перевезти собаку через границу'));
    expect(dogs).toHaveLength(4);
    const licence = groups.find((group) => group.includes('где получить водительские права'));
    expect(licence).toHaveLength(2);
  });

  it('bring the scripts of Kazakh together', async () => {
    const groups = await textsOf(asked);
    const dogs = groups.find((group) => group.includes('итті шекарадан өткізуге бола ма'));
    expect(dogs).toHaveLength(4);
  });

  it('are the same in whatever order questions come', async () => {
    const forwards = await textsOf(asked);
    const backwards = await textsOf([...asked].reverse());
    const shuffled = await textsOf([...asked].sort((a, b) => (a.text.length < b.text.length ? -1 : 1)));
    expect(backwards).toEqual(forwards);
    expect(shuffled).toEqual(forwards);
  });

  it('are named by the oldest question of their most frequent wording', async () => {
    const [first, second, third] = [
      reviewed('где замена прав'),
      reviewed('замена прав где'),
      reviewed('Замена прав где'),
    ];
    const [group] = await groupQuestions([third, first, second], stems, similarity);
    expect(group?.example.id).toBe(second.id);
    expect(group?.questions).toHaveLength(3);
  });

  it('put the most asked first', async () => {
    const sizes = (await groupQuestions(asked, stems, similarity)).map(({ questions }) => questions.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('lose no question', async () => {
    const groups = await groupQuestions(asked, stems, similarity);
    expect(groups.flatMap(({ questions }) => questions.map(({ id }) => id)).sort()).toEqual(
      asked.map(({ id }) => id).sort(),
    );
  });

  it('let others work while there are many', async () => {
    let pauses = 0;
    const many = Array.from({ length: 2000 }, (_, index) => reviewed(`вопрос номер ${index}`));
    await groupQuestions(many, stems, similarity, async () => {
      pauses += 1;
    });
    expect(pauses).toBeGreaterThanOrEqual(8);
  });
});
