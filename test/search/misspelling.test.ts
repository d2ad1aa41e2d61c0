import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withinEdits } from '../../src/search/edits.ts';
import { findMisspelt } from '../../src/search/misspelling.ts';

const places = (lists: readonly string[][], asked: string, edits: number): number[] => {
  const found: number[] = [];
  findMisspelt(lists)(
    asked,
    () => edits,
    (place) => found.push(place),
  );
  return found;
};

it('finds the keys a typing error apart, and tells where they stand', () => {
  expect(places([['tirkeu'], ['kujat', 'tirkey'], ['tirek']], 'tirkew', 1)).toEqual([0, 1]);
});

it('compares no key that is too short', () => {
  const found: number[] = [];
  findMisspelt([['abc'], ['abcdef']])(
    'abcdeg',
    (shorter) => (shorter < 5 ? 0 : 1),
    (place) => found.push(place),
  );
  expect(found).toEqual([1]);
});

it('rules out no key that is within the edits', () => {
  const key = fc.string({ unit: fc.constantFrom(...'abcdeқғш'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 20 }),
      key,
      fc.integer({ min: 1, max: 2 }),
      (keys, asked, edits) => {
        const expected = keys.flatMap((each, at) => (withinEdits(asked, each, edits) ? [at] : []));
        expect(
          places(
            keys.map((each) => [each]),
            asked,
            edits,
          ),
        ).toEqual(expected);
      },
    ),
  );
});
