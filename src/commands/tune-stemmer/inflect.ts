import { attach } from '../../language/stem/attach.ts';

/** One suffix: its patterns in archiphonemes, the first that fits is taken. */
export type Step = readonly string[];
export type Chain = readonly Step[];

const my: Step = ['V:м', 'C:Iм'];
const your: Step = ['V:ңIз', 'C:IңIз'];
const their: Step = ['V:сI', 'C:I'];
const plural: Step = ['LAр'];
const participle: Step = ['GAн'];
const infinitive: Step = ['C:у', 'V:у'];

/** Legal chains on nouns, from none to four suffixes. */
export const nounChains: readonly Chain[] = [
  [],
  [['GA']],
  [['NIң']],
  [['YI']],
  [['DA']],
  [['XAн']],
  [['Bен']],
  [plural],
  [my],
  [their],
  [their, ['V:нA']],
  [their, ['V:н']],
  [their, ['V:ндA']],
  [my, ['DA']],
  [my, ['М:A']],
  [plural, ['NIң']],
  [plural, my, ['YI']],
  [plural, their, ['V:нAн']],
  [plural, your, ['GA']],
  [['DAGI']],
];

/** Legal chains on verbs. */
export const verbChains: readonly Chain[] = [
  [['DI']],
  [['DIм']],
  [['V:йдI', 'C:AдI']],
  [['V:ймIн', 'C:AмIн']],
  [participle],
  [participle, ['DA']],
  [['сA']],
  [['MA'], ['V:йдI']],
  [['MA'], ['DI']],
  [['V:п', 'C:Iп']],
  [['V:йтIн', 'C:AтIн']],
  [infinitive, ['GA']],
  [['MA'], participle],
  [participle, my],
  [['V:йдI', 'C:AдI'], ['MA']],
];

const softened: Readonly<Record<string, string>> = { п: 'б', қ: 'ғ', к: 'г' };

/**
 * Adds a chain to a stem in sounds; undefined where a suffix cannot follow. A final п қ к is voiced
 * before a vowel (кітап → кітабым); stems that lose a vowel (орын) or contract (оқы-у) are left out.
 */
export function inflect(stem: string, chain: Chain): string | undefined {
  let form: string | undefined = stem;
  for (const step of chain) {
    const before: string = form;
    form = undefined;
    for (const pattern of step) {
      const made = attach(before, pattern);
      if (made === undefined) continue;
      const soft = softened[before.at(-1) ?? ''];
      const vowelFollows = /^[аеыіу]/u.test(made.slice(before.length));
      if (vowelFollows && /[ыі]$/u.test(before)) return undefined;
      form =
        vowelFollows && soft !== undefined ? before.slice(0, -1) + soft + made.slice(before.length) : made;
      break;
    }
    if (form === undefined) return undefined;
  }
  return form;
}
