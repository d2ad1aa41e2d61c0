import { describe, expect, it } from 'vitest';
import { reply } from '../../src/messages/build.ts';

describe('reply', () => {
  it('leaves out a button that does what an earlier one does, and rows left empty', () => {
    const family = { do: 'entry', id: 'resettle.family_total' } as const;
    const { buttons } = reply(
      'kk',
      [],
      [
        [{ label: 'Бес адамдық отбасы', action: family }],
        [
          { label: 'Басқа', action: { do: 'topics' } },
          { label: 'Отбасы', action: family },
        ],
        [{ label: 'Тағы', action: family }],
      ],
    );
    expect(buttons.map((row) => row.map(({ label }) => label))).toEqual([['Бес адамдық отбасы'], ['Басқа']]);
  });
});
