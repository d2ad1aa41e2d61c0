import { describe, expect, it } from 'vitest';
import { createKeyIndex } from '../../src/search/key-index.ts';

const once = (...terms: string[]) => terms.map((term) => ({ term, boost: 1 }));
const found = (matches: readonly { readonly document: number }[]) => matches.map(({ document }) => document);

describe('the index of keys', () => {
  const index = createKeyIndex(
    [['=kandas', '=qandas', '=kujat'], ['=kandas', '=mekeme'], ['=mekeme', '=qala'], ['=mekeme']],
    0.5,
  );

  it('puts the document with more of the keys first', () => {
    expect(found(index.match(once('=kandas', '=kujat')))).toEqual([0, 1]);
  });

  it('takes keys as they are, not as parts of others', () => {
    expect(index.match(once('=kanda'))).toEqual([]);
  });

  it('weighs keys as asked', () => {
    const keys = [
      { term: '=kujat', boost: 0.1 },
      { term: '=qala', boost: 5 },
    ];
    expect(found(index.match(keys))).toEqual([2, 0]);
  });

  it('finds nothing by no keys', () => {
    expect(index.match([])).toEqual([]);
  });

  it('leaves out a key that most documents have', () => {
    expect(found(index.match(once('=mekeme', '=kujat')))).toEqual([0]);
  });

  it('asks for such a key when there is no other', () => {
    expect(found(index.match(once('=mekeme'))).sort()).toEqual([1, 2, 3]);
  });
});
