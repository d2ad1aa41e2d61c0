import { describe, expect, it } from 'vitest';
import { clauseReference } from '../../src/answer/steps/clause-reference.ts';

describe('a clause named by number', () => {
  it.each([
    ['Что написано в пункте 9 правил Астаны?', '9'],
    ['9 пункт', '9'],
    ['п. 5', '5'],
    ['7-тармағында не айтылған', '7'],
    ['2-тармақтың 4-тармақшасы', '2.4'],
    ['подпункт 4 пункта 2', '2.4'],
    ['7-tarmaq', '7'],
    ['\u20687\u2069-تارماق', '7'],
  ])('%s', (text, number) => {
    expect(clauseReference(text)).toBe(number);
  });

  it.each(['квота 2026', '15 желтоқсанға дейін', 'по какому это пункту', 'пункт 2024', 'подпункт 4', ''])(
    'none in "%s"',
    (text) => {
      expect(clauseReference(text)).toBeNull();
    },
  );
});
