import { formatNumber, mrpOf } from '../knowledge/figures.ts';
import type { Confidence, Localized } from '../knowledge/schema/common.ts';
import type { Figure, FiguresFile } from '../knowledge/schema/figures.ts';
import type { SourceRef } from '../knowledge/schema/source.ts';
import type { Language } from '../language/locale.ts';

/** What sums are computed from: the figures, and the day the answer speaks of (`2026-11-21`, Almaty). */
export interface MoneyContext {
  readonly figures: FiguresFile;
  readonly date: string;
}

/** The monthly index of a year. */
export interface IndexUsed {
  readonly year: number;
  readonly tenge: number;
  /** False: the index of the year asked for is not known, this is the nearest year's. */
  readonly ofYear: boolean;
}

/** A sum with the way to it. */
export interface Sum {
  readonly tenge: number;
  /** How many indices it is; `null` for a sum set in tenge. */
  readonly multiples: number | null;
  /** The index it was computed with; `null` for a sum set in tenge. */
  readonly index: IndexUsed | null;
  /** «70 АЕК × 4 адам = 280 АЕК = 1 211 000 теңге (2026 жылғы АЕК — 4 325 теңге)». */
  readonly formula: Localized;
  readonly confidence: Confidence;
  /** What is to be said beside it: doubts of the figure, an index of another year, a limit reached. */
  readonly notes: readonly Localized[];
  readonly sources: readonly SourceRef[];
}

/** A sum, or why there is none: the rule does not hold on that day, or no figure of that name is known. */
export type MoneyResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'not_in_force' | 'not_known' };

interface Times {
  readonly count: number;
  readonly unit: Localized;
}

const words = { kk: { mrp: 'АЕК', tenge: 'теңге' }, ru: { mrp: 'МРП', tenge: 'тенге' } } as const;
const people: Localized = { kk: 'адам', ru: 'чел.' };
const month: Localized = { kk: 'ай', ru: 'мес.' };
const space = '\u00a0';

/**
 * One-time relocation aid of a family of 1 to 30.
 *
 * @throws RangeError when the number of people is not a whole number within the limits
 */
export function relocationAid(family: number, context: MoneyContext): MoneyResult<Sum> {
  whole(family, 30, 'people');
  return sumOf('aid.relocation_per_person', context, { count: family, unit: people });
}

/**
 * Aid for rent over 1 to 60 months: the least and the most. It is paid for `aid.rent_months` at most; more months
 * are counted as that many, and a note says so.
 *
 * @throws RangeError when the number of months is not a whole number within the limits
 */
export function rentAid(
  months: number,
  context: MoneyContext,
): MoneyResult<{ readonly least: Sum; readonly most: Sum }> {
  whole(months, 60, 'months');
  const limit = context.figures.figures['aid.rent_months']?.count;
  if (limit === undefined) return { ok: false, reason: 'not_known' };
  const paid = { count: Math.min(months, limit), unit: month };
  const least = sumOf('aid.rent_month_min', context, paid);
  const most = sumOf('aid.rent_month_max', context, paid);
  if (!least.ok) return least;
  if (!most.ok) return most;
  const capped: Localized[] =
    months > limit
      ? [
          {
            kk: `Жалдау субсидиясы ең көбі ${limit} айға төленеді.`,
            ru: `Аренду оплачивают не больше ${limit} мес.`,
          },
        ]
      : [];
  const noted = (sum: Sum): Sum => ({ ...sum, notes: [...sum.notes, ...capped] });
  return { ok: true, value: { least: noted(least.value), most: noted(most.value) } };
}

/** The highest a certificate of economic mobility can be. */
export function certificateCeiling(context: MoneyContext): MoneyResult<Sum> {
  return sumOf('certificate.max', context);
}

/**
 * Income tax a labour immigrant pays in advance for a permit of 1 to 12 months. The index is that of 1 January of the year of
 * `date`.
 *
 * @throws RangeError when the number of months is not a whole number within the limits
 */
export function labourTax(months: number, context: MoneyContext): MoneyResult<Sum> {
  whole(months, 12, 'months');
  return sumOf('tax.labour_immigrant_month', context, { count: months, unit: month });
}

/** A fine by the name of its figure (`DutyLine.fine` names them). */
export function fineSum(name: string, context: MoneyContext): MoneyResult<Sum> {
  return sumOf(name, context);
}

function sumOf(name: string, context: MoneyContext, times?: Times): MoneyResult<Sum> {
  const year = Number(context.date.slice(0, 4));
  const all = context.figures.figures;
  // A past year's own figure (`aid.rent_month_min.2025`) stands before the running one.
  const figure = all[`${name}.${year}`] ?? all[name];
  if (figure === undefined) return { ok: false, reason: 'not_known' };
  if ((figure.valid_from ?? '') > context.date || context.date > (figure.valid_to ?? '9999'))
    return { ok: false, reason: 'not_in_force' };
  if (figure.tenge !== undefined) return { ok: true, value: absolute(figure, figure.tenge, times) };
  const index = indexFor(figure.year ?? year, context.figures);
  if (figure.mrp === undefined || index === undefined) return { ok: false, reason: 'not_known' };
  const multiples = cents(figure.mrp * (times?.count ?? 1));
  const tenge = cents(multiples * index.tenge);
  const formula = (language: Language): string => {
    const mrp = (value: number) => amount(value, words[language].mrp, language);
    const money = (value: number) => amount(value, words[language].tenge, language);
    const product =
      times === undefined
        ? mrp(multiples)
        : `${mrp(figure.mrp ?? 0)} × ${amount(times.count, times.unit[language], language)} = ${mrp(multiples)}`;
    const said =
      language === 'kk'
        ? `${index.year} жылғы АЕК — ${money(index.tenge)}`
        : `МРП ${index.year} года — ${money(index.tenge)}`;
    return `${product} = ${money(tenge)} (${said})`;
  };
  return {
    ok: true,
    value: {
      tenge,
      multiples,
      index,
      formula: { kk: formula('kk'), ru: formula('ru') },
      confidence: figure.confidence,
      notes: [...doubts(figure), ...(index.ofYear ? [] : [otherYear(figure.year ?? year, index.year)])],
      sources: figure.sources,
    },
  };
}

function absolute(figure: Figure, each: number, times: Times | undefined): Sum {
  const tenge = cents(each * (times?.count ?? 1));
  const formula = (language: Language): string => {
    const money = (value: number) => amount(value, words[language].tenge, language);
    return times === undefined
      ? money(tenge)
      : `${money(each)} × ${amount(times.count, times.unit[language], language)} = ${money(tenge)}`;
  };
  return {
    tenge,
    multiples: null,
    index: null,
    formula: { kk: formula('kk'), ru: formula('ru') },
    confidence: figure.confidence,
    notes: doubts(figure),
    sources: figure.sources,
  };
}

/** A figure no act or state body stands behind is never said bare. */
function doubts({ confidence, note }: Figure): Localized[] {
  const own = note === undefined ? [] : [note];
  if (confidence === 'high') return own;
  return [
    ...own,
    confidence === 'medium'
      ? {
          kk: 'Мөлшері жаңалықтардан немесе ескі беттен алынған, 1414 нөмірінен нақтылаңыз.',
          ru: 'Размер взят из новостей или старой страницы, уточните по номеру 1414.',
        }
      : {
          kk: 'Мөлшері бір ғана сенімсіз дереккөзден алынған: оған сүйенбей, 1414 нөмірінен нақтылаңыз.',
          ru: 'Размер из единственного ненадёжного источника: не полагайтесь на него, уточните по номеру 1414.',
        },
  ];
}

function otherYear(asked: number, used: number): Localized {
  return {
    kk: `${asked} жылғы АЕК бізге белгісіз, сома ${used} жылғы АЕК бойынша есептелді.`,
    ru: `МРП ${asked} года нам не известен, посчитано по МРП ${used} года.`,
  };
}

function indexFor(year: number, figures: FiguresFile): IndexUsed | undefined {
  const own = mrpOf(year, figures);
  if (own !== undefined) return { year, tenge: own, ofYear: true };
  const nearest = Object.keys(figures.mrp)
    .map(Number)
    .sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0];
  const tenge = nearest === undefined ? undefined : mrpOf(nearest, figures);
  return nearest === undefined || tenge === undefined ? undefined : { year: nearest, tenge, ofYear: false };
}

function whole(value: number, most: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new RangeError(`${what} must be a whole number from 1 to ${most}, got ${value}`);
}

function amount(value: number, unit: string, language: Language): string {
  return `${formatNumber(value, language)}${space}${unit}`;
}

/** Two decimals: multiples such as 0.2 must not leave traces of binary fractions. */
function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
