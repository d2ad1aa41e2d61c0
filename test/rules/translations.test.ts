import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../src/knowledge/rules/load-rules.ts';

const { documents } = loadRules(fileURLToPath(new URL('../../content/rules', import.meta.url)));
const numbers = (text: string) => [...text.matchAll(/\d+/gu)].map(([number]) => number).sort();
const lines = (text: string) => text.split('\n').length;
const kazakh = /[әғқңөұүһі]/iu;

describe.each(documents.map((document) => [document.id, document] as const))(
  'translation of %s',
  (_, document) => {
    const citable = document.parts.filter((part) => part.id !== undefined);

    it('stands beside every part that can be cited', () => {
      expect(citable.filter((part) => part.translation === undefined)).toEqual([]);
    });

    it.each(citable.map((part) => [part.id, part] as const))('of %s has the same numbers', (_id, part) => {
      expect(numbers(part.translation ?? '')).toEqual(numbers(part.official));
    });

    it('keeps the items of a clause on lines of their own', () => {
      const unlike = citable.filter((part) => lines(part.translation ?? '') !== lines(part.official));
      expect(unlike.map((part) => part.id)).toEqual([]);
    });

    it('is in the other language', () => {
      const official = document.official_language === 'kk';
      for (const part of citable) {
        expect(kazakh.test(part.official), `${part.id} official`).toBe(official);
        const withoutNames = (part.translation ?? '').replaceAll('Ата жолы', '');
        expect(kazakh.test(withoutNames), `${part.id} translation`).toBe(!official);
      }
    });
  },
);
