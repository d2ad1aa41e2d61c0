/** Abbreviations, and words that are only written large. */

/**
 * Abbreviations of Kazakh official language that look like words. Those without a vowel (ЖСН, ҚР) and with two
 * vowels together (ІІМ, БҰҰ) need no list.
 */
const known = new Set(
  'УТР ТТР УНЖ АЕК АХАЖ АХҚО АҚШ БАҚ БҚО ЕАЭО ЕСУТД ЕҚЮ ЖАО ИИН КЖЕ ОЗЭ СІМ СҚО ТЕАТ ТЖМ ХҚКО ХҚТО ХҚО ЭЦҚ ЭСҚ ЭҚЖ ЭЫДҰ ҰҚК ҰБТ ҰТО ДДСҰ БСН ЖШС АӨК ІІД ІІБ ӘДМ ӘӘД МӘМС ҮЕҰ ҮИИ ТҮА ЖОО ОӘД ЖИА МӘС ШҚО'.split(
    ' ',
  ),
);
const vowels = /[АӘЕЁИОӨУҰҮЫІЭЮЯ]/u;

/** Whether a word in capitals is read letter by letter: listed, without a vowel, or with two vowels together. */
export function isAbbreviation(word: string): boolean {
  if (word.length < 2 || word.length > 6 || !/^\p{Lu}+$/u.test(word)) return false;
  return known.has(word) || word.search(vowels) < 0 || /[АӘЕЁОӨҰҮЫІЭ]{2}/u.test(word);
}
