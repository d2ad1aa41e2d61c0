import { type DigitGroup, digitRun, groupsOf } from './digits.ts';

/** Kinds of personal data that can be told by their shape. `number` is a long number of unknown kind. */
export const personalKinds = ['iin', 'phone', 'card', 'passport', 'email', 'plate', 'number'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A piece of personal data in a text; positions are UTF-16 offsets. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

// Every quantifier is bounded: these run on whatever strangers send.
const email = /[\p{L}\p{Nd}._%+-]{1,64}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){1,5}/gu;
/** Passports of Kazakhstan (N12345678), China (EJ1234567), Uzbekistan (AA1234567) and so on; Cyrillic look-alikes too. */
const lettersAndDigits = /(?<![\p{L}\p{Nd}])[A-ZАВЕКМНОРСТУХ]{1,2}[ \u00a0№-]{0,2}\p{Nd}{7,8}(?!\p{Nd})/gu;
/** Chinese identity number whose last sign is X. */
const chineseId = /(?<!\p{Nd})\p{Nd}{17}[XxХх]/gu;
/** Plates of Kazakhstan: 123 ABC 02 and the older A 123 BCD. */
const plate =
  /(?<![\p{L}\p{Nd}])(?:\d{3}[ -]?[A-Z]{2,3}[ -]?(?:0[1-9]|1\d|20)|[A-Z] ?\d{3} ?[A-Z]{2,3})(?![\p{L}\p{Nd}])/gu;

/** Dates with a year of four digits: 29.03.2024, 2024-03-29. */
const date =
  /(?<!\p{Nd})(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([./-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?!\p{Nd})/gu;

const documentWord =
  /(паспорт|төлқұжат|куәлі[кг]|удостоверени|уд\.?\s?л|ықтиярхат|вид на жительство|внж|passport|pasport|护照|身份证|پاسپورت|тольқұжат|жсн|иин|iin)[^\p{Nd}\n]{0,24}$/iu;
const money =
  /^[\s\u00a0]{0,2}(?:тенге|теңге|тг|₸|млн|млрд|миллион|миллиард|мрп|аек|рубл|руб|долл|юан|еуро|евро|kzt|usd|tenge|теңг|%|\$|€|¥)/iu;

/**
 * Finds personal numbers and addresses in any text, in order, never overlapping. Numbers of acts, years,
 * dates, amounts and short or toll-free public telephones are left out. In doubt a number counts as
 * personal: a masked amount costs less than a stored identity.
 */
export function findPersonal(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  // One byte a character instead of comparing spans with each other: 100 KB of e-mails stays linear.
  const taken = new Uint8Array(text.length);
  const add = (kind: PersonalKind, start: number, end: number) => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    spans.push({ kind, start, end });
  };
  const shapes: readonly (readonly [PersonalKind, RegExp])[] = [
    ['email', email],
    ['number', chineseId],
    ['passport', lettersAndDigits],
    ['plate', plate],
  ];
  for (const [kind, shape] of shapes) {
    for (const match of text.matchAll(shape)) add(kind, match.index, match.index + match[0].length);
  }
  // Dates and what is already found become line breaks of the same length, so that a run ends there.
  const rest = blank(blankDates(text), taken);
  for (const match of rest.matchAll(digitRun)) {
    for (const span of classifyRun(groupsOf(match[0], match.index), rest))
      add(span.kind, span.start, span.end);
  }
  return spans.sort((a, b) => a.start - b.start);
}

function blankDates(text: string): string {
  return text.replace(date, (found) => '\n'.repeat(found.length));
}

function blank(text: string, taken: Uint8Array): string {
  if (!taken.includes(1)) return text;
  const units = Array.from({ length: text.length }, (_, at) => (taken[at] === 1 ? '\n' : text.charAt(at)));
  return units.join('');
}

/** A group that is long enough to be a number of its own is judged alone, its neighbours together. */
function classifyRun(groups: readonly DigitGroup[], text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let together: DigitGroup[] = [];
  const judge = (part: readonly DigitGroup[]) => {
    const first = part[0];
    const last = part.at(-1);
    if (!first || !last) return;
    const plus = /[+＋]\s?\(?$/u.exec(text.slice(Math.max(0, first.start - 3), first.start));
    const kind = classify(
      part,
      text.slice(Math.max(0, first.start - 40), first.start),
      text.slice(last.end, last.end + 12),
    );
    if (kind) spans.push({ kind, start: plus ? first.start - plus[0].length : first.start, end: last.end });
  };
  for (const group of groups) {
    if (group.digits.length < 11) {
      together.push(group);
      continue;
    }
    judge(together);
    together = [];
    judge([group]);
  }
  judge(together);
  return spans;
}

function classify(groups: readonly DigitGroup[], before: string, after: string): PersonalKind | undefined {
  const digits = groups.map((group) => group.digits).join('');
  const contiguous = groups.length === 1;
  const length = digits.length;
  if (groups.length > 1 && groups.every((group) => /^(19|20)\d\d$/.test(group.digits))) return undefined;
  if (isAmount(groups, after) && length < 12) return undefined;
  if (isRoundAmount(groups)) return undefined;
  if (isTollFree(digits)) return undefined;
  if (/[+＋]\s?\(?$/u.test(before) && length >= 9 && length <= 15) return 'phone';
  if (isPhone(digits, before)) return 'phone';
  if (length === 12) return 'iin';
  if (length >= 13) return length >= 15 && length <= 19 ? 'card' : 'number';
  if (length >= 6 && length <= 10 && documentWord.test(before)) return 'passport';
  if (contiguous && length === 11) return 'number';
  // An identity card of Kazakhstan has nine digits; Telegram ids look the same and are no less personal.
  if (contiguous && length === 9) return 'number';
  return undefined;
}

/** 7xx xxx xx xx with or without 8, 7 or 00 before it; Chinese mobiles; international ones after 00. */
function isPhone(digits: string, before: string): boolean {
  if (/^[78]\d{10}$/.test(digits)) return true;
  if (/^7[0-9]{9}$/.test(digits)) return !/\p{L}$/u.test(before);
  return /^1[3-9]\d{9}$/.test(digits) || /^00\d{10,13}$/.test(digits);
}

const isTollFree = (digits: string) => /^[78]?800\d{7}$/.test(digits);

/** `1 250 000`: groups of three after the first, or any number that a currency follows. */
function isAmount(groups: readonly DigitGroup[], after: string): boolean {
  const thousands = groups.every((group, at) =>
    at === 0 ? group.digits.length <= 3 : group.digits.length === 3,
  );
  if (money.test(after)) return groups.length === 1 || thousands;
  return groups.length > 1 && thousands && groups.at(-1)?.digits === '000';
}

/** Budgets reach twelve digits and more; nobody's number ends in six zeros. */
function isRoundAmount(groups: readonly DigitGroup[]): boolean {
  return (
    groups.length > 2 &&
    groups.slice(-2).every((group) => group.digits === '000') &&
    groups.slice(1).every((group) => group.digits.length === 3)
  );
}
