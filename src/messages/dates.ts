import { type Locale, scriptOf } from '../language/locale.ts';

const kazakhMonths = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
] as const;

/** Making a formatter costs a hundred times more than using it, and an answer has a dozen dates. */
const russian = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * An ISO date as people read it: «2024 жылғы 29 наурыз», «29 марта 2024 года». Kazakh is
 * built here because Intl gives «2024 ж. 29 наурыз», which no act writes; Russian is Intl's.
 * `convert` brings Kazakh into the reader's script.
 */
export function formatDate(
  iso: string,
  locale: Locale,
  convert: (text: string, locale: Locale) => string,
): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(day)) return iso;
  if (locale === 'ru') {
    const date = new Date(Date.UTC(year, month - 1, day));
    return russian.format(date).replace(/ г\.$/u, ' года');
  }
  const text = `${year} жылғы ${day} ${kazakhMonths[month - 1] ?? ''}`;
  return scriptOf(locale) === 'cyrl' ? text : convert(text, locale);
}
