import type { Language, Script } from '../locale.ts';
import { lowerCase, normalise } from '../normalise/index.ts';
import { tokenise } from '../tokens.ts';
import { type Label, softmax } from './table.ts';
import { wordEvidence } from './word.ts';

/** A word with the language it looks like by itself. */
export interface DetectedWord {
  readonly word: string;
  readonly language: Language | 'unknown';
  readonly script: Script;
}

export interface Detection {
  /** `unknown`: too little to tell, or another language (Turkish, English, Uyghur, Persian, Arabic). */
  readonly language: Language | 'unknown';
  /** Script of most letters; Cyrillic where there are none. */
  readonly script: Script;
  /** Probability of the likeliest language, 0..1. */
  readonly confidence: number;
  /** Surely neither Kazakh nor Russian: another language that is known by its n-grams, or letters of no script of ours. */
  readonly foreign: boolean;
  /** Some words are surely Kazakh and some surely Russian. */
  readonly mixed: boolean;
  readonly words: readonly DetectedWord[];
}

/** Below this many words a guess needs more than an even chance. */
const fewWords = 3;
const needed = { few: 0.55, many: 0.5 };

/** Logits between two languages from which a single word counts as surely one of them. */
const sureWord = 2;

/** Share of the rarer language among sure words from which a text is mixed. */
const mixedShare = 0.1;

/** Words read of a long text: a hundred settle any language. */
const mostWords = 300;

/** Addresses and handles say nothing about the language around them. Tested on one run without spaces at a time. */
const address =
  /^(?:https?:|www\.|[@/#][\w-])|.@.|^[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|gov|net)(?:[/?,.;:!]|$)/iu;

function withoutAddresses(text: string): string {
  return text
    .split(/\s/u)
    .filter((run) => !address.test(run))
    .join(' ');
}

/**
 * Tells language and script of a text of 1 to 100 words. Kazakh is known in Cyrillic, in Russian letters only, in
 * Latin alphabets and ASCII, and in Arabic script; Russian in Cyrillic and Latin transliteration. Never throws.
 */
export function detect(text: string): Detection {
  const words = readWords(text);
  const script = mainScript(words);
  const { label, probability } = likeliest(totals(words, script));
  const enough = probability > (words.length < fewWords ? needed.few : needed.many);
  const ours = label === 'kk' || label === 'ru';
  const detected = words.map(detectWord);
  return {
    language: ours && enough ? label : 'unknown',
    script,
    confidence: Math.round(probability * 1000) / 1000,
    foreign: words.length === 0 ? /\p{L}/u.test(text) : words.length >= fewWords && !ours && enough,
    mixed: isMixed(detected),
    words: detected,
  };
}

/** The likelier of Kazakh and Russian whatever the evidence, for when one of them must be taken. */
export function detectBest(text: string): { language: Language; script: Script; confidence: number } {
  const words = readWords(text);
  const script = mainScript(words);
  // No Russian is written in Arabic letters; where nothing speaks, the state language.
  const all = totals(words, script);
  const both = new Map<Label, number>([
    ['kk', all.get('kk') ?? 0],
    ['ru', all.get('ru') ?? (script === 'arab' ? Number.NEGATIVE_INFINITY : 0)],
  ]);
  const { label, probability } = likeliest(both);
  return {
    language: label === 'ru' ? 'ru' : 'kk',
    script,
    confidence: Math.round(probability * 1000) / 1000,
  };
}

interface ReadWord {
  readonly surface: string;
  readonly word: string;
  readonly script: Script;
}

function readWords(text: string): ReadWord[] {
  const words: ReadWord[] = [];
  for (const { text: surface, script, role } of tokenise(normalise(withoutAddresses(text)))) {
    if (role === 'whole' || script === 'digit' || script === 'other' || /\p{N}/u.test(surface)) continue;
    words.push({ surface, word: lowerCase(surface), script });
    if (words.length === mostWords) break;
  }
  return words;
}

function mainScript(words: readonly ReadWord[]): Script {
  const letters: Record<Script, number> = { cyrl: 0, latn: 0, arab: 0 };
  for (const { word, script } of words) letters[script] += word.length;
  if (letters.cyrl >= letters.latn && letters.cyrl >= letters.arab) return 'cyrl';
  return letters.arab >= letters.latn ? 'arab' : 'latn';
}

/** Evidence of the words in the main script: a Latin name in a Cyrillic question says nothing of its language. */
function totals(words: readonly ReadWord[], script: Script): Map<Label, number> {
  const sum = new Map<Label, number>();
  for (const each of words) {
    if (each.script !== script) continue;
    for (const [label, logit] of wordEvidence(each.word, script))
      sum.set(label, (sum.get(label) ?? 0) + logit);
  }
  return sum;
}

function likeliest(logits: ReadonlyMap<Label, number>): { label: Label | undefined; probability: number } {
  const probabilities = softmax([...logits.values()]);
  let best = 0;
  for (const [index, probability] of probabilities.entries()) {
    if (probability > (probabilities[best] ?? 0)) best = index;
  }
  return { label: [...logits.keys()][best], probability: probabilities[best] ?? 0 };
}

function detectWord({ surface, word, script }: ReadWord): DetectedWord {
  const evidence = wordEvidence(word, script);
  const ranked = [...evidence].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const sure = first !== undefined && first[1] - (second?.[1] ?? 0) >= sureWord;
  const language = sure && (first[0] === 'kk' || first[0] === 'ru') ? first[0] : 'unknown';
  return { word: surface, language, script };
}

function isMixed(words: readonly DetectedWord[]): boolean {
  const kazakh = words.filter(({ language }) => language === 'kk').length;
  const russian = words.filter(({ language }) => language === 'ru').length;
  // In a long text of one language a name or a quotation of the other is no mixture.
  return Math.min(kazakh, russian) > 0 && Math.min(kazakh, russian) >= mixedShare * (kazakh + russian);
}
