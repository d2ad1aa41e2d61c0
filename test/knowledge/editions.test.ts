import { expect, test } from 'vitest';
import { almatyDate } from '../../src/knowledge/almaty-time.ts';
import { comingEdition, currentEdition, editionAt, pastEdition } from '../../src/knowledge/editions.ts';
import type { Edition } from '../../src/knowledge/schema/faq.ts';

function edition(name: string, valid_from?: string, valid_to?: string): Edition {
  return {
    confidence: 'high',
    answer: { kk: name, ru: name },
    facts: [],
    sources: [{ source: 'law.one' }],
    ...(valid_from && { valid_from }),
    ...(valid_to && { valid_to }),
  };
}

const before = edition('before', undefined, '2026-06-30');
const after = edition('after', '2026-07-01');
const entry = { editions: [before, after] };
const at = (instant: string) => currentEdition(entry, almatyDate(new Date(instant)))?.answer.kk;

test('the old edition holds until the last millisecond of its day in Almaty', () => {
  expect(at('2026-06-30T18:59:59.999Z')).toBe('before');
});

test('the new edition holds from midnight in Almaty, five hours before UTC', () => {
  expect(at('2026-06-30T19:00:00.000Z')).toBe('after');
});

test('an edition to come is announced before it begins and not after', () => {
  expect(comingEdition(entry, '2026-06-30')).toBe(after);
  expect(comingEdition(entry, '2026-07-01')).toBeUndefined();
});

test('of several editions to come the nearest is announced', () => {
  const far = edition('far', '2027-01-01');
  expect(comingEdition({ editions: [far, before, after] }, '2026-01-01')).toBe(after);
});

test('a day a person names gives the edition of that day', () => {
  expect(editionAt(entry, '2026-06-20', '2026-11-21')).toEqual({ edition: before, standing: 'past' });
  expect(editionAt(entry, '2026-08-01', '2026-06-01')).toEqual({ edition: after, standing: 'coming' });
});

test('an entry whose editions have ended has none, and remembers the last', () => {
  const ended = {
    editions: [edition('first', undefined, '2024-12-31'), edition('last', '2025-01-01', '2025-12-31')],
  };
  expect(currentEdition(ended, '2026-01-01')).toBeUndefined();
  expect(pastEdition(ended, '2026-01-01')?.answer.kk).toBe('last');
});
