import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../language/locale.ts';
import type { Fault } from '../read-yaml.ts';

type Tree = { readonly [key: string]: string | Tree };

const plural = /_(zero|one|two|few|many|other)$/;
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Faults of the interface texts: keys that one language lacks, plural forms that its numbers need
 * (Russian one/few/many/other, Kazakh one/other), and values that only one language puts in.
 */
export function localeFaults(root: string): Fault[] {
  const faults: Fault[] = [];
  const trees = new Map<Language, Map<string, string>>();
  const lines = new Map<Language, string>();
  for (const language of languages) {
    const file = `locales/${language}.json`;
    try {
      const text = readFileSync(join(root, file), 'utf8');
      lines.set(language, text);
      trees.set(language, new Map(leaves(JSON.parse(text) as Tree, '')));
    } catch (error) {
      faults.push({
        file,
        line: 1,
        column: 1,
        key: '',
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }
  for (const language of languages) {
    const own = trees.get(language);
    const other = trees.get(language === 'kk' ? 'ru' : 'kk');
    if (own === undefined || other === undefined) continue;
    const fault = (key: string, reason: string): Fault => ({
      file: `locales/${language}.json`,
      line: lineOf(lines.get(language) ?? '', key),
      column: 1,
      key,
      reason,
    });
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set(pluralStems([...own.keys(), ...other.keys()]));
    const stemOf = (key: string) => {
      const stem = key.replace(plural, '');
      return counted.has(stem) ? stem : key;
    };
    const stems = (tree: Map<string, string>) => new Map([...tree].map(([key, text]) => [stemOf(key), text]));
    const ownStems = stems(own);
    for (const key of stems(other).keys())
      if (!ownStems.has(key)) faults.push(fault(key, 'missing in this language'));
    for (const stem of counted) {
      for (const form of needed)
        if (!own.has(`${stem}_${form}`))
          faults.push(fault(stem, `no plural form "${form}", which ${language} needs`));
      for (const form of forms)
        if (own.has(`${stem}_${form}`) && !(needed as readonly string[]).includes(form))
          faults.push(fault(`${stem}_${form}`, `${language} has no plural form "${form}"`));
    }
    for (const [key, text] of own) {
      const twin = other.get(key);
      if (twin === undefined || text === '' || stemOf(key) !== key) continue;
      const missing = values(twin).filter((value) => !values(text).includes(value));
      if (missing.length > 0)
        faults.push(fault(key, `does not use ${missing.join(', ')}, as the other language does`));
    }
  }
  return faults;
}

/** Keys that have plural forms: those with `_other`; `too_many` alone is a word, not a form. */
function pluralStems(keys: readonly string[]): string[] {
  return keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(plural, ''));
}

function leaves(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );
}

function values(text: string): string[] {
  return [...text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)].map(([value]) => value.replace(/\s/g, ''));
}

/** Line on which the last part of a key first stands after its groups. */
function lineOf(text: string, key: string): number {
  let at = 0;
  for (const part of key.split('.')) {
    const found = text.indexOf(`"${part}`, at);
    if (found < 0) break;
    at = found;
  }
  return text.slice(0, at).split('\n').length;
}
