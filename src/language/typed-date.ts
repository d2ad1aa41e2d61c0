import { looseKey } from './keys/index.ts';
import { wordsOf } from './tokens.ts';

/** A day found in a text. `month` and `year`: only that much was said; the day is the first. */
export interface TypedDate {
  /** ISO date. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
}

const monthNames = [
  ['қаңтар', 'январь', 'января', 'январе', 'янв'],
  ['ақпан', 'февраль', 'февраля', 'феврале', 'февр'],
  ['наурыз', 'март', 'марта', 'марте'],
  ['сәуір', 'апрель', 'апреля', 'апреле', 'апр'],
  ['мамыр', 'май', 'мая', 'мае'],
  ['маусым', 'июнь', 'июня', 'июне'],
  ['шілде', 'июль', 'июля', 'июле'],
  ['тамыз', 'август', 'августа', 'августе', 'авг'],
  ['қыркүйек', 'сентябрь', 'сентября', 'сентябре', 'сент'],
  ['қазан', 'октябрь', 'октября', 'октябре', 'окт'],
  ['қараша', 'ноябрь', 'ноября', 'ноябре', 'нояб'],
  ['желтоқсан', 'декабрь', 'декабря', 'декабре', 'дек'],
] as const;

/** Months by script-neutral key: «кыркуйек», "qyrkuiek" and «қыркүйекте» are one. */
const months = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [looseKey(name), index + 1] as const)),
);

/** Days from today by everyday words. */
const relative = new Map(
  (
    [
      ['бүгін', 0],
      ['сегодня', 0],
      ['кеше', -1],
      ['вчера', -1],
      ['алдыңгүні', -2],
      ['позавчера', -2],
      ['ертең', 1],
      ['завтра', 1],
      ['бүрсігүні', 2],
      ['послезавтра', 2],
    ] as const
  ).map(([word, days]) => [looseKey(word), days] as const),
);

/** Two words that are one day together: «алдыңғы күні». */
const relativePairs = new Map(
  (
    [
      ['алдыңғы', -2],
      ['арғы', -2],
      ['бүрсі', 2],
    ] as const
  ).map(([word, days]) => [looseKey(word), days] as const),
);
const dayWords = new Set(['күні', 'күн'].map((word) => looseKey(word)));
const ago = looseKey('тому');

const numerals = new Map(
  (
    [
      ['бір', 1],
      ['екі', 2],
      ['үш', 3],
      ['төрт', 4],
      ['бес', 5],
      ['алты', 6],
      ['жеті', 7],
      ['сегіз', 8],
      ['тоғыз', 9],
      ['он', 10],
      ['один', 1],
      ['одну', 1],
      ['два', 2],
      ['две', 2],
      ['три', 3],
      ['четыре', 4],
      ['пять', 5],
      ['шесть', 6],
      ['семь', 7],
      ['восемь', 8],
      ['девять', 9],
      ['десять', 10],
    ] as const
  ).map(([word, value]) => [looseKey(word), value] as const),
);

const unitDays = new Map(
  (
    [
      ['күн', 1],
      ['день', 1],
      ['дня', 1],
      ['дней', 1],
      ['апта', 7],
      ['неделя', 7],
      ['неделю', 7],
      ['недели', 7],
      ['недель', 7],
      ['ай', 30],
      ['месяц', 30],
      ['месяца', 30],
      ['месяцев', 30],
    ] as const
  ).map(([word, value]) => [looseKey(word), value] as const),
);

const backwards = new Set(['бұрын', 'назад'].map((word) => looseKey(word)));
const forwards = new Set(['кейін', 'соң'].map((word) => looseKey(word)));
const ablatives = ['нан', 'нен', 'дан', 'ден', 'тан', 'тен'].map((suffix) => looseKey(suffix));
const through = looseKey('через');

/**
 * The first day a text names, as people type it: `12.11`, `12.11.2026`, `2026-11-12`, «12 қараша», «20 июня 2026»,
 * «в мае 2025», «2024 жылы», «кеше», «вчера», «3 күн бұрын», «через неделю». Any script and spelling (the text is
 * compared by script-neutral keys). A day without a year is the nearest one not more than two months ahead: people
 * name days that were. Impossible days (31.02) are no dates. `null` when none is named.
 */
export function typedDate(text: string, today: string): TypedDate | null {
  return numeric(text, today) ?? namedMonth(text, today) ?? everyday(text, today) ?? yearOnly(text);
}

function numeric(text: string, today: string): TypedDate | null {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text);
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const full = /(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/u.exec(text);
  if (full !== null) {
    const year = Number(full[3]);
    return day(year < 100 ? 2000 + year : year, Number(full[2]), Number(full[1]));
  }
  const short = /(?<![\d./-])(\d{1,2})\.(\d{1,2})(?![\d./-])/u.exec(text);
  return short === null ? null : withoutYear(Number(short[2]), Number(short[1]), today);
}

function namedMonth(text: string, today: string): TypedDate | null {
  const words = wordsOf(text);
  for (const [index, word] of words.entries()) {
    const month = monthOf(word);
    if (month === undefined) continue;
    const around = [words[index - 1], words[index + 1], words[index - 2], words[index + 2], words[index - 3]];
    const numbers = around.map((each) => Number.parseInt(each ?? '', 10));
    const year = numbers.find((number) => number >= 1900 && number <= 2100);
    const number = numbers.find((each) => each >= 1 && each <= 31);
    if (number !== undefined)
      return year === undefined ? withoutYear(month, number, today) : day(year, month, number);
    // Қазан is a month and a city: a bare name is no date, «қазанда», «в октябре» and «қазан 2025» are.
    const bare = year === undefined && months.has(looseKey(word)) && words[index - 1]?.toLowerCase() !== 'в';
    if (bare) continue;
    const first = year === undefined ? withoutYear(month, 1, today) : day(year, month, 1);
    return first === null ? null : { ...first, precision: 'month' };
  }
  return null;
}

/** «май» is a month; «майлы» (oily) is not: a longer word must be one of a month's case forms. */
function monthOf(word: string): number | undefined {
  const key = looseKey(word);
  const exact = months.get(key);
  if (exact !== undefined) return exact;
  for (const [name, month] of months) {
    if (name.length >= 4 && key.startsWith(name) && key.length - name.length <= 4) return month;
  }
  return undefined;
}

function everyday(text: string, today: string): TypedDate | null {
  const keys = wordsOf(text).map((word) => looseKey(word));
  for (const key of keys) {
    const days = relative.get(key);
    if (days !== undefined) return move(today, days);
  }
  for (const [index, key] of keys.entries()) {
    const days = relativePairs.get(key);
    if (days !== undefined && dayWords.has(keys[index + 1] ?? '')) return move(today, days);
  }
  for (const [index, key] of keys.entries()) {
    const unit = [key, ...withoutAblative(key)].map((each) => unitDays.get(each)).find((days) => days);
    if (unit === undefined) continue;
    const count = numberOf(keys[index - 1]) ?? 1;
    const next = (keys[index + 1] === ago ? keys[index + 2] : keys[index + 1]) ?? '';
    if (backwards.has(next)) return move(today, -count * unit);
    if (forwards.has(next) || keys[index - 1] === through || keys[index - 2] === through)
      return move(today, count * unit);
  }
  return null;
}

/**
 * «екі аптадан кейін»: the unit stands in the ablative. Keys are script-neutral, so the suffix is cut by its own key; a
 * key writes a double letter once («күннен»), so the letter may belong to both.
 */
function withoutAblative(key: string): string[] {
  const suffix = ablatives.find((each) => key.endsWith(each));
  return suffix === undefined ? [] : [key.slice(0, -suffix.length), key.slice(0, 1 - suffix.length)];
}

function yearOnly(text: string): TypedDate | null {
  const year = /(?<!\d)(20[12]\d)(?!\d)(?=\s*(?:-?\s*)?(?:жыл|жил|год|г\.|г |zhyl|jyl|جىل))/iu.exec(text);
  return year === null ? null : { date: `${year[1]}-01-01`, precision: 'year' };
}

function numberOf(key: string | undefined): number | undefined {
  if (key === undefined) return undefined;
  const digits = Number.parseInt(key, 10);
  return Number.isNaN(digits) ? numerals.get(key) : digits;
}

function withoutYear(month: number, date: number, today: string): TypedDate | null {
  const latest = move(today, 61).date;
  const year = Number(today.slice(0, 4)) + 1;
  for (const candidate of [year, year - 1, year - 2]) {
    const found = day(candidate, month, date);
    if (found !== null && found.date <= latest) return found;
  }
  return null;
}

function day(year: number, month: number, date: number): TypedDate | null {
  const made = new Date(Date.UTC(year, month - 1, date));
  const exists =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return exists ? { date: made.toISOString().slice(0, 10), precision: 'day' } : null;
}

function move(today: string, days: number): TypedDate {
  const made = new Date(`${today}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + days);
  return { date: made.toISOString().slice(0, 10), precision: 'day' };
}
