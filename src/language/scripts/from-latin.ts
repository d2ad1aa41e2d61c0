import type { LatinAlphabet } from '../keys/latin.ts';
import type { Lattice, Reading } from './lattice.ts';

/**
 * How the letters of a word in one of the Latin alphabets may be read in Cyrillic. Rows: spelling, then readings with
 * costs (`е э:2`); `V:` and `C:` give other readings after a vowel and after a consonant or at the start.
 */

const shared = `
a а|b б|v в|g г|d д|e е э:5 ье:6 I:э:1.5|z з|k к|q қ|l л ль:3 лл:6|m м мм:7|n н нь:6|o о|p п|r р рь:6|s с ц:4 сс:7|t т ть:7|f ф
j ж дж:4|dj дж|ts тс ц:3|tsh тш|shch щ|sch щ шч:2|sh ш щ:4|ch ч|zh ж|h х һ:3|x х кс:4|kh х|gh ғ|ngh нғ|w у|ä ә|ö ө|ü ү|ğ ғ|ñ ң|ŋ ң|ş ш|ç ч|é э|ʺ ъ|ʹ ь
á ә|ó ө|ú ү|ǵ ғ|ń ң|ū ұ|ï и|c ц к:4 ж:4 ч:3`;

/** и and й share a letter in 2021 and 2018: й closes a syllable, и opens one. */
const iLetter = (letter: string, u: string): string => `
${letter} V:й V:и:4 V:ий:4 C:и C:й:4 C:ий:3|${letter}a V:я V:иа:4 V:йа:4 C:ия C:я:1 C:иа:3 C:ья:4|${letter}ä V:я C:ия C:я:1
${letter}${u} V:ю V:иу:4 V:йу:4 C:ю C:ию C:иу:3 C:ью:4|${letter}o V:йо V:ё:1 C:ио C:ё:1 C:ьо:4|${letter}ö C:ё V:ё C:иө:3`;

const alphabets: Readonly<Record<LatinAlphabet, string>> = {
  '2021': `${shared}${iLetter('i', 'u')}
ı і и:6|ıa я ия:1 іа:6|ıu ю ию:1|ıo ё ио:1|y ы й:6|u у ұ:8|ş ш ч:2 щ:4|ü ү ю:4|ö ө ё:5|ä ә я:5`,
  '2018': `${shared}${iLetter('ı', 'ý')}
i і и:8|y ы|u ұ|s с сс:7|ts тс ц|ý у|ú ү|sh ш щ:4|ııa ия|iia ия`,
  '2017': `${shared}${iLetter("i'", "y'")}
a' ә|g' ғ|n' ң|o' ө|u' ү|s' ш|c' ч|y' у|i і|y ы|u ұ`,
  'common-turkic': `${shared}
i і|ı ы|ý й|w у|u ұ|x х|h һ|c ц|ya я|yo ё|yu ю|yw ю|ye е|ýa йа|ýo йо|ýu йұ|y й ы:3|şç щ|e е|s с|l л|n н|t т|r р|m м|j ж|á я|ts тс|sh сһ|ch цһ|zh зһ|kh кһ|gh гһ|dj дж|v в у:4`,
  bgn: `${shared}
ī и|ī̆ й|ĭ й|i̇ й|ū у|u ұ|y ы|i і|ng ң нг:1|ė э|yu ю|yo ё|ya я|ye е|e е|ts ц тс:1|l л|s с|n н|t т`,
  ascii: `${shared}
a а ә:1.5|ae ә ае:2|e е э:2 ә:4|i і и:0.5 й:1.5 ы:1.5|iy и ый:1 ій:1|ii и ій:1|yi ый ій:1|y ы й:0.5 і:2 у:5|u у ұ:0.5 ү:0.5|uu у|o о ө:0.7|oe ө|ue ү
g г ғ:0.3|k к қ:0.5|n н ң:1|ng ң нг:0.5|h х һ:3 қ:4|kh х қ:2|j ж й:3|dzh дж|c ц:1 ж:2 ч:2 с:2|ya я ия:1|ia ия я:0.7|iya ия я:1|yo ё йо:1|io ио ё:2
yu ю|iyu ию ю:1|iu ю:0.5 ию:1 иу:3|ye е:1|ay ай аы:4|w у|x х кс:1.5|sh ш|ch ч|ш ш|ı ы|ie ие иэ:4|zh ж|gh ғ|sch щ|q қ`,
};

interface Spelling {
  readonly any: Reading[];
  readonly afterVowel: Reading[];
  readonly afterConsonant: Reading[];
  readonly initial: Reading[];
}

function parse(rows: string): { table: Map<string, Spelling>; longest: number } {
  const table = new Map<string, Spelling>();
  for (const row of rows.trim().split(/[|\n]/u)) {
    const [spelling = '', ...readings] = row.trim().split(' ');
    const entry: Spelling = { any: [], afterVowel: [], afterConsonant: [], initial: [] };
    for (const each of readings) {
      const place = /^[VCI]:/u.exec(each)?.[0];
      const [text = '', cost = '0'] = (place ? each.slice(2) : each).split(':');
      const list =
        { 'V:': entry.afterVowel, 'C:': entry.afterConsonant, 'I:': entry.initial }[place ?? ''] ?? entry.any;
      list.push({ text, cost: Number(cost) });
    }
    table.set(spelling.normalize('NFC'), entry);
  }
  return { table, longest: Math.max(...[...table.keys()].map((key) => key.length)) };
}

const parsed = new Map<LatinAlphabet, ReturnType<typeof parse>>();
const vowel = /[aäáeéėiıïīoöóuüúūyýw]/u;

/** The lattice of one word, lower case, NFC, with `'` for every apostrophe. */
export function readLatin(word: string, alphabet: LatinAlphabet): Lattice {
  let known = parsed.get(alphabet);
  if (!known) {
    known = parse(alphabets[alphabet]);
    parsed.set(alphabet, known);
  }
  const steps: Reading[][] = [];
  let at = 0;
  while (at < word.length) {
    const previous = word[at - 1];
    let taken = 1;
    let readings: Reading[] = [{ text: plain(word[at] ?? ''), cost: 0 }];
    for (let length = Math.min(known.longest, word.length - at); length > 0; length -= 1) {
      const spelling = known.table.get(word.slice(at, at + length));
      if (!spelling) continue;
      const placed =
        previous !== undefined && vowel.test(previous) ? spelling.afterVowel : spelling.afterConsonant;
      readings = [...spelling.any, ...placed, ...(at === 0 ? spelling.initial : [])];
      taken = length;
      break;
    }
    steps.push(readings);
    at += taken;
  }
  return steps;
}

/** A letter no table has: without its mark if that helps, never lost. */
function plain(letter: string): string {
  if (/[^\p{L}\p{N}]/u.test(letter)) return '';
  const base = letter.normalize('NFD').replace(/\p{M}+/gu, '');
  return parsed.get('ascii')?.table.get(base)?.any[0]?.text ?? letter;
}
