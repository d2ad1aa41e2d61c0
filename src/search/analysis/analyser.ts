import { detect, detectBest } from '../../language/detect/index.ts';
import { looseKey } from '../../language/keys/index.ts';
import type { Language } from '../../language/locale.ts';
import { lowerCase, normalise } from '../../language/normalise/index.ts';
import { guessLatinAlphabet, type LatinAlphabet, toCyrillic } from '../../language/scripts/index.ts';
import { type Token, tokenise } from '../../language/tokens.ts';
import { codeKey, firstKey, gramKeys, marks, pairKey, stemKey } from './keys.ts';
import { type AnalysisPolicy, readAnalysisPolicy } from './policy.ts';
import { isStopWord } from './stop-words.ts';
import { Vocabulary } from './vocabulary.ts';

/** A key to look up and what its score is multiplied by. */
export interface QueryTerm {
  readonly term: string;
  readonly boost: number;
}

/**
 * Text to index keys. One index serves both languages and every script: typed keys (`=` stem, `5` first letters,
 * `#` letter n-grams, `+` pair of stems) over skeletons that do not depend on spelling.
 *
 * With MiniSearch: `tokenize: (text) => analyser.indexTerms(text)` when indexing; when searching,
 * `tokenize: () => terms.map(t => t.term)` and `boostTerm: (_, i) => terms[i].boost`; `processTerm` is the identity.
 */
export interface Analyser {
  /** Keys of a text to be indexed, with repetitions. Without a language it is detected. Counts the text. */
  indexTerms(text: string, language?: Language): string[];
  /** Keys of a question, each once, the weights of repeated ones added. */
  queryTerms(text: string): QueryTerm[];
  /** The question's words as they are searched: loose key and stem keys, without stop words. */
  queryWords(text: string): QueryWord[];
  /** How rare a key is among the texts indexed so far: ln((N + 1) / (n + 0.5)). */
  rarity(term: string): number;
}

/** A word of a question. */
export interface QueryWord {
  readonly surface: string;
  readonly loose: string;
  /** Stem keys with their shares: of every Cyrillic word it may be, in the languages it may be of. */
  readonly stems: ReadonlyMap<string, number>;
}

export interface AnalyserOptions {
  /** Words of the indexed texts, for restoring other spellings. Filled by `indexTerms` when it is not given. */
  readonly vocabulary?: Vocabulary;
  readonly policy?: AnalysisPolicy;
}

export function createAnalyser(options: AnalyserOptions = {}): Analyser {
  const policy = options.policy ?? readAnalysisPolicy();
  const given = options.vocabulary;
  const vocabulary = given ?? new Vocabulary();

  /** Texts each key stands in. */
  const frequency = new Map<string, number>();
  let texts = 0;

  return { indexTerms, queryTerms, queryWords, rarity };

  function rarity(term: string): number {
    return Math.log((texts + 1) / ((frequency.get(term) ?? 0) + 0.5));
  }

  function isCommon(gram: string): boolean {
    const { share, texts: number } = policy.common_gram;
    return (frequency.get(gram) ?? 0) > Math.max(share * texts, number);
  }

  function indexTerms(text: string, language?: Language): string[] {
    const normalised = normalise(text);
    const own = language ?? detectBest(normalised).language;
    const terms: string[] = [];
    let previous: string | undefined;
    for (const token of tokenise(normalised)) {
      const word = lowerCase(token.text);
      const loose = looseOf(word, token);
      const code = codeKey(word);
      if (code !== undefined) terms.push(code);
      if (loose === '' || (code !== undefined && token.role !== 'part')) continue;
      if (given === undefined && token.script === 'cyrl' && token.role !== 'whole') vocabulary.count(word);
      if (isStopWord(loose, own)) continue;
      if (token.role === 'whole') {
        terms.push(marks.stem + loose);
        continue;
      }
      const key = token.script === 'cyrl' ? stemKey(word, own) : loose;
      terms.push(marks.stem + key, firstKey(loose, policy), ...gramKeys(loose, policy));
      if (previous !== undefined && policy.weights.pair > 0) terms.push(pairKey(previous, key));
      previous = key;
    }
    if (terms.length > 0) texts += 1;
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    return terms;
  }

  function queryWords(text: string): QueryWord[] {
    const normalised = normalise(text);
    const language = languageOf(normalised);
    // Of compounds the parts are searched; of numbers (`149/19-VIII`) the whole too, which names one act.
    const tokens = tokenise(normalised).filter(
      ({ role, script, text: word }) => script !== 'other' && (role !== 'whole' || /\p{N}/u.test(word)),
    );
    const alphabet = tokens.some(({ script }) => script === 'latn')
      ? guessLatinAlphabet(normalised)
      : undefined;
    const words = tokens.slice(0, mostWords).map((token) => {
      const surface = lowerCase(token.text);
      return { token, surface, loose: looseOf(surface, token, alphabet) };
    });
    const telling = words.filter(({ loose }) => loose !== '' && !isStopWord(loose, language));
    // A question of nothing but function words is still a question.
    return (telling.length > 0 ? telling : words).map(({ token, surface, loose }) => ({
      surface,
      loose,
      stems: stemsOf(token, surface, loose, language, alphabet),
    }));
  }

  function stemsOf(
    token: Token,
    surface: string,
    loose: string,
    language: Language | undefined,
    alphabet: LatinAlphabet | undefined,
  ): ReadonlyMap<string, number> {
    const code = codeKey(surface);
    if (code !== undefined) return new Map([[code.slice(1), 1]]);
    const stems = new Map<string, number>();
    for (const [word, share] of readings(token, surface, loose, alphabet)) {
      for (const each of language === undefined ? (['kk', 'ru'] as const) : [language]) {
        const key = stemKey(word, each);
        stems.set(key, Math.max(stems.get(key) ?? 0, share));
      }
    }
    return stems;
  }

  /** Cyrillic words a typed word may be, with shares: itself if the texts have it, else those of its loose key. */
  function readings(
    token: Token,
    surface: string,
    loose: string,
    alphabet: LatinAlphabet | undefined,
  ): [string, number][] {
    if (token.script === 'cyrl' && vocabulary.countOf(surface) > 0) return [[surface, 1]];
    const known = vocabulary.restore(loose).slice(0, policy.restored);
    const most = vocabulary.countOf(known[0] ?? '');
    const restored = known
      .map((word): [string, number] => [word, vocabulary.countOf(word) / most])
      .filter(([, share]) => share >= policy.restored_share);
    if (restored.length > 0) return restored;
    // Foreign words stand in the texts as they are; the rest is Kazakh the texts do not have.
    return token.script === 'cyrl'
      ? [[surface, 1]]
      : [
          [cyrillic(surface, token, alphabet), 1],
          [surface, 1],
        ];
  }

  function queryTerms(text: string): QueryTerm[] {
    const { weights } = policy;
    const boosts = new Map<string, number>();
    const add = (term: string, boost: number): void => {
      if (boost > 0) boosts.set(term, (boosts.get(term) ?? 0) + boost);
    };
    let previous: QueryWord | undefined;
    for (const word of queryWords(text)) {
      for (const [key, share] of word.stems) add(marks.stem + key, weights.stem * share);
      if (!/\p{N}/u.test(word.surface)) {
        add(firstKey(word.loose, policy), weights.first);
        for (const gram of gramKeys(word.loose, policy)) if (!isCommon(gram)) add(gram, weights.gram);
      }
      for (const first of previous?.stems.keys() ?? []) {
        for (const [second, share] of word.stems) add(pairKey(first, second), weights.pair * share);
      }
      previous = word;
    }
    return [...boosts].map(([term, boost]) => ({ term, boost }));
  }
}

/** Language of a text where it is told; mixed texts count as of either. */
function languageOf(text: string): Language | undefined {
  const { language, mixed } = detect(text);
  return language === 'unknown' || mixed ? undefined : language;
}

/** Words of a question that are searched; a question is a sentence or two, not a book. */
const mostWords = 200;

/** No word is longer; converting what is would cost half a second. */
const longestWord = 60;

/** Loose key of a word; ё counts as the е most people type for it. */
function looseOf(word: string, token: Token, alphabet?: LatinAlphabet): string {
  return token.script === 'cyrl' ? looseKey(word.replaceAll('ё', 'е')) : looseKey(word, alphabet);
}

function cyrillic(word: string, token: Token, alphabet: LatinAlphabet | undefined): string {
  if ((token.script !== 'arab' && token.script !== 'latn') || word.length > longestWord) return word;
  return toCyrillic(word, { from: token.script, ...(alphabet === undefined ? {} : { alphabet }) });
}
