import { expect, it } from 'vitest';
import { inflect, nounChains, verbChains } from '../../../src/commands/tune-stemmer/inflect.ts';
import { stemKazakh } from '../../../src/language/stem/index.ts';
import { isKazakhWord, toSounds } from '../../../src/language/stem/letters.ts';
import { readStems } from '../../../src/language/stem/lexicon.ts';
import { listedKey } from '../../../src/language/stem/shelf.ts';
import { readStemFiles } from '../../../src/language/stem/stem-files.ts';

/** Share of listed stems that keep their key under the chains of a class. */
function share(verbs: boolean): { right: number; forms: number } {
  let right = 0;
  let forms = 0;
  for (const { word, kind } of readStems(readStemFiles())) {
    const sounds = toSounds(word);
    if (!isKazakhWord(sounds) || kind === 'other' || (kind === 'verb') !== verbs) continue;
    for (const chain of verbs ? verbChains : nounChains) {
      const form = inflect(sounds, chain);
      if (form === undefined) continue;
      forms += 1;
      if (stemKazakh(form) === listedKey(sounds, kind)) right += 1;
    }
  }
  return { right, forms };
}

it('keeps the key of at least 98.5 % of listed nouns, adjectives and names under legal chains', () => {
  const { right, forms } = share(false);
  expect(forms).toBeGreaterThan(50_000);
  expect(right / forms).toBeGreaterThan(0.985);
});

it('keeps the key of at least 98.5 % of listed verbs under legal chains', () => {
  const { right, forms } = share(true);
  expect(forms).toBeGreaterThan(10_000);
  expect(right / forms).toBeGreaterThan(0.985);
});

it('gives every form of one stem the key of the stem as listed, whatever else the list holds', () => {
  const stem = 'құжат';
  const keys = new Set(nounChains.map((chain) => stemKazakh(inflect(stem, chain) ?? stem)));
  expect([...keys]).toEqual(['құжат']);
});
