import { type Placeholder, placeholdersOf } from '../figures.ts';
import type { Fault, Path, YamlFile } from '../read-yaml.ts';

/** Lists in which people's own words stand: they need not say the same in both languages. */
const free = new Set([
  'questions',
  'triggers',
  'examples',
  'words',
  'replies',
  'synonyms',
  'abbreviations',
  'unit',
]);

/** Below these the two sides are one text or list in two languages. */
interface Pair {
  readonly path: Path;
  readonly kk: string;
  readonly ru: string;
}

/**
 * Faults where Kazakh and Russian do not say the same: numbers (and so dates and clauses), links,
 * addresses and figures must be the same ones, as often, in each pair of texts.
 */
export function parityFaults(file: Pick<YamlFile<unknown>, 'value' | 'fault'>): Fault[] {
  return pairsOf(file.value, []).flatMap(({ path, kk, ru }) =>
    [
      difference('numbers', numbersOf(kk), numbersOf(ru)),
      difference('links', linksOf(kk), linksOf(ru)),
      difference('figures', placeholdersOf(kk).map(shown), placeholdersOf(ru).map(shown)),
    ]
      .filter((reason) => reason !== undefined)
      .map((reason) => file.fault(path, reason)),
  );
}

/** Every pair of texts below a value. */
export function pairsOf(value: unknown, path: Path): Pair[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pairsOf(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  const { kk, ru } = value as { kk?: unknown; ru?: unknown };
  if (typeof kk === 'string' && typeof ru === 'string') return [{ path, kk, ru }];
  if (Array.isArray(kk) && Array.isArray(ru))
    return kk.flatMap((text, index) =>
      typeof text === 'string' && typeof ru[index] === 'string'
        ? [{ path: [...path, 'kk', index], kk: text, ru: ru[index] }]
        : [],
    );
  return Object.entries(value).flatMap(([key, item]) => (free.has(key) ? [] : pairsOf(item, [...path, key])));
}

/** Numbers of a text, in any order: word order differs between the languages. */
export function numbersOf(text: string): string[] {
  const bare = text.replace(/\{\{[^}]*\}\}/g, ' ').replace(link, ' ');
  return [...bare.matchAll(/\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*/g)].map(([number]) =>
    number.replace(/[ \u00a0\u202f]/g, '').replaceAll(',', '.'),
  );
}

const link = /(?:https?:\/\/|www\.)[^\s)»"]+|[a-z0-9.-]+\.(?:kz|com|org|ru)(?:\/[^\s)»"]*)?/giu;

function linksOf(text: string): string[] {
  return [...text.matchAll(link)].map(([found]) => found.replace(/[.,;:]+$/, '').toLowerCase());
}

function shown({ name, filter }: Placeholder): string {
  return filter === undefined ? name : `${name}|${filter}`;
}

function difference(what: string, kk: string[], ru: string[]): string | undefined {
  const onlyKk = without(kk, ru);
  const onlyRu = without(ru, kk);
  if (onlyKk.length === 0 && onlyRu.length === 0) return undefined;
  const say = (side: string, list: string[]) =>
    list.length === 0 ? [] : [`only in ${side}: ${list.join(', ')}`];
  return `${what} differ between the languages: ${[...say('kk', onlyKk), ...say('ru', onlyRu)].join('; ')}`;
}

/** Items of a list that another lacks, each occurrence counted. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
