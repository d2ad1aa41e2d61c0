import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');

/** The core: what an answer is made of. It must run without Telegram, HTTP or a database. */
const core = ['language', 'knowledge', 'messages', 'search', 'answer', 'duties', 'guides'];

/** Of Node: reading content files, hashing and unpacking them, a package loaded late. No network, no processes. */
const allowedOfNode = ['node:fs', 'node:path', 'node:crypto', 'node:url', 'node:zlib', 'node:module'];

/** Packages the core may use. */
const allowedPackages = ['minisearch', 'i18next', 'js-yaml', 'yaml', 'zod', '@orama/stemmers'];

function filesOf(folder: string): string[] {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(source, folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
}

describe('the core', () => {
  for (const folder of core) {
    it(`${folder} imports nothing outside the core`, () => {
      const faults: string[] = [];
      for (const file of filesOf(folder)) {
        for (const name of importsOf(file)) {
          if (name.startsWith('.')) {
            const [top = ''] = relative(source, resolve(file, '..', name)).split(/[\\/]/u);
            if (!core.includes(top)) faults.push(`${relative(source, file)} imports ${name}`);
          } else if (!allowedOfNode.includes(name)) {
            const known = allowedPackages.some(
              (allowed) => name === allowed || name.startsWith(`${allowed}/`),
            );
            if (!known) faults.push(`${relative(source, file)} imports ${name}`);
          }
        }
      }
      expect(faults).toEqual([]);
    });
  }
});

describe('the language folder', () => {
  it('imports nothing of the product outside itself', () => {
    const outside = filesOf('language').flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(source, resolve(file, '..', name)))
        .filter((path) => !path.startsWith('language')),
    );
    expect(outside).toEqual([]);
  });
});

/** What both faces share: it may not know one of them. */
const shared = [
  'announcements',
  'checklists',
  'conversation',
  'delivery',
  'desk',
  'duties',
  'privacy',
  'reminders',
  'reviews',
  'staff',
  'statistics',
];

describe('what the faces share', () => {
  for (const folder of shared) {
    it(`${folder} imports neither face`, () => {
      const faults = filesOf(folder).flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.') || ['grammy', 'fastify'].includes(name))
          .map((name) => (name.startsWith('.') ? relative(source, resolve(file, '..', name)) : name))
          .filter((path) => /^(telegram|web|app|commands|grammy|fastify)(\/|$)/u.test(path)),
      );
      expect(faults).toEqual([]);
    });
  }
});
