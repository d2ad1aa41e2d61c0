import { describe, expect, it } from 'vitest';
import { followUp } from '../../src/answer/steps/follow-up.ts';

const words = (text: string) =>
  text.split(' ').map((surface) => ({ surface, stems: [surface], loose: surface }));
const context = { entry: 'kandas.documents', question: 'қандасқа қандай құжат керек' };
const ask = (text: string, given: typeof context | undefined = context, onlyPlace = false) =>
  followUp(text, words(text), given, onlyPlace, 5);

describe('a follow-up', () => {
  it.each(['ал балаларым ше?', 'а если просрочил?', 'тогда куда', 'balalarym she?', 'بالالارىم شە؟'])(
    'is %s',
    (text) => {
      expect(ask(text)).toEqual({ text: `${context.question} ${text} ${text}`, isFollowUp: true });
    },
  );

  it('is a bare place', () => {
    expect(ask('Қостанайда', context, true)).toEqual({ text: context.question, isFollowUp: true });
  });

  it('is not a short question that stands alone', () => {
    expect(ask('квота 2026')).toEqual({ text: 'квота 2026', isFollowUp: false });
  });

  it('is not a long question', () => {
    expect(ask('а где можно узнать адрес миграционной службы в Актау').isFollowUp).toBe(false);
  });

  it('needs an earlier question', () => {
    expect(followUp('ал балаларым ше?', words('ал балаларым ше?'), undefined, false, 5).isFollowUp).toBe(
      false,
    );
  });
});
