import { suffixTries, type TrieNode } from './automaton.ts';
import { featureNumber, stemFeatures } from './costs.ts';
import { stemKey } from './key.ts';
import { consonants, contact, contactOf, harmony, harmonyOf, isSyllabic } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { type Entry, followedBy, type Kind, kinds } from './shelf.ts';
import { nominalSlots, slotCount, verbalSlots } from './suffixes.ts';

/** Called for each way to read a word; `features` is reused and must be copied to be kept. */
export type Visit = (key: string, features: readonly number[], count: number) => void;

const f = Object.fromEntries(stemFeatures.map((name) => [name, featureNumber(name)])) as Record<
  string,
  number
>;
const lengths = [0, 1, 2, 3, 4, 5, 6, 7];
const listedFeature = Object.fromEntries(
  kinds.map((kind) => [kind, lengths.map((length) => f[`listed.${kind}.${length}`] ?? 0)]),
) as Record<string, number[]>;
const unlistedFeature = {
  noun: lengths.map((length) => f[`unlisted.noun.${length}`] ?? 0),
  verb: lengths.map((length) => f[`unlisted.verb.${length}`] ?? 0),
};
const bareFeature = Object.fromEntries(kinds.map((kind) => [kind, f[`listed.bare.${kind}`] ?? 0])) as Record<
  Kind,
  number
>;
const takesNominal = Array.from({ length: slotCount }, (_, at) => nominalSlots.some((one) => one === at));
const takesVerb = Array.from({ length: slotCount }, (_, at) => verbalSlots.some((one) => one === at));

const narrow = new Set(['ы', 'і'].map((letter) => letter.charCodeAt(0)));
const contracting = new Set(['у', 'и'].map((letter) => letter.charCodeAt(0)));
const soft = new Set(['б', 'г', 'ғ'].map((letter) => letter.charCodeAt(0)));

/**
 * Goes through every way to read a word in sounds as stem + legal chain of suffixes, and reports the
 * stem's key with the numbers of the costs that apply. `loan` words may break vowel harmony.
 */
export function analyse(word: string, loan: boolean, lexicon: Lexicon, visit: Visit): void {
  const length = word.length;
  const codes: number[] = [];
  /** Harmony of the part before each position, and whether it has a vowel at all. */
  const side: number[] = [harmony.none];
  const vowels: number[] = [0];
  /** Whether the last vowel before a position is и or у, which leave the harmony open (округтер). */
  const neutral: boolean[] = [false];
  for (let at = 0; at < length; at += 1) {
    const code = word.charCodeAt(at);
    codes.push(code);
    side.push(harmonyOf(code) || (side[at] ?? 0));
    neutral.push(isSyllabic(code) ? harmonyOf(code) === harmony.none : (neutral[at] ?? false));
    vowels.push((vowels[at] ?? 0) + (isSyllabic(code) ? 1 : 0));
  }
  const features: number[] = [];

  const report = (
    position: number,
    entries: readonly Entry[] | undefined,
    verbal: boolean,
    demand: string,
  ): void => {
    const mark = features.length;
    const stem = word.slice(0, position);
    const bare = position === length;
    const size = Math.min(position, 7);
    const next = codes[position] ?? 0;
    const followed = contactOf(next);
    let plain = false;
    for (const entry of entries ?? []) {
      if (entry.needs === followedBy.vowel && (bare || !(followed & contact.vowel || contracting.has(next))))
        continue;
      if (entry.needs === followedBy.narrowVowel && (bare || !narrow.has(next))) continue;
      if (entry.needs === followedBy.contraction && (bare || !contracting.has(next))) continue;
      if (demand === 'contraction' && entry.needs !== followedBy.contraction) continue;
      if (entry.needs === followedBy.anything) plain = true;
      features.length = mark;
      features.push(
        entry.origin === 'listed'
          ? (listedFeature[entry.kind]?.[size] ?? 0)
          : (f[`derived.${verbal ? 'verb' : 'noun'}.${entry.origin}`] ?? 0),
      );
      if (entry.needs !== followedBy.anything) features.push(f.altered ?? 0);
      if (bare && entry.origin === 'listed') features.push(bareFeature[entry.kind]);
      visit(entry.key, features, features.length);
    }
    features.length = mark;
    if (plain) return;
    const last = codes[position - 1] ?? 0;
    const class_ = verbal ? 'verb' : 'noun';
    features.push(unlistedFeature[class_][size] ?? 0);
    if (bare) features.push(f[`unlisted.${class_}.bare`] ?? 0);
    if (narrow.has(last)) features.push(f[`unlisted.${class_}.narrow`] ?? 0);
    else if (contactOf(last) === contact.vowel) features.push(f[`unlisted.${class_}.vowel`] ?? 0);
    else if (soft.has(last)) features.push(f['unlisted.softened'] ?? 0);
    else if (
      contactOf(last) & consonants &&
      (contactOf(codes[position - 2] ?? 0) & (contact.vowel | contact.glide)) === 0
    )
      features.push(f['unlisted.cluster'] ?? 0);
    if (demand === 'contraction') features.push(f['unlisted.contraction'] ?? 0);
    if (vowels[position] === 1) features.push(f['unlisted.oneSyllable'] ?? 0);
    visit(stemKey(stem, true), features, features.length);
    features.length = mark;
  };

  const walk = (position: number, slot: number, demand: string): void => {
    if (takesNominal[slot] && demand !== 'contraction') {
      const entries = lexicon.nominals.get(word.slice(0, position));
      if (entries !== undefined || vowels[position] !== 0) report(position, entries, false, demand);
    }
    if (takesVerb[slot]) {
      const entries = lexicon.verbs.get(word.slice(0, position));
      if (entries !== undefined || vowels[position] !== 0) report(position, entries, true, demand);
    }
    if (demand === 'contraction') return;
    let node: TrieNode | undefined = suffixTries[slot];
    for (let at = position - 1; at > 0; at -= 1) {
      node = node?.next.get(codes[at] ?? 0);
      if (node === undefined) return;
      const before = contactOf(codes[at - 1] ?? 0);
      const behind = side[at] ?? 0;
      for (const edge of node.edges) {
        if ((edge.after & before) === 0) continue;
        if (edge.demand === 'person' && codes[at - 1] !== 0x043c && codes[at - 1] !== 0x04a3) continue;
        const broken = behind !== harmony.none && (behind & edge.harmony) === 0;
        if (broken && !loan && !neutral[at]) continue;
        const mark = features.length;
        features.push(edge.feature);
        if (broken) features.push(f.harmonyBroken ?? 0);
        walk(at, edge.to, edge.demand);
        features.length = mark;
      }
    }
  };
  walk(length, 0, 'none');
}
