/**
 * Suffixes of Kazakh in archiphonemes, by the slot they fill, read from the end of the word.
 *
 * A: а/е · I: ы/і · K: қ/к · G: ғ/г/қ/к · L: л/д/т · D: д/т · N: н/д/т (genitive) ·
 * Y: н/д/т (accusative) · X: н/д/т (ablative) · M: м/б/п (negation) · B: м/б/п (мен, мын).
 * `V:` and `C:` restrict a pattern to stems ending in a vowel or consonant; `И:` marks the
 * contraction ы+й = и (оқы-й-ды → оқиды), after a consonant; `М:` the persons' м and ң.
 */

/** What has been taken off so far, that is, what may stand to the left. */
export const slot = {
  end: 0,
  predicate: 1,
  case: 2,
  /** After нда, нан, на, н: only the third person's ы/сы or a -ғы may precede. */
  bound: 3,
  /** After the dative а/е: only the first and second person's м, ң may precede. */
  personal: 4,
  possessive: 5,
  plural: 6,
  derived: 7,
  /** After a participle, tense or converb. */
  verb: 8,
  negation: 9,
  voice: 10,
  secondVoice: 11,
} as const;
export type Slot = (typeof slot)[keyof typeof slot];
export const slotCount = 12;

/** Slots at which the rest may be a nominal stem, and a verb stem. */
export const nominalSlots: readonly Slot[] = [0, 1, 2, 5, 6, 7];
export const verbalSlots: readonly Slot[] = [0, 8, 9, 10, 11];

export interface SuffixRule {
  /** Names the rule's cost in the policy file. */
  readonly name: string;
  readonly from: readonly Slot[];
  readonly to: Slot;
  readonly patterns: readonly string[];
}

const persons = (tense: string): string[] =>
  ['BIн', 'сIң', 'сIз', 'MIз', 'сIңдAр', 'сIздAр'].map((person) => tense + person);
const shortPersons = (tense: string): string[] =>
  ['м', 'ң', 'ңIз', 'K', 'ңдAр', 'ңIздAр'].map((person) => tense + person);
const presentTail = ['мIн', 'м', 'сIң', 'сIз', 'мIз', 'сIңдAр', 'сIздAр'];

const { end, predicate, bound, personal, possessive, plural, derived, verb, negation, voice, secondVoice } =
  slot;
const caseSlot = slot.case;
const word: readonly Slot[] = [end, predicate];
const nominal: readonly Slot[] = [end, predicate, caseSlot, possessive, plural];
const derivable: readonly Slot[] = [...nominal, derived];
const participle: readonly Slot[] = [end, predicate, caseSlot, possessive, plural, derived];

export const suffixRules: readonly SuffixRule[] = [
  // The question particle stands apart in print and joined in messages: боладыма, керекпе.
  { name: 'question', from: [end], to: end, patterns: ['MA'] },
  { name: 'predicate', from: [end], to: predicate, patterns: persons('') },
  { name: 'copula', from: [end], to: predicate, patterns: ['DIр'] },

  { name: 'genitive', from: word, to: caseSlot, patterns: ['NIң'] },
  { name: 'accusative', from: word, to: caseSlot, patterns: ['YI'] },
  { name: 'locative', from: word, to: caseSlot, patterns: ['DA'] },
  { name: 'dative', from: word, to: caseSlot, patterns: ['GA'] },
  { name: 'ablative', from: word, to: caseSlot, patterns: ['XAн'] },
  { name: 'instrumental', from: word, to: caseSlot, patterns: ['Bен', 'Bенен'] },
  { name: 'equative', from: word, to: caseSlot, patterns: ['шA'] },
  { name: 'similative', from: nominal, to: caseSlot, patterns: ['DAй'] },
  { name: 'boundAccusative', from: word, to: bound, patterns: ['V:н'] },
  { name: 'boundLocative', from: word, to: bound, patterns: ['V:ндA'] },
  { name: 'boundAblative', from: word, to: bound, patterns: ['V:нAн'] },
  { name: 'boundDative', from: word, to: bound, patterns: ['V:нA'] },
  { name: 'personalDative', from: word, to: personal, patterns: ['М:A'] },

  { name: 'locativeAttribute', from: [...nominal, bound], to: caseSlot, patterns: ['DAGI'] },
  { name: 'boundAttribute', from: [...nominal, bound], to: bound, patterns: ['V:ндAGI'] },
  { name: 'attribute', from: [...nominal, bound], to: derived, patterns: ['GI'] },
  { name: 'belonging', from: nominal, to: caseSlot, patterns: ['NIкі'] },

  {
    name: 'myYour',
    from: [...word, caseSlot, personal],
    to: possessive,
    patterns: ['V:м', 'C:Iм', 'V:ң', 'C:Iң'],
  },
  { name: 'yours', from: [...word, caseSlot], to: possessive, patterns: ['V:ңIз', 'C:IңIз'] },
  { name: 'ours', from: [...word, caseSlot], to: possessive, patterns: ['V:мIз', 'C:IмIз'] },
  { name: 'theirsVowel', from: [...word, caseSlot], to: possessive, patterns: ['V:сI'] },
  { name: 'theirs', from: [...word, caseSlot], to: possessive, patterns: ['C:I'] },
  { name: 'theirsVowel', from: [bound], to: possessive, patterns: ['V:сI'] },
  { name: 'theirsBound', from: [bound], to: possessive, patterns: ['C:I'] },
  { name: 'plural', from: [...word, caseSlot, possessive], to: plural, patterns: ['LAр'] },

  { name: 'quality', from: derivable, to: derived, patterns: ['LIK'] },
  { name: 'qualityVoiced', from: [possessive], to: derived, patterns: ['LIG'] },
  { name: 'having', from: derivable, to: derived, patterns: ['LI'] },
  { name: 'lacking', from: derivable, to: derived, patterns: ['сIз'] },
  { name: 'doer', from: derivable, to: derived, patterns: ['шI'] },
  { name: 'ordinal', from: derivable, to: derived, patterns: ['V:ншI', 'C:IншI'] },
  { name: 'comparative', from: derivable, to: derived, patterns: ['V:рAK', 'C:IрAK', 'LAу'] },

  { name: 'infinitive', from: participle, to: verb, patterns: ['у'] },
  { name: 'pastParticiple', from: participle, to: verb, patterns: ['GAн'] },
  { name: 'habitual', from: participle, to: verb, patterns: ['V:йтIн', 'C:AтIн', 'И:итIн'] },
  { name: 'agent', from: participle, to: verb, patterns: ['ушI'] },
  { name: 'tendency', from: participle, to: verb, patterns: ['GIш'] },
  { name: 'aorist', from: word, to: verb, patterns: ['V:р', 'C:Aр'] },
  { name: 'aoristNoun', from: [caseSlot, possessive, plural, derived], to: verb, patterns: ['V:р', 'C:Aр'] },
  { name: 'negativeAorist', from: participle, to: verb, patterns: ['MAс'] },
  { name: 'intention', from: [end, predicate, possessive], to: verb, patterns: ['MAK', 'MAKшI'] },
  { name: 'desire', from: [possessive], to: verb, patterns: ['GI'] },

  { name: 'past', from: [end], to: verb, patterns: ['DI', ...shortPersons('DI')] },
  {
    name: 'present',
    from: [end],
    to: verb,
    patterns: ['дI', ...presentTail].flatMap((tail) => [`V:й${tail}`, `C:A${tail}`, `И:и${tail}`]),
  },
  {
    name: 'evidential',
    from: [end],
    to: verb,
    patterns: ['тI', 'пIн', 'сIң', 'сIз', 'пIз', 'сIңдAр', 'сIздAр'].flatMap((tail) => [
      `V:п${tail}`,
      `C:Iп${tail}`,
    ]),
  },
  { name: 'conditional', from: [end], to: verb, patterns: ['сA', ...shortPersons('сA')] },
  { name: 'wish', from: [end], to: verb, patterns: ['GAй', ...persons('GAй')] },
  { name: 'letHim', from: [end], to: verb, patterns: ['сIн'] },
  {
    name: 'letMe',
    from: [end],
    to: verb,
    patterns: ['йIн', 'йIK'].flatMap((tail) => [`V:${tail}`, `C:A${tail}`, `И:и${tail.slice(1)}`]),
  },
  {
    name: 'please',
    from: [end],
    to: verb,
    patterns: ['ңIз', 'ңIздAр', 'ңдAр', 'ңIзшI', 'ңIздAршI'].flatMap((tail) => [`V:${tail}`, `C:I${tail}`]),
  },
  { name: 'doIt', from: [end], to: verb, patterns: ['V:ң', 'C:Iң'] },
  { name: 'politely', from: [end], to: verb, patterns: ['шI'] },
  { name: 'converb', from: [end], to: verb, patterns: ['V:п', 'C:Iп'] },
  { name: 'presentConverb', from: [end], to: verb, patterns: ['V:й', 'C:A', 'И:и'] },
  { name: 'purpose', from: [end], to: verb, patterns: ['GAлI', 'GAншA', 'V:йIншA', 'GAсIн'] },

  { name: 'negation', from: [verb], to: negation, patterns: ['MA'] },
  // Apart from the negation inside a form: анықтама is a certificate far more often than "do not ascertain".
  { name: 'prohibition', from: [end], to: negation, patterns: ['MA'] },
  {
    name: 'passive',
    from: [verb, negation, end],
    to: voice,
    patterns: ['V:л', 'C:Iл', 'V:н', 'C:Iн', 'V:лIн'],
  },
  { name: 'reciprocal', from: [verb, negation, end], to: voice, patterns: ['V:с', 'C:Iс'] },
  {
    name: 'causative',
    from: [verb, negation, end],
    to: voice,
    patterns: ['DIр', 'GIз', 'V:т', 'C:т', 'C:Iр'],
  },
  { name: 'passive', from: [voice], to: secondVoice, patterns: ['V:л', 'C:Iл', 'V:н', 'C:Iн'] },
  { name: 'reciprocal', from: [voice], to: secondVoice, patterns: ['V:с', 'C:Iс'] },
  { name: 'causative', from: [voice], to: secondVoice, patterns: ['DIр', 'GIз', 'V:т', 'C:т'] },
];
