import { describe, expect, it } from 'vitest';
import { looseKey } from '../../src/language/keys/index.ts';
import { withoutFillers } from '../../src/search/fillers.ts';

const words = (text: string) =>
  text.split(' ').map((surface) => ({ surface, stems: [surface], loose: looseKey(surface) }));
const strip = withoutFillers({ kk: ['сәлем'], ru: ['блин', 'подскажите'] });
const left = (text: string) => strip(words(text)).map(({ surface }) => surface);

describe('fillers', () => {
  it('are left out of a question', () => {
    expect(left('блин подскажите где взять справку')).toEqual(['где', 'взять', 'справку']);
  });

  it('are known in any spelling', () => {
    expect(left('salem qandas qujattary qandai')).toEqual(['qandas', 'qujattary', 'qandai']);
  });

  it('stay when little else is said', () => {
    expect(left('сәлем бауырым')).toEqual(['сәлем', 'бауырым']);
  });
});
