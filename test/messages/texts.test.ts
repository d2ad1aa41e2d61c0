import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTexts, type TextTree } from '../../src/messages/texts.ts';

const read = (name: string): TextTree =>
  JSON.parse(readFileSync(new URL(`../../locales/${name}.json`, import.meta.url), 'utf8'));
const authored = { kk: read('kk'), ru: read('ru') };
const texts = createTexts(authored, (text, script) => (script === 'latn' ? text.replaceAll('а', 'a') : text));

function keysOf(tree: TextTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

const withoutPlural = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/u, '');

describe('interface texts', () => {
  it('have the same keys in both languages, plural forms apart', () => {
    const kk = new Set(keysOf(authored.kk).map(withoutPlural));
    const ru = new Set(keysOf(authored.ru).map(withoutPlural));
    expect([...kk].filter((key) => !ru.has(key))).toEqual([]);
    expect([...ru].filter((key) => !kk.has(key))).toEqual([]);
  });

  it('have every plural form that the language needs', () => {
    for (const language of ['kk', 'ru'] as const) {
      const keys = keysOf(authored[language]);
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plural = new Set(keys.filter((key) => key !== withoutPlural(key)).map(withoutPlural));
      for (const key of plural) for (const form of forms) expect(keys).toContain(`${key}_${form}`);
    }
  });

  it('decline Russian nouns after numbers', () => {
    const t = texts.for('ru');
    expect([1, 3, 90].map((count) => t('privacy.how_long', { count }))).toEqual([
      'Вопросы удаляются через 1 день.',
      'Вопросы удаляются через 3 дня.',
      'Вопросы удаляются через 90 дней.',
    ]);
  });

  it('throw on a key that does not exist instead of falling back to the other language', () => {
    expect(() => texts.for('ru')('no.such.key')).toThrow('no text "no.such.key" for ru');
  });

  it('of derived locales are converted from Kazakh', () => {
    expect(texts.for('kk-Latn')('button.leave')).toBe(texts.for('kk')('button.leave').replaceAll('а', 'a'));
  });

  it('use the same placeholders in both languages', () => {
    const placeholders = (text: string): string[] =>
      [...text.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? '').sort();
    const flat = (tree: TextTree, prefix = ''): [string, string][] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [[`${prefix}${key}`, value] as [string, string]]
          : flat(value, `${prefix}${key}.`),
      );
    const ru = new Map(flat(authored.ru));
    for (const [key, text] of flat(authored.kk)) {
      const other = ru.get(key);
      if (other !== undefined) expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
    }
  });
});
