import type { Knowledge } from '../../knowledge/knowledge.ts';
import { languages, localeFor, scripts } from '../../language/locale.ts';
import type { ImportedPerson } from '../../store/ports/people-import.ts';

/** A line of the import file by the names of its columns. */
export type Line = Readonly<Record<string, string | undefined>>;

type Read =
  | { readonly person: ImportedPerson; readonly unknownTopics: readonly string[] }
  | { readonly fault: string };

/** One line as a person, or what is wrong with it. Values are not repeated in faults: they are about a person. */
export function readLine(line: Line, content: Pick<Knowledge, 'regions' | 'topics'>): Read {
  const field = (name: string): string => line[name] ?? '';
  const id = field('telegram_id');
  if (!/^[1-9]\d{0,15}$/.test(id)) return { fault: 'telegram_id is not a Telegram user id' };
  const language = field('language').toLowerCase();
  if (language !== '' && !isOneOf(languages, language)) return { fault: 'language is neither kk nor ru' };
  const script = field('script').toLowerCase();
  if (script !== '' && !isOneOf(scripts, script)) return { fault: 'script is not cyrl, arab or latn' };
  const region = field('region').toUpperCase();
  if (region !== '' && !content.regions.has(region)) return { fault: 'region is not a code such as KZ-75' };
  const country = field('country').toUpperCase();
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) return { fault: 'country is not a code such as CN' };
  const { on, unknown } = topicsOf(field('topics'), [...content.topics.keys()]);
  const locale = language === '' ? null : localeFor(language, script === '' ? 'cyrl' : script);
  return {
    person: {
      externalId: id,
      locale,
      script: script === '' ? null : script,
      region: region === '' ? null : region,
      country: country === '' ? null : country,
      topicsOff: on === null ? null : [...content.topics.keys()].filter((topic) => !on.has(topic)),
    },
    unknownTopics: unknown,
  };
}

/** Topics named; `null` = all. A name that begins several topics (`registration`) means all of them. */
function topicsOf(
  text: string,
  known: readonly string[],
): { on: ReadonlySet<string> | null; unknown: readonly string[] } {
  const named = text.split(/[\s|;,]+/u).filter((name) => name !== '');
  const on = new Set<string>();
  const unknown: string[] = [];
  for (const name of named) {
    const fitting = known.filter((topic) => topic === name || topic.startsWith(`${name}_`));
    if (fitting.length === 0) unknown.push(name);
    for (const topic of known.includes(name) ? [name] : fitting) on.add(topic);
  }
  return { on: on.size === 0 ? null : on, unknown };
}

/** Narrows a text to one of a closed list. */
export function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
