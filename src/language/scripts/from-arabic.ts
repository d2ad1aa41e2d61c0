import { hamza } from './arabic-word.ts';
import type { Lattice, Reading } from './lattice.ts';

/**
 * How the letters of a word in Arabic script may be read in Cyrillic. The hamza or the consonants show
 * whether the word is front; loans break every rule, so the other reading stays possible at a cost.
 */

/** Letters with the same readings everywhere: letter, then readings with costs. */
const steady = readings(
  `ب б|پ п|چ ч|د д|ز з|ژ ж|ع ғ|ف ф|ق қ|ك к|گ г|ن н|ۆ в|خ х|غ ғ|ط т|ص с|ث с|ض з|ذ з|ظ з|ئ |أ а|إ а|آ а|ت т|م м мм:6
ر р рр:6 рь:5|ج ж дж:3|ش ш щ:7|ح х һ:3|ھ һ х:3|ه һ х:3|ہ һ х:3`,
);

/** Groups: тс is also ц, تش the older spelling of ч. */
const groups = readings('تس тс:1 ц:1|تش тш:1 ч:2|يا я ия йя:5 иа:5 ья:3|يۋ ю ию|يو ио йо:2 ё:1 ьо:3 иө:5');

const vowel = /[اەوۇىيۋۆ]/u;
const hushing = /[جشچ]/u;

/** What the whole word says about its vowels. */
interface Harmony {
  readonly marked: boolean;
  readonly front: boolean;
  /** No native word has a with k or g: it is a loan, or has ә. */
  readonly loan: boolean;
  /** Cost of a vowel against the word's harmony. */
  readonly against: number;
}

/** The lattice of one word (letters as the normaliser leaves them: Kazakh code points, hamza first). */
export function readArabic(word: string): Lattice {
  const letters = word.replace(/ىي/gu, 'ي').replaceAll(hamza, '');
  const harmony = harmonyOf(letters, word.startsWith(hamza));
  const steps: (readonly Reading[])[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const group = letters.slice(at, at + 2);
    const joined = groups.get(group);
    if (joined) {
      steps.push(group === 'يۋ' && at + 2 < letters.length ? [...joined, { text: 'иу', cost: 4 }] : joined);
      at += 1;
    } else steps.push(readLetter(letters[at] ?? '', letters[at - 1], letters[at + 1], harmony));
  }
  return steps;
}

function harmonyOf(letters: string, marked: boolean): Harmony {
  const frontConsonant = /[كگ]/u.test(letters);
  const backConsonant = /[قع]/u.test(letters);
  return {
    marked,
    front: (marked || frontConsonant || letters.includes('ە')) && !backConsonant,
    loan: frontConsonant && !marked && letters.includes('ا'),
    against: frontConsonant && backConsonant ? 0.5 : 3,
  };
}

function readLetter(
  letter: string,
  previous: string | undefined,
  next: string | undefined,
  { marked, front, loan, against }: Harmony,
): readonly Reading[] {
  const either = (back: string, fronted: string): Reading[] => [
    { text: back, cost: front ? against : 0 },
    { text: fronted, cost: front ? 0 : against },
  ];
  switch (letter) {
    case 'ا':
      return marked ? row('а:1.5 ә') : row(`а ә:${front ? 2 : 6}`);
    case 'و':
      return loan ? row('о ө:1') : either('о', 'ө');
    case 'ۇ':
      return either('ұ', 'ү');
    case 'ى':
      return [...either('ы', 'і'), { text: '', cost: 6 }];
    case 'ە':
      return row(previous === undefined ? 'е э:1.5 ье:5' : 'е э:4 ье:5');
    case 'ي':
      return readYe(previous, next);
    case 'ۋ':
      return row(hushing.test(previous ?? '') ? 'у в:4 ю:3' : 'у в:4');
    case 'س':
      return row(next === 'س' ? 'с ц:3' : 'с ц:3 сс:5');
    case 'ل':
      return row(next === 'ل' ? 'л ль:3' : 'л ль:3 лл:5');
    case 'ڭ':
      return row(next === undefined ? 'ң нг:4' : 'ң');
    default:
      return steady.get(letter) ?? [{ text: letter, cost: 0 }];
  }
}

/** ي is й after a vowel, и elsewhere; before ە it may stand for a soft sign. */
function readYe(previous: string | undefined, next: string | undefined): readonly Reading[] {
  if (previous !== undefined && vowel.test(previous)) return row('й и:1 ий:3');
  if (next === undefined) return row('и ий й:4');
  const readings = row(previous === undefined ? 'и й:3 ий:4' : 'и й:4 ий:4');
  return next === 'ە' ? [...readings, { text: 'ь', cost: 2 }] : readings;
}

function readings(rows: string): Map<string, readonly Reading[]> {
  return new Map(
    rows.split(/[|\n]/u).map((each): [string, readonly Reading[]] => {
      const [letters = '', ...rest] = each.split(' ');
      return [letters, row(rest.join(' '))];
    }),
  );
}

/** Parses `с ц:3`: readings with costs. */
function row(text: string): Reading[] {
  return text.split(' ').map((each) => {
    const [reading = '', cost = '0'] = each.split(':');
    return { text: reading, cost: Number(cost) };
  });
}
