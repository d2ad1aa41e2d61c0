import type { Word } from '../../search/words.ts';

/** A person named by citizenship («гражданка», «азаматымын»), not citizenship itself («гражданство», «азаматтық»). */
const person = /^(?:grajd(?!.*stv)|azamat(?!i[kg]))/u;

/**
 * Words that only say whose citizen someone is: «я гражданка Китая, как получить кандаса» is not a question of
 * citizenship, though it resembles a hundred that are. Only beside a foreign country's name: «азамат» alone may be
 * what is asked about.
 * @returns loose keys of these words
 */
export function roleWords(words: readonly Word[], countries: ReadonlySet<string>): ReadonlySet<string> {
  const roles = new Set<string>();
  words.forEach(({ loose }, at) => {
    if (!person.test(loose)) return;
    const beside = [words[at - 1], words[at + 1]];
    if (beside.some((word) => word !== undefined && countries.has(word.loose))) roles.add(loose);
  });
  return roles;
}
