import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { suffixFeatures } from './automaton.ts';
import { kinds, origins } from './shelf.ts';

/** Names of what a stem itself costs, beside its suffixes. Lengths are in letters, 7 for more. */
export const stemFeatures: readonly string[] = [
  ...kinds.flatMap((kind) => [1, 2, 3, 4, 5, 6, 7].map((length) => `listed.${kind}.${length}`)),
  ...['noun', 'verb'].flatMap((kind) => origins.slice(1).map((origin) => `derived.${kind}.${origin}`)),
  ...['noun', 'verb'].flatMap((kind) => [1, 2, 3, 4, 5, 6, 7].map((length) => `unlisted.${kind}.${length}`)),
  'altered',
  'unlisted.noun.bare',
  'unlisted.verb.bare',
  'unlisted.noun.vowel',
  'unlisted.noun.narrow',
  'unlisted.verb.vowel',
  'unlisted.verb.narrow',
  'unlisted.softened',
  'unlisted.contraction',
  'unlisted.cluster',
  'unlisted.oneSyllable',
  ...kinds.map((kind) => `listed.bare.${kind}`),
  'harmonyBroken',
];

/** Names of all costs, suffixes first; the position is the feature's number. */
export const featureNames: readonly string[] = [...suffixFeatures, ...stemFeatures];
const numberOf = new Map(featureNames.map((name, index) => [name, index]));

/** Number of a feature; throws on a name that does not exist. */
export function featureNumber(name: string): number {
  const found = numberOf.get(name);
  if (found === undefined) throw new Error(`Stemmer: no cost is named "${name}"`);
  return found;
}

const costFile = z.object({ costs: z.record(z.string(), z.number()) });

/** Where the costs are kept; `tune-stemmer` writes it. */
export const costFileUrl = new URL('../../../content/language/stems-kk-costs.yaml', import.meta.url);

/**
 * Costs by feature number: less is better, 0 where the file names none. Throws where the file names
 * a cost that does not exist, so that a renamed suffix is noticed.
 */
export function readCosts(url: URL = costFileUrl): Float64Array {
  const { costs } = costFile.parse(load(readFileSync(url, 'utf8')));
  const values = new Float64Array(featureNames.length);
  for (const [name, cost] of Object.entries(costs)) values[featureNumber(name)] = cost;
  return values;
}
