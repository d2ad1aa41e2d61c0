import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PlaceFinder } from '../../knowledge/places/index.ts';
import { wordsOf } from '../../language/tokens.ts';
import type { FoundPlaces } from '../pipeline.ts';
import type { NamedRegion } from './scope.ts';

/** Words that may stand beside a place without making the text more than a place: «ал Қостанайда ше?». */
const smallWords = 3;

/** Finds the places of a question and names their regions. */
export function findPlacesFor(knowledge: Knowledge, find: PlaceFinder): (text: string) => FoundPlaces {
  const named = (code: string): NamedRegion[] => {
    const region = knowledge.regions.get(code);
    return region === undefined ? [] : [{ code, name: region.name }];
  };
  return (text) => {
    const { regions, ambiguous, countries } = find(text);
    const words = wordsOf(text).length;
    const inPlaces = [...regions.map((match) => match.text), ambiguous?.text ?? ''].join(' ');
    return {
      regions: regions.flatMap(({ code }) => named(code)),
      countries: countries.map(({ code }) => code),
      ambiguous:
        ambiguous === undefined ? null : { place: ambiguous.text, regions: ambiguous.regions.flatMap(named) },
      onlyPlace:
        regions.length > 0 && countries.length === 0 && words - wordsOf(inPlaces).length <= smallWords,
    };
  };
}
