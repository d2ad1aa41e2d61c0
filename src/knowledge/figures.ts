import type { Language } from '../language/locale.ts';
import type { Figure, FiguresFile } from './schema/figures.ts';

/** What a fill needs: the figures, and the day the answer speaks of (`2026-11-21`, Almaty). */
export interface FillContext {
  readonly date: string;
  readonly figures: FiguresFile;
}

/** A `{{name|filter}}` of a text. */
export interface Placeholder {
  readonly name: string;
  readonly filter?: string;
}

const pattern = /\{\{\s*([a-z0-9_]+(?:\.[a-z0-9_]+)*)\s*(?:\|\s*([a-z]+)\s*)?\}\}/g;
const words = { kk: { mrp: 'АЕК', tenge: 'теңге' }, ru: { mrp: 'МРП', tenge: 'тенге' } } as const;
const space = '\u00a0';

/**
 * Puts figures into a text: `{{aid.relocation_per_person}}` becomes «70 АЕК (302 750 теңге)».
 *
 * Filters: `tenge` the sum, `mrp` the multiple, `number` the bare number, `unit` a count with its unit.
 * `{{mrp}}` is the index of the year, `{{mrp.2025}}` of a named year. When the index of the year of the
 * question is not in force yet, the last known one is used and its year is said: nothing is guessed.
 *
 * @throws Error on an unknown name, a filter that does not fit, or braces that are no placeholder
 */
export function fillFigures(text: string, language: Language, context: FillContext): string {
  const filled = text.replace(pattern, (_, name: string, filter?: string) =>
    render(name, filter, language, context),
  );
  if (filled.includes('{{') || filled.includes('}}'))
    throw new Error(`figures: braces that name no figure in "${text.slice(0, 80)}"`);
  return filled;
}

/** Placeholders of a text in their order. */
export function placeholdersOf(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map(([, name = '', filter]) =>
    filter === undefined ? { name } : { name, filter },
  );
}

/** The index of a year in tenge; absent when no budget law has set it. */
export function mrpOf(year: number, { mrp }: FiguresFile): number | undefined {
  return mrp[String(year)]?.tenge;
}

const numberFormat = { maximumFractionDigits: 2, useGrouping: true } as const;
/** Made once: making a formatter costs far more than using it. */
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  kk: new Intl.NumberFormat('kk', numberFormat),
  ru: new Intl.NumberFormat('ru', numberFormat),
};

/** A number as a language writes it, with spaces that do not break. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value).replace(/[\s\u202f]/gu, space);
}

function render(name: string, filter: string | undefined, language: Language, context: FillContext): string {
  if (name === 'mrp' || /^mrp\.\d{4}$/.test(name)) {
    const { tenge, said } = indexFor(Number(name.slice(4) || context.date.slice(0, 4)), language, context);
    if (filter === 'number') return formatNumber(tenge, language);
    return `${sum(tenge, language)}${said === '' ? '' : ` (${said})`}`;
  }
  const figure = context.figures.figures[name];
  if (figure === undefined) throw new Error(`figures: unknown figure "${name}"`);
  if (figure.mrp !== undefined) return multiple(figure, figure.mrp, name, filter, language, context);
  if (figure.tenge !== undefined) {
    if (filter === 'number') return formatNumber(figure.tenge, language);
    if (filter === undefined || filter === 'tenge') return sum(figure.tenge, language);
  }
  if (figure.count !== undefined) {
    const number = formatNumber(figure.count, language);
    if (filter === undefined || filter === 'number') return number;
    if (filter === 'unit' && figure.unit !== undefined) {
      const unit = figure.unit[language];
      return unit === '%' ? `${number}${language === 'ru' ? space : ''}%` : `${number}${space}${unit}`;
    }
  }
  throw new Error(`figures: "${name}" cannot be shown with the filter "${filter}"`);
}

function multiple(
  figure: Figure,
  mrp: number,
  name: string,
  filter: string | undefined,
  language: Language,
  context: FillContext,
): string {
  const bare = `${formatNumber(mrp, language)}${space}${words[language].mrp}`;
  if (filter === 'mrp') return bare;
  if (filter === 'number') return formatNumber(mrp, language);
  if (filter !== undefined && filter !== 'tenge')
    throw new Error(`figures: "${name}" cannot be shown with the filter "${filter}"`);
  const { tenge, said } = indexFor(figure.year ?? Number(context.date.slice(0, 4)), language, context);
  const amount = sum(Math.round(mrp * tenge * 100) / 100, language);
  if (filter === 'tenge') return said === '' ? amount : `${amount} (${said})`;
  return said === '' ? `${bare} (${amount})` : `${bare} (${said} ${amount})`;
}

/** The index of a year, or the nearest known one with words that say whose it is. */
function indexFor(
  year: number,
  language: Language,
  { figures }: FillContext,
): { tenge: number; said: string } {
  const tenge = mrpOf(year, figures);
  if (tenge !== undefined) return { tenge, said: '' };
  const known = Object.keys(figures.mrp)
    .map(Number)
    .sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0];
  const value = known === undefined ? undefined : mrpOf(known, figures);
  if (known === undefined || value === undefined) throw new Error('figures: no index of any year is known');
  return { tenge: value, said: language === 'kk' ? `${known} жылғы АЕК бойынша` : `по МРП ${known} года` };
}

function sum(tenge: number, language: Language): string {
  return `${formatNumber(tenge, language)}${space}${words[language].tenge}`;
}
