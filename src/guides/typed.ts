import type { PlaceFinder } from '../knowledge/places/index.ts';
import type { GuideStep } from '../knowledge/schema/guide.ts';
import { unknownValue } from '../knowledge/schema/guide.ts';
import { looseKey } from '../language/keys/index.ts';
import { normalise } from '../language/normalise/index.ts';
import { wordsOf } from '../language/tokens.ts';
import { mostSmallWord, typedDay } from './typed-day.ts';

/** What a text typed in the middle of a guide is. */
export type Typed =
  | { readonly type: 'answer'; readonly value: string }
  /** Meant as the answer, but not one: `key` is the interface text below `guide.unclear` that says why. */
  | {
      readonly type: 'unclear';
      readonly key: string;
      readonly values: Readonly<Record<string, string | number>>;
    }
  /** Something else: a question to be answered first. */
  | { readonly type: 'question' };

const question: Typed = { type: 'question' };

/** An answer is short. «Қытайдан келген қандасқа қандай құжат керек» names a country and is a question. */
const mostWords = 5;

const dontKnow = ['білмеймін', 'білмедім', 'не знаю', 'незнаю'].map(phraseKey);

const numerals = new Map(
  (
    [
      ['жалғыз', 1],
      ['бір', 1],
      ['один', 1],
      ['одна', 1],
      ['екі', 2],
      ['екеу', 2],
      ['екеуміз', 2],
      ['два', 2],
      ['двое', 2],
      ['үш', 3],
      ['үшеу', 3],
      ['үшеуміз', 3],
      ['три', 3],
      ['трое', 3],
      ['төрт', 4],
      ['төртеу', 4],
      ['төртеуміз', 4],
      ['четыре', 4],
      ['четверо', 4],
      ['бес', 5],
      ['бесеу', 5],
      ['бесеуміз', 5],
      ['пять', 5],
      ['пятеро', 5],
      ['алты', 6],
      ['алтау', 6],
      ['шесть', 6],
      ['шестеро', 6],
      ['жеті', 7],
      ['жетеу', 7],
      ['семь', 7],
      ['семеро', 7],
      ['сегіз', 8],
      ['восемь', 8],
      ['тоғыз', 9],
      ['девять', 9],
      ['он', 10],
      ['десять', 10],
    ] as const
  ).map(([word, value]) => [looseKey(word), value] as const),
);

/**
 * Reads a typed text as the answer to a step, in any script and spelling. Whatever is not plainly an answer is a
 * question: a question taken for an answer would lead the person down a wrong way unseen.
 */
export function readTyped(step: GuideStep, raw: string, findPlaces: PlaceFinder, today: string): Typed {
  const text = normalise(raw).trim();
  const words = wordsOf(text);
  if (words.length === 0 || words.length > mostWords || /[?؟]/u.test(text)) return question;
  if ('optional' in step && step.optional && dontKnow.includes(phraseKey(text)))
    return { type: 'answer', value: unknownValue };
  switch (step.kind) {
    case 'choice':
      return choiceOf(step, text);
    case 'region':
    case 'country':
      return placeOf(step.kind, text, words, findPlaces);
    case 'date':
      return typedDay(step, text, words, today);
    case 'number':
      return numberOf(step, words);
  }
}

function choiceOf(step: Extract<GuideStep, { kind: 'choice' }>, text: string): Typed {
  const place = /^\d{1,2}$/.test(text) ? step.choices[Number(text) - 1] : undefined;
  const typed = phraseKey(text).split(' ');
  const labels = step.choices.map((choice) => ({
    choice,
    keys: [choice.label.kk, choice.label.ru].map((label) => phraseKey(label).split(' ')),
  }));
  const exact = labels.filter(({ keys }) => keys.some((label) => label.join(' ') === typed.join(' ')));
  // «не указана» for «Национальность не указана»: enough when only one answer has all these words.
  const partly = labels.filter(({ keys }) =>
    keys.some((label) => typed.every((word) => label.includes(word))),
  );
  const named = (exact.length > 0 ? exact : partly).map(({ choice }) => choice);
  const choice = place ?? (named.length === 1 ? named[0] : undefined);
  return choice === undefined ? question : { type: 'answer', value: choice.id };
}

function placeOf(
  kind: 'region' | 'country',
  text: string,
  words: readonly string[],
  findPlaces: PlaceFinder,
): Typed {
  const { regions, countries, ambiguous } = findPlaces(text);
  const named = [...regions, ...countries, ...(ambiguous === undefined ? [] : [ambiguous])];
  const [only] = named;
  if (only === undefined || named.length > 1) return question;
  const own = wordsOf(only.text).length;
  if (meaningful(words) - own > 0) return question;
  if (kind === 'country') {
    const [country] = countries;
    if (country === undefined) return { type: 'unclear', key: 'kazakhstan', values: {} };
    return country.code === 'KZ'
      ? { type: 'unclear', key: 'kazakhstan', values: {} }
      : { type: 'answer', value: country.code };
  }
  if (ambiguous !== undefined) return { type: 'unclear', key: 'place', values: { place: ambiguous.text } };
  const [region] = regions;
  return region === undefined ? question : { type: 'answer', value: region.code };
}

function numberOf(step: Extract<GuideStep, { kind: 'number' }>, words: readonly string[]): Typed {
  const numbers = words.flatMap((word) => {
    const number = /^\d{1,3}$/.test(word) ? Number(word) : numerals.get(looseKey(word));
    return number === undefined ? [] : [number];
  });
  const [number] = numbers;
  if (number === undefined || numbers.length > 1 || words.length > 3) return question;
  return number >= step.min && number <= step.max
    ? { type: 'answer', value: String(number) }
    : { type: 'unclear', key: 'number', values: { min: step.min, max: step.max } };
}

/** Words that mean something: «из Китая» has one. */
function meaningful(words: readonly string[]): number {
  return words.filter((word) => word.length > mostSmallWord).length;
}

function phraseKey(text: string): string {
  return wordsOf(normalise(text))
    .map((word) => looseKey(word))
    .join(' ');
}
