import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  createAnalyser,
  createPassageIndex,
  type Passage,
  type PassageIndex,
  readAnalysisPolicy,
} from '../../../src/search/analysis/index.ts';

const passages: readonly Passage[] = [
  {
    id: 'quota',
    title: 'Қоныс аудару квотасы',
    text: 'Қандастарды қабылдаудың өңірлік квотасына енгізілген отбасылар біржолғы төлем алады.',
  },
  {
    id: 'terms',
    title: 'Мерзімдер',
    text: 'Шешім өтініш тіркелген күннен бастап бес жұмыс күні ішінде қабылданады.',
  },
  {
    id: 'notice',
    title: 'Уведомление',
    text: 'Принимающее лицо уведомляет о прибытии иммигранта в течение трёх рабочих дней.',
  },
  {
    id: 'fine',
    title: 'Штраф',
    text: 'За неуведомление о прибытии налагается штраф в размере десяти месячных расчётных показателей.',
  },
  { id: 'school', title: 'Мектеп', text: 'Қандастардың балалары мектепке тең құқықпен қабылданады.' },
];

let index: PassageIndex;
beforeAll(() => {
  const policy = readAnalysisPolicy();
  index = createPassageIndex(passages, createAnalyser({ policy }), policy);
});
const first = (query: string): string | undefined => index.search(query, 3)[0]?.id;

describe('the right passage comes first', () => {
  test.each([
    ['inflected otherwise', 'отбасым біржолғы төлемді қалай алады', 'quota'],
    ['in Russian letters', 'баламды мектепке кабылдай ма', 'school'],
    ['in Latin letters', 'sheshim neshe kunde qabyldanady', 'terms'],
    ['in Arabic script', 'ءوتىنىش تىركەلگەن كۇننەن باستاپ', 'terms'],
    ['in Russian', 'когда уведомить о прибытии иммигранта', 'notice'],
    ['misspelt', 'штрав за неувидомление', 'fine'],
    ['in transliterated Russian', 'kakoi shtraf', 'fine'],
  ])('%s', (_name, query, expected) => {
    expect(first(query)).toBe(expected);
  });
});

it('a passage with more of the words stands above one with the same word twice', () => {
  const ids = index.search('уведомление о прибытии штраф', 2).map(({ id }) => id);
  expect(ids).toEqual(['fine', 'notice']);
});

it('nothing in common finds nothing', () => {
  expect(index.search('xylophone', 3)).toEqual([]);
});

it('an empty question finds nothing', () => {
  expect(index.search(' ?! ', 3)).toEqual([]);
});

it('gives no more than asked for', () => {
  expect(index.search('қандас', 1)).toHaveLength(1);
});
