import type { Fault, YamlFile } from '../read-yaml.ts';
import { textsOf } from '../references.ts';

const amount =
  /\d[\d \u00a0\u202f.,]*(?:мың|млн|миллион|млрд|тыс\.?|тысяч[иа]?)?[ \u00a0]*(?:теңге|тенге|тг\b|₸|KZT|АЕК|МРП|айлық есептік|месячн\p{L}+ расч)/giu;

/** Where people's own words stand. */
const spoken = new Set<string | number>(['questions', 'synonyms', 'abbreviations']);

/** «1 АЕК» explains what the index is and never changes. */
const one = /^1[ \u00a0]*(?:АЕК|МРП|айлық|месячн)/iu;

/**
 * Faults where an amount is typed in prose. A typed amount is wrong from the next 1 January, and
 * nobody finds all the places: a figure is named instead. Wordings of questions may hold amounts.
 */
export function amountFaults(file: Pick<YamlFile<unknown>, 'value' | 'fault'>): Fault[] {
  return textsOf(file.value).flatMap(({ path, text }) =>
    path.some((key) => spoken.has(key))
      ? []
      : [...text.matchAll(amount)]
          .filter(([found]) => !one.test(found))
          .map(([found]) =>
            file.fault(
              path,
              `amount typed in prose: "${found.trim()}"; name a figure of content/figures.yaml`,
            ),
          ),
  );
}
