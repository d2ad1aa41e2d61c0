import { describe, expect, it } from 'vitest';
import { followUp, type MadeOf } from '../../src/answer/steps/follow-up.ts';

const words = (text: string) =>
  text.split(' ').map((surface) => ({ surface, stems: [surface], loose: surface }));
const context = { entry: 'kandas.documents', question: 'қандасқа қандай құжат керек' };
const ask = (text: string, given: typeof context | undefined = context, made: Partial<MadeOf> = {}) =>
  followUp(text, words(text), given, { onlyPlace: false, sideOf: null, ...made }, 5);

describe('a follow-up', () => {
  it.each(['ал балаларым ше?', 'а если просрочил?', 'тогда куда', 'balalarym she?', 'بالالارىم شە؟'])(
    'is %s',
    (text) => {
      expect(ask(text)).toEqual({ text: `${context.question} ${text} ${text}`, isFollowUp: true });
    },
  );

  it('is a bare place', () => {
    expect(ask('Қостанайда', context, { onlyPlace: true })).toEqual({
      text: context.question,
      isFollowUp: true,
    });
  });

  it('names a side of a matter and no matter', () => {
    const side = ask('қанша тұрады?', context, { sideOf: 'қандасқа' });
    expect(side).toEqual({ text: 'қандасқа қанша тұрады? қанша тұрады?', isFollowUp: true });
  });

  it('is not a short question that stands alone', () => {
    expect(ask('квота 2026')).toEqual({ text: 'квота 2026', isFollowUp: false });
  });

  it('is not a long question', () => {
    expect(ask('а где можно узнать адрес миграционной службы в Актау').isFollowUp).toBe(false);
  });

  it('needs an earlier question', () => {
    const made = { onlyPlace: false, sideOf: '' };
    expect(followUp('сколько стоит?', words('сколько стоит?'), undefined, made, 5).isFollowUp).toBe(false);
  });
});
