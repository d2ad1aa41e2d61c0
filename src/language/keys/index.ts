import { lowerCase } from '../normalise/lower-case.ts';
import { type LatinAlphabet, resolveLatin } from './latin.ts';
import { skeletonOf } from './letters.ts';

export type { LatinAlphabet } from './latin.ts';

/**
 * Keys that do not depend on script, alphabet or keyboard. One word has one skeleton however it is
 * typed, so a search needs no exact conversion: `құжат`, `кужат`, `qujat`, `kuzhat`, `قۇجات` → `kujat`.
 *
 * Keys are for equality only and are never shown. About 6 in 100 words share a loose key with another
 * word, about 3 in 100 a fold key.
 */

/** Modifier letters (ʹ ʺ ʼ, tatweel) are signs, not sounds. */
const spoken = /(?!\p{Lm})[\p{L}\p{N}]/u;

const latinLetter = /\p{Script=Latin}/u;
const latinRun = /[\p{Script=Latin}\p{M}'\u2018\u2019\u02bc\u02bb`\u00b4]+/gu;

/** ю keeps no й after a hushing letter, nor in other scripts: жюри ژۇري, парашют پاراشۋت. */
const hushedYu = /(?<=[жшщч])ю/gu;

/** ь and ъ before a vowel are heard as й: пьеса پيەسا, бульон بۋليون. */
const hardened = /[ьъ](?=[ео])/gu;

/** Words of one skeleton letter more in Arabic script, where a final cluster takes a vowel: метр مەتىر, шарф شارىف. */
const openedCluster =
  /(?<=met|lit|sent|teat|inist|gist|filt|lekt|pekt)i(?=r(?![aeiou]))|(?<=[aeiou][rl])i(?=f$)/gu;

/**
 * The loosest skeleton: also merges қ/к, ғ/г and ң/н, as ASCII and Russian keyboards do. Idempotent.
 * `alphabet` helps only where a letter means two things (ý), when the whole text has shown which it is.
 */
export function looseKey(word: string, alphabet?: LatinAlphabet): string {
  const skeleton = letters(word, alphabet);
  // By way of the fold key, or words with one fold key could differ here: in «нгқh» merging қ first makes kh of it, and
  // then ng is no longer followed by what it was. Only clusters with h depend on the order.
  const folded = skeleton.includes('h') ? settle(skeleton, 'ñ') : skeleton;
  return settle(
    folded.replace(/[qğñ]/gu, (letter) => plainTwin[letter] ?? letter),
    'n',
  );
}

/** The skeleton with қ/к, ғ/г and ң/н kept apart, for words typed with Kazakh letters. Idempotent. */
export function foldKey(word: string, alphabet?: LatinAlphabet): string {
  return settle(letters(word, alphabet), 'ñ');
}

const plainTwin: Readonly<Record<string, string>> = { q: 'k', ğ: 'g', ñ: 'n' };

/** Skeleton letters before runs and clusters are settled. */
function letters(word: string, alphabet: LatinAlphabet | undefined): string {
  let text = lowerCase(word.normalize('NFC'));
  if (latinLetter.test(text)) text = text.replace(latinRun, (run) => resolveLatin(run, alphabet));
  else text = text.replace(hushedYu, 'у').replace(hardened, 'й');
  let result = '';
  for (const letter of text) {
    const known = skeletonOf.get(letter);
    if (known !== undefined) result += known;
    else if (spoken.test(letter)) result += plain(letter);
  }
  return result;
}

/** A letter with a mark the table does not name counts as the letter without it. */
function plain(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}+/gu, '');
  return skeletonOf.get(base) ?? base;
}

/** Something for `settle` to do, at times: most words have nothing of it. */
const unsettled = /([^\d])\1|dj|zh|ts|sh|kh|[gğ]h|[nñ][gğ]|ie|ir|if/;

/** Clusters that scripts write differently (дж, тс/ц, нг/ң, ие/е), then runs of one letter. */
function settle(skeleton: string, nasal: 'n' | 'ñ'): string {
  if (!unsettled.test(skeleton)) return skeleton;
  let key = skeleton;
  for (;;) {
    const next = key
      .replace(/([^\d])\1+/gu, '$1')
      .replace(/dj|zh/gu, 'j')
      .replace(/ts/gu, 's')
      .replace(/sh/gu, 'ş')
      .replace(/kh/gu, 'h')
      .replace(/([gğ])h/gu, nasal === 'n' ? 'g' : 'ğ')
      .replace(/[nñ][gğ]/gu, nasal)
      .replace(/(?<=[^aeiou\d])i(?=e)/gu, '')
      .replace(openedCluster, '');
    if (next === key) return key;
    key = next;
  }
}
