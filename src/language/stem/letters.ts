/**
 * Letters of Kazakh as the stemmer needs them: spelling reduced to sounds, vowel harmony,
 * and the classes that decide which variant of a suffix may follow.
 */

/** Classes of the letter before a suffix, as bits so that one mask can allow several. */
export const contact = { vowel: 1, glide: 2, r: 4, l: 8, nasal: 16, buzz: 32, voiceless: 64 } as const;

/** Every consonant; й, у and и take the endings of consonants (тауы, миы). */
export const consonants = 2 | 4 | 8 | 16 | 32 | 64;
export const anything = consonants | contact.vowel;

export const harmony = { none: 0, back: 1, front: 2, both: 3 } as const;

const classOfLetter = new Map<string, number>();
for (const letter of 'аәеоөұүыі') classOfLetter.set(letter, contact.vowel);
for (const letter of 'йу') classOfLetter.set(letter, contact.glide);
// Both: такси-сі and такси-і are written.
classOfLetter.set('и', contact.glide | contact.vowel);
classOfLetter.set('р', contact.r);
classOfLetter.set('л', contact.l);
for (const letter of 'мнң') classOfLetter.set(letter, contact.nasal);
for (const letter of 'зжғ') classOfLetter.set(letter, contact.buzz);
// б в г д end loans only (клуб, актив, педагог, завод) and take the endings of voiceless letters.
for (const letter of 'пткқсшчхцфһбвгд') classOfLetter.set(letter, contact.voiceless);

/** Lowest code of the tables below; Cyrillic letters of Kazakh lie within 0x0400-0x04ff. */
const base = 0x0400;
const contactTable = new Uint8Array(256);
const harmonyTable = new Uint8Array(256);
for (const [letter, mask] of classOfLetter) contactTable[letter.charCodeAt(0) - base] = mask;
for (const letter of 'аоұы') harmonyTable[letter.charCodeAt(0) - base] = harmony.back;
for (const letter of 'әеөүі') harmonyTable[letter.charCodeAt(0) - base] = harmony.front;

/** Contact class bits of a UTF-16 code; 0 for anything but a letter of Kazakh. */
export function contactOf(code: number): number {
  return contactTable[code - base] ?? 0;
}

/** Harmony of a vowel's code; 0 for consonants and for и and у, which are neutral. */
export function harmonyOf(code: number): number {
  return harmonyTable[code - base] ?? 0;
}

export function isSyllabic(code: number): boolean {
  return harmonyOf(code) !== 0 || code === 0x0438 || code === 0x0443;
}

const sounds: Readonly<Record<string, string>> = {
  щ: 'ш',
  ъ: '',
  ь: '',
  э: 'е',
  ё: 'йо',
  ю: 'йу',
  я: 'йа',
};

const spelt = /[щъьэёюя]/gu;

/** Lower case, with the letters that hide й written out: қою = қой+у, қояды = қой+а+ды. */
export function toSounds(word: string): string {
  return word.toLowerCase().replace(spelt, (letter) => sounds[letter] ?? letter);
}

const kazakhWord = /^[абвгдежзийклмнопрстуфхцчшыәғқңөұүһі]+$/u;

/** Whether a word in sounds can be stemmed at all: Cyrillic letters only. */
export function isKazakhWord(sounds: string): boolean {
  return kazakhWord.test(sounds);
}

const loanLetter = /[вфцчщхъьэёюһ]/u;

/** Whether the spelling shows a loan, where harmony is not reliable (рольде, автомобильге). */
export function looksLoan(word: string): boolean {
  return loanLetter.test(word);
}
