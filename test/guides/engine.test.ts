import { describe, expect, test } from 'vitest';
import {
  answerStep,
  back,
  backTo,
  type GuideState,
  GuideState as GuideStateSchema,
  positionOf,
  startGuide,
} from '../../src/guides/engine.ts';
import { places, soundGuide, today } from './small-guide.ts';

const guide = soundGuide();
const context = { places, today };

function given(...answers: readonly (readonly [string, string])[]): GuideState {
  return answers.reduce((state, [step, value]) => {
    const result = answerStep(guide, state, step, value, context);
    if (result.type === 'refused') throw new Error(`${step}=${value} was refused`);
    return result.state;
  }, startGuide(guide));
}

function asked(state: GuideState): string {
  const position = positionOf(guide, state);
  return position.type === 'step' ? `${position.step.id} ${position.number}/${position.of}` : position.type;
}

describe('the way through a guide', () => {
  test('begins at the first step and counts the longest way', () => {
    expect(asked(startGuide(guide))).toBe('place 1/4');
  });

  test('becomes shorter when an answer leaves questions out', () => {
    expect(asked(given(['place', 'here']))).toBe('people 2/2');
  });

  test('asks what an answer calls for', () => {
    expect(asked(given(['place', 'abroad'], ['country', 'other'], ['people', '2']))).toBe('day 4/4');
  });

  test('takes a country without a button of its own as another one', () => {
    expect(asked(given(['place', 'abroad'], ['country', 'TR'], ['people', '2']))).toBe('day 4/4');
  });

  test('ends in the outcome of its answers', () => {
    const position = positionOf(guide, given(['place', 'here'], ['people', '3']));
    expect(position.type === 'outcome' && position.outcome.id).toBe('here');
  });

  test('goes on without what the person does not know', () => {
    const state = given(['place', 'abroad'], ['country', 'other'], ['people', '2'], ['day', 'unknown']);
    expect(asked(state)).toBe('outcome');
  });
});

describe('going back', () => {
  test('asks the last question again', () => {
    expect(asked(back(guide, given(['place', 'here'])))).toBe('place 1/4');
  });

  test('stays at the beginning', () => {
    expect(back(guide, startGuide(guide))).toEqual(startGuide(guide));
  });

  test('leads out of an outcome', () => {
    expect(asked(back(guide, given(['place', 'here'], ['people', '3'])))).toBe('people 2/2');
  });

  test('to a step takes away its answer and all after it', () => {
    const state = given(['place', 'abroad'], ['country', 'CN'], ['people', '3']);
    expect(backTo(guide, state, 'country').answers).toEqual({ place: 'abroad' });
  });

  test('to a step not answered changes nothing', () => {
    const state = given(['place', 'here']);
    expect(backTo(guide, state, 'country')).toBe(state);
  });
});

describe('buttons of earlier steps', () => {
  test('change the answer and ask what came after it again', () => {
    const result = answerStep(guide, given(['place', 'here'], ['people', '3']), 'place', 'abroad', context);
    expect(result).toMatchObject({ type: 'changed', state: { answers: { place: 'abroad' } } });
  });

  test('with the same answer change nothing', () => {
    const state = given(['place', 'here'], ['people', '3']);
    expect(answerStep(guide, state, 'place', 'here', context)).toEqual({ type: 'same', state });
  });
});

describe('forged answers are refused', () => {
  test.each([
    ['an unknown step', 'nowhere', 'here'],
    ['an unknown choice', 'place', 'moon'],
    ['a step that is not on this way', 'country', 'CN'],
    ['a step that is not asked yet', 'day', '2026-11-20'],
  ])('%s', (_, step, value) => {
    expect(answerStep(guide, startGuide(guide), step, value, context).type).toBe('refused');
  });

  test.each(['0', '6', '-1', '2.5', 'two', '', 'unknown'])('the number "%s"', (value) => {
    expect(answerStep(guide, given(['place', 'here']), 'people', value, context).type).toBe('refused');
  });

  test.each(['XX', 'KZ', 'kz', '__proto__'])('the country "%s"', (value) => {
    expect(answerStep(guide, given(['place', 'abroad']), 'country', value, context).type).toBe('refused');
  });

  test.each(['2026-13-01', '2026-02-31', '2026-12-02', '2026-10-21', 'вчера'])('the day "%s"', (value) => {
    const state = given(['place', 'abroad'], ['country', 'other'], ['people', '2']);
    expect(answerStep(guide, state, 'day', value, context).type).toBe('refused');
  });

  test.each(['2026-12-01', '2026-10-22'])('but not the last allowed day %s', (value) => {
    const state = given(['place', 'abroad'], ['country', 'other'], ['people', '2']);
    expect(answerStep(guide, state, 'day', value, context).type).toBe('accepted');
  });
});

describe('a state', () => {
  test('survives being written as JSON', () => {
    const state = given(['place', 'abroad'], ['country', 'CN']);
    expect(GuideStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test('of a guide that asks differently now is out of date', () => {
    const changed = soundGuide(['countries: [CN, MN]', 'countries: [CN, TR]']);
    expect(positionOf(changed, given(['place', 'here']))).toEqual({ type: 'changed' });
  });

  test('stands when only a text was mended', () => {
    const mended = soundGuide(['ru: Где Вы?', 'ru: Где Вы сейчас?']);
    expect(positionOf(mended, given(['place', 'here'])).type).toBe('step');
  });

  test('with answers that no step asks for ignores them', () => {
    const state = { ...startGuide(guide), answers: { place: 'here', country: 'CN' } };
    expect(asked(state)).toBe('people 2/2');
  });
});

describe('a choice offered on some ways only', () => {
  const guide = soundGuide(['{id: abroad, label:', '{id: abroad, when: {mood: [good]}, label:']);
  const moody = {
    ...guide,
    steps: [
      {
        id: 'mood',
        kind: 'choice' as const,
        name: { kk: 'Көңіл', ru: 'Настрой' },
        question: { kk: 'Көңіліңіз?', ru: 'Как Вы?' },
        choices: [
          { id: 'good', label: { kk: 'Жақсы', ru: 'Хорошо' } },
          { id: 'bad', label: { kk: 'Жаман', ru: 'Плохо' } },
        ],
      },
      ...guide.steps,
    ],
  };

  test('is refused on the others', () => {
    const state = { ...startGuide(moody), answers: { mood: 'bad' } };
    expect(answerStep(moody, state, 'place', 'abroad', { places, today })).toEqual({ type: 'refused' });
  });

  test('is not shown on the others', () => {
    const position = positionOf(moody, { ...startGuide(moody), answers: { mood: 'bad' } });
    const choices = position.type === 'step' && position.step.kind === 'choice' ? position.step.choices : [];
    expect(choices.map(({ id }) => id)).toEqual(['here']);
  });
});
