import { expect, test } from 'vitest';
import { guideFaults } from '../../src/knowledge/guides/check.ts';
import { guideOf } from './small-guide.ts';

function faultsOf(...changes: readonly (readonly [string, string])[]): string {
  const read = guideOf(...changes);
  const faults = read.ok ? guideFaults(read) : read.faults;
  return faults.map(({ key, reason }) => `${key} ${reason}`).join('\n');
}

test('a sound guide has no faults', () => {
  expect(faultsOf()).toBe('');
});

test('a way that ends nowhere is named with its answers', () => {
  expect(
    faultsOf(['  - id: here\n    title', '  - id: here\n    when: {people: ["1"]}\n    title']),
  ).toContain('outcomes a way ends without an outcome (for example place=here, people=5)');
});

test('an outcome that names nobody to turn to is a fault', () => {
  expect(faultsOf(['[{kind: body, body: hotline}]', '[{kind: entry, entry: kandas.what}]'])).toContain(
    'outcomes.1 outcome "here" names nobody to turn to on some way',
  );
});

test('a body that only some ways name is not enough', () => {
  expect(
    faultsOf(['[{kind: body, body: hotline}]', '[{kind: body, body: hotline, when: {people: ["1"]}}]']),
  ).toContain('people=5');
});

test('a step that no way leads to is a fault', () => {
  expect(faultsOf(['when: {country: [other]}', 'when: {country: [other], place: [here]}'])).toContain(
    'steps.3 no way leads to step "day"',
  );
});

test('an outcome that no way leads to is a fault', () => {
  expect(faultsOf(['    when: {place: [abroad]}\n    title', '    title'])).toContain(
    'outcomes.1 no way leads to outcome "here"',
  );
});

test('a piece that no way leads to is a fault', () => {
  expect(
    faultsOf([
      '{kind: body, body: consulate, place: country}',
      '{kind: body, body: consulate}\n      - {kind: entry, entry: a.b, when: {place: [here]}}',
    ]),
  ).toContain('outcomes.0.sections.1 no way leads to this piece');
});

test('a condition on a later step is a fault', () => {
  expect(faultsOf(['when: {place: [abroad]}\n    name', 'when: {people: ["1"]}\n    name'])).toContain(
    'there is no step "people" before this condition',
  );
});

test('a condition that can never hold is a fault', () => {
  expect(faultsOf(['when: {place: [abroad]}\n    name', 'when: {place: [moon]}\n    name'])).toContain(
    '"moon" can never be the answer of step "place"',
  );
});

test('a piece that uses a step which was not asked is a fault', () => {
  expect(
    faultsOf(['[{kind: body, body: hotline}]', '[{kind: body, body: hotline, place: country}]']),
  ).toContain('step "country" is not asked on some way to this');
});

test('more than six questions on a way are a fault', () => {
  const more = ['a', 'b', 'c', 'd', 'e'].map(
    (id) => `  - {id: ${id}, kind: number, min: 1, max: 2, name: {kk: А, ru: А}, question: {kk: А, ru: А}}\n`,
  );
  expect(faultsOf(['outcomes:', `${more.join('')}outcomes:`])).toContain('more than 6 questions on one way');
});

test('an id that stands twice is a fault', () => {
  expect(faultsOf(['id: abroad, label', 'id: here, label'])).toContain('id "here" stands twice');
});

test('a text in one language only is a fault', () => {
  expect(faultsOf(['{kk: Қайдасыз?, ru: Где Вы?}', '{kk: Қайдасыз?}'])).toContain('steps.0.question.ru');
});

test('an id too long for a button is a fault', () => {
  expect(faultsOf(['id: here, label', 'id: here_in_the_country_itself, label'])).toContain(
    'steps.0.choices.0.id',
  );
});

test('a file called otherwise than its guide is a fault', () => {
  expect(faultsOf(['id: small', 'id: smaller'])).toContain('must be called smaller.yaml');
});

/** A second choice step, whose answer `late` is offered on some ways only. */
const choiceBelow = (when: string): readonly [string, string] => [
  'outcomes:\n  - id: abroad',
  `  - id: hour
    kind: choice
    name: {kk: Кез, ru: Время}
    question: {kk: Қашан?, ru: Когда?}
    choices:
      - {id: early, label: {kk: Ерте, ru: Рано}}
      - {id: noon, label: {kk: Түсте, ru: В полдень}}
      - {id: late, ${when}, label: {kk: Кеш, ru: Поздно}}
outcomes:
  - id: abroad`,
];

test('a choice that some ways offer is sound', () => {
  expect(faultsOf(choiceBelow('when: {place: [here]}'))).toBe('');
});

test('a choice that no way offers is a fault', () => {
  expect(faultsOf(choiceBelow('when: {place: [here], country: [CN]}'))).toContain(
    'choice "late" is offered on no way',
  );
});

test('a way that leaves one choice is a fault', () => {
  const [from, to] = choiceBelow('when: {place: [here]}');
  expect(faultsOf([from, to.replace('{id: noon, ', '{id: noon, when: {place: [here]}, ')])).toContain(
    'step "hour" offers less than two choices on some way',
  );
});
