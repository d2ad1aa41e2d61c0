import { withoutNarrowVowel } from './key.ts';
import { followedBy, type Kind } from './shelf.ts';

/** The shapes a stem takes before suffixes, each with what must follow for it (see `followedBy`). */
export function shapesOf(stem: string, kind: Kind): [string, number][] {
  const found: [string, number][] = [[stem, followedBy.anything]];
  const soft = { п: 'б', қ: 'ғ', к: 'г' }[stem.at(-1) ?? ''];
  if (soft !== undefined) found.push([stem.slice(0, -1) + soft, followedBy.vowel]);
  const short = withoutNarrowVowel(stem);
  // Nouns lose the vowel before ы/і alone (орны), verbs before any (қорқады).
  if (short !== stem) found.push([short, kind === 'verb' ? followedBy.vowel : followedBy.narrowVowel]);
  // Loans with a doubled last letter are written with one of it before suffixes: процесс, процесі.
  if (kind !== 'verb' && /(.)\1$/u.test(stem)) found.push([stem.slice(0, -1), followedBy.vowel]);
  if (kind === 'verb' && /[ыі]$/u.test(stem)) found.push([stem.slice(0, -1), followedBy.contraction]);
  // тап-ып is written тауып, теб-іп теуіп.
  if (kind === 'verb' && /п$/u.test(stem)) found.push([`${stem.slice(0, -1)}у`, followedBy.narrowVowel]);
  return found;
}
