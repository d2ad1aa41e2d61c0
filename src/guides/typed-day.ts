import { addDays } from '../knowledge/almaty-time.ts';
import type { GuideStep } from '../knowledge/schema/guide.ts';
import { looseKey } from '../language/keys/index.ts';
import { typedDate } from '../language/typed-date.ts';
import type { Typed } from './typed.ts';
import { dateState } from './values.ts';

/** «мен», «из», «да»: words that say nothing beside an answer. */
export const mostSmallWord = 3;

/** Words that belong to a date and say nothing beside it. */
const datePart = new Set(
  ['жыл', 'жылы', 'жылғы', 'жылдың', 'год', 'года', 'году', 'күн', 'күні', 'айының', 'день', 'число'].map(
    (word) => looseKey(word),
  ),
);
/** Words beside a day of a month that nobody named. */
const monthDay = new Set(
  [
    'осы',
    'өткен',
    'айдың',
    'күні',
    'числа',
    'число',
    'го',
    'сі',
    'сы',
    'інде',
    'ында',
    'этого',
    'прошлого',
    'месяца',
  ].map((word) => looseKey(word)),
);
const weekdayKeys = [
  'дүйсенбі',
  'сейсенбі',
  'сәрсенбі',
  'бейсенбі',
  'жексенбі',
  'понедельник',
  'вторник',
  'четверг',
  'пятниц',
  'суббот',
  'воскресень',
].map((word) => looseKey(word));

/** Reads a typed text as the day a step asks for. What is meant as a day and is none is told so. */
export function typedDay(
  step: Extract<GuideStep, { kind: 'date' }>,
  text: string,
  words: readonly string[],
  today: string,
): Typed {
  const found = typedDate(dotted(text), today);
  if (found === null)
    return meantAsDay(text, words) ? { type: 'unclear', key: 'date', values: {} } : { type: 'question' };
  // Words without which the day stays the same are beside it; one is «келдім», two are another matter.
  const beside = words.filter((word) => {
    const without = words.filter((other) => other !== word).join(' ');
    const tells = word.length > mostSmallWord && !/\d/u.test(word) && !datePart.has(looseKey(word));
    return tells && typedDate(without, today)?.date === found.date;
  });
  if (beside.length > 1) return { type: 'question' };
  if (found.precision !== 'day') return { type: 'unclear', key: 'month', values: {} };
  const state = dateState(step, found.date, today);
  if (state === 'too_early')
    return { type: 'unclear', key: 'early', values: { date: addDays(today, -step.past) } };
  if (state === 'too_late')
    return { type: 'unclear', key: 'late', values: { date: addDays(today, step.future) } };
  return { type: 'answer', value: found.date };
}

/** Figures however they are parted («12/11», «12 11 2026», «12, 11», «12112026») as a date with dots. */
function dotted(text: string): string {
  const parts =
    /^(\d{1,2})\s*[.,/\s-]\s*(\d{1,2})(?:\s*[.,/\s-]\s*(\d{4}|\d{2}))?\.?$/u.exec(text) ??
    /^(\d\d)(\d\d)(20\d\d)$/u.exec(text);
  return parts === null ? text : parts.slice(1).filter(Boolean).join('.');
}

/** Figures alone (31.02, 45.11), «12 числа», «12-сі», «в понедельник»: a day, but not which one. */
function meantAsDay(text: string, words: readonly string[]): boolean {
  if (/^[\d\s.,/-]+$/u.test(text)) return true;
  const rest = words.filter((word) => !/^\d{1,2}\p{L}{0,5}$/u.test(word));
  const numbered = rest.length < words.length;
  return numbered
    ? rest.every((word) => monthDay.has(looseKey(word)))
    : words.some((word) => weekdayKeys.some((key) => looseKey(word).startsWith(key)));
}
