import { analyse } from '../../language/stem/analyse.ts';
import { isKazakhWord, toSounds } from '../../language/stem/letters.ts';
import { type Lexicon, readStems } from '../../language/stem/lexicon.ts';
import type { Kind } from '../../language/stem/shelf.ts';
import { listedKey } from '../../language/stem/shelf.ts';
import type { Candidate, Sample } from './candidates.ts';
import { inflect, nounChains, verbChains } from './inflect.ts';

/** Name of these samples among the sources. */
export const listedSource = 'stem list';

/**
 * Forms built from the stem list itself, three for each stem, one of them the first chain. The forms with known lemmas are some
 * thousand words; without these a cost may suit them and still read жер (land) as же-р (will eat).
 */
export function collectListed(lines: Iterable<string>, lexicon: Lexicon): Sample[] {
  const samples: Sample[] = [];
  readStems(lines).forEach(({ word, kind }, at) => {
    const stem = toSounds(word);
    if (!isKazakhWord(stem) || kind === 'other') return;
    const chains = kind === 'verb' ? verbChains : nounChains;
    for (const chain of [chains[0], chains[(at * 7) % chains.length], chains[(at * 3 + 1) % chains.length]]) {
      const form = inflect(stem, chain ?? []);
      if (form !== undefined) samples.push(sample(form, stem, kind, lexicon));
    }
  });
  return samples;
}

function sample(form: string, stem: string, kind: Kind, lexicon: Lexicon): Sample {
  const gold = listedKey(stem, kind);
  const candidates: Candidate[] = [];
  analyse(form, false, lexicon, (key, features) => {
    candidates.push({ key, features: [...features], right: key === gold });
  });
  return { source: listedSource, lemmas: [stem], fold: -1, fixed: undefined, candidates };
}
