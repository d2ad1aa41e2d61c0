import { describe, expect, it } from 'vitest';
import { createCore } from '../../src/core.ts';

const { answerer } = createCore({ clock: { now: () => new Date('2026-11-21T06:00:00Z') } });
const kindOf = (text: string): string => answerer.ask({ text }).kind;

describe('a request for a forged paper or a bribe', () => {
  it.each([
    'помогите сделать липовую прописку',
    'где купить прописку',
    'ақша берсем қандас куәлігін тездетіп бересің бе',
  ])('is refused: %s', (text) => {
    expect(kindOf(text)).toBe('refused');
  });

  it.each(['сколько стоит печать у нотариуса', 'регистрация бульдога у нотариуса сколько стоит печать'])(
    'is not seen in an innocent question that is not for us: %s',
    (text) => {
      expect(kindOf(text)).not.toBe('refused');
    },
  );
});
