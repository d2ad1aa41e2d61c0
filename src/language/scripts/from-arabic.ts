import { hamza } from './arabic-word.ts';
import type { Lattice, Reading } from './lattice.ts';

/**
 * How the letters of a word in Arabic script may be read in Cyrillic. The hamza or the consonants show
 * whether the word is front; loans break every rule, so the other reading stays possible at a cost.
 */

const plain: Readonly<Record<string, string>> = {
  ب: 'б',
  پ: 'п',
  ت: 'т',
  ج: 'ж',
  چ: 'ч',
  د: 'д',
  ر: 'р',
  ز: 'з',
  ژ: 'ж',
  ع: 'ғ',
  ف: 'ф',
  ق: 'қ',
  ك: 'к',
  گ: 'г',
  ڭ: 'ң',
  ل: 'л',
  م: 'м',
  ن: 'н',
  ۆ: 'в',
  خ: 'х',
  غ: 'ғ',
  ط: 'т',
  ص: 'с',
  ث: 'с',
  ض: 'з',
  ذ: 'з',
  ظ: 'з',
  ئ: '',
  أ: 'а',
  إ: 'а',
  آ: 'а',
};
const vowel = /[اەوۇىيۋۆ]/u;

function reading(text: string, cost = 0): Reading {
  return { text, cost };
}

/** The lattice of one word (letters as the normaliser leaves them: Kazakh code points, hamza first). */
export function readArabic(word: string): Lattice {
  const marked = word.startsWith(hamza);
  const letters = [...word.replace(/ىي/gu, 'ي').replaceAll(hamza, '')];
  const frontConsonant = letters.some((letter) => letter === 'ك' || letter === 'گ');
  const backConsonant = letters.some((letter) => letter === 'ق' || letter === 'ع');
  const e = letters.includes('ە');
  const front = (marked || frontConsonant || e) && !backConsonant;
  /** No native word has a with k or g: it is a loan, or has ә. */
  const loan = frontConsonant && !marked && letters.includes('ا');
  const harmony = frontConsonant && backConsonant ? 0.5 : 3;
  const steps: Reading[][] = [];
  const either = (back: string, frontVowel: string): Reading[] => [
    reading(back, front ? harmony : 0),
    reading(frontVowel, front ? 0 : harmony),
  ];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    const next = letters[index + 1];
    const previous = letters[index - 1];
    switch (letter) {
      case 'ا':
        steps.push(marked ? [reading('а', 1.5), reading('ә')] : [reading('а'), reading('ә', front ? 2 : 6)]);
        break;
      case 'و':
        steps.push(loan ? [reading('о'), reading('ө', 1)] : either('о', 'ө'));
        break;
      case 'ۇ':
        steps.push(either('ұ', 'ү'));
        break;
      case 'ى':
        steps.push([...either('ы', 'і'), reading('', 6)]);
        break;
      case 'ە':
        steps.push([reading('е'), reading('э', previous === undefined ? 1.5 : 4), reading('ье', 5)]);
        break;
      case 'ي': {
        const open = previous !== undefined && vowel.test(previous);
        if (next === 'ا') {
          steps.push([reading('я'), reading('ия'), reading('йя', 5), reading('иа', 5), reading('ья', 3)]);
          index += 1;
        } else if (next === 'ۋ') {
          const after = letters[index + 2];
          steps.push([reading('ю'), reading('ию'), ...(after === undefined ? [] : [reading('иу', 4)])]);
          index += 1;
        } else if (next === 'و') {
          steps.push([reading('ио'), reading('йо', 2), reading('ё', 1), reading('ьо', 3), reading('иө', 5)]);
          index += 1;
        } else if (open) steps.push([reading('й'), reading('и', 1), reading('ий', 3)]);
        else if (next === undefined) steps.push([reading('и'), reading('ий'), reading('й', 4)]);
        else
          steps.push([
            reading('и'),
            reading('й', previous === undefined ? 3 : 4),
            reading('ий', 4),
            ...(next === 'ە' ? [reading('ь', 2)] : []),
          ]);
        break;
      }
      case 'ۋ':
        steps.push([
          reading('у'),
          reading('в', 4),
          ...(/[جشچ]/u.test(previous ?? '') ? [reading('ю', 3)] : []),
        ]);
        break;
      case 'ح':
        steps.push([reading('х'), reading('һ', 3)]);
        break;
      case 'ھ':
      case 'ه':
      case 'ہ':
        steps.push([reading('һ'), reading('х', 3)]);
        break;
      case 'س':
        steps.push([reading('с'), reading('ц', 3), ...(next === 'س' ? [] : [reading('сс', 5)])]);
        break;
      case 'ت':
        if (next === 'س') {
          steps.push([reading('тс', 1), reading('ц', 1)]);
          index += 1;
        } else if (next === 'ش') {
          steps.push([reading('тш', 1), reading('ч', 2)]);
          index += 1;
        } else steps.push([reading('т')]);
        break;
      case 'ج':
        steps.push([reading('ж'), reading('дж', 3)]);
        break;
      case 'ش':
        steps.push([reading('ш'), reading('щ', 7)]);
        break;
      case 'ن':
        steps.push([reading('н')]);
        break;
      case 'ڭ':
        steps.push([reading('ң'), ...(next === undefined ? [reading('нг', 4)] : [])]);
        break;
      case 'ل':
        steps.push([reading('л'), reading('ль', 3), ...(next === 'ل' ? [] : [reading('лл', 5)])]);
        break;
      case 'ر':
      case 'م':
        steps.push([
          reading(plain[letter] ?? letter),
          reading((plain[letter] ?? letter).repeat(2), 6),
          ...(letter === 'ر' ? [reading('рь', 5)] : []),
        ]);
        break;
      default:
        steps.push([reading(plain[letter] ?? letter)]);
    }
  }
  return steps;
}
