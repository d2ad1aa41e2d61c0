import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PlaceFinder } from '../../knowledge/places/index.ts';
import { looseKey } from '../../language/keys/index.ts';
import { wordsOf } from '../../language/tokens.ts';
import type { FoundPlaces } from '../pipeline.ts';
import { type NamedRegion, namedRegion } from './scope.ts';

/** Words that may stand beside a place without making the text more than a place: «ал Қостанайда ше?». */
const smallWords = new Set(
  [
    'ал',
    'ше',
    'сонда',
    'бізде',
    'біздің',
    'облысы',
    'облысында',
    'қаласы',
    'қаласында',
    'ауданы',
    'ауданында',
    'а',
    'и',
    'в',
    'во',
    'на',
    'по',
    'у',
    'нас',
    'область',
    'области',
    'город',
    'городе',
    'г',
    'как',
    'что',
    'насчет',
    'қалай',
  ].map((word) => looseKey(word)),
);

/** No place named. */
export const nowhere: FoundPlaces = {
  regions: [],
  countries: [],
  regionWords: new Set(),
  countryWords: new Set(),
  ambiguous: null,
  onlyPlace: false,
};

/** Finds the places of a question and names their regions. */
export function findPlacesFor(knowledge: Knowledge, find: PlaceFinder): (text: string) => FoundPlaces {
  const named = (code: string): NamedRegion[] => namedRegion(code, knowledge.regions);
  return (text) => {
    const { regions, ambiguous, countries } = find(text);
    const inPlaces = new Set(
      wordsOf([...regions.map((match) => match.text), ambiguous?.text ?? ''].join(' ')).map((word) =>
        looseKey(word),
      ),
    );
    const others = wordsOf(text)
      .map((word) => looseKey(word))
      .filter((word) => !inPlaces.has(word) && !smallWords.has(word));
    return {
      regions: regions.flatMap(({ code }) => named(code)),
      countries: countries.map(({ code }) => code),
      ambiguous:
        ambiguous === undefined ? null : { place: ambiguous.text, regions: ambiguous.regions.flatMap(named) },
      regionWords: keysOf(regions.map((match) => match.text)),
      countryWords: keysOf(countries.filter(({ code }) => code !== 'KZ').map((match) => match.text)),
      onlyPlace: regions.length > 0 && countries.length === 0 && others.length === 0,
    };
  };
}

function keysOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(wordsOf(texts.join(' ')).map((word) => looseKey(word)));
}
