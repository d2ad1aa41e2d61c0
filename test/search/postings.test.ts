import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { createPostings } from '../../src/search/postings.ts';

const word = fc.array(fc.constantFrom('=a', '=b', '5c', '#d', '#e', '#f'), { minLength: 1, maxLength: 4 });
const collection = fc.array(fc.array(word, { maxLength: 6 }), { minLength: 1, maxLength: 12 });
const question = fc.uniqueArray(
  fc.record({ term: fc.constantFrom('=a', '=b', '5c', '#d', '#x'), boost: fc.constantFrom(1, 0.6, 0.2) }),
  { selector: ({ term }) => term, maxLength: 5 },
);

test('ranks as MiniSearch does, to the last bit and in the same order', () => {
  fc.assert(
    fc.property(collection, question, (documents, terms) => {
      const { documents: found, scores } = createPostings(documents).match(terms);
      const ranked = [...found]
        .map((id, at) => ({ id, score: scores[at] ?? 0, at }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .map(({ id, score }) => ({ id, score }));

      const index = new MiniSearch<{ id: number; keys: string }>({
        fields: ['keys'],
        tokenize: (text) => text.split(' '),
        processTerm: (term) => term,
      });
      index.addAll(documents.map((words, id) => ({ id, keys: words.flat().join(' ') })));
      const boosts = new Map<string, number>(terms.map(({ term, boost }) => [term, boost]));
      const expected =
        terms.length === 0
          ? []
          : index.search([...boosts.keys()].join(' '), { boostTerm: (term) => boosts.get(term) ?? 1 });
      expect(ranked).toEqual(expected.map(({ id, score }) => ({ id, score })));
    }),
  );
});

test('a search leaves nothing behind for the next one', () => {
  const index = createPostings([[['a', 'b']], [['b']]]);
  const first = [...index.match([{ term: 'b', boost: 1 }]).scores];
  index.match([
    { term: 'a', boost: 1 },
    { term: 'b', boost: 2 },
  ]);
  expect([...index.match([{ term: 'b', boost: 1 }]).scores]).toEqual(first);
});
