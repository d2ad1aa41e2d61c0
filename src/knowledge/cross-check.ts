import type { ContentFiles } from './content-files.ts';
import { guideFaults } from './guides/check.ts';
import { guideReferenceFaults, suggestionFaults } from './guides/references.ts';
import type { Fault, Path, YamlFile } from './read-yaml.ts';
import { figureFaults, idFault, type Known, sourceFaults } from './references.ts';
import type { FaqFile } from './schema/faq.ts';
import type { PointsFile, Region } from './schema/place.ts';
import type { RuleDocument } from './schema/rules.ts';

/** Everything that points nowhere: unknown sources, figures, entries, bodies, guides, tables and rule texts. */
export function crossFaults(
  files: ContentFiles,
  known: Known,
  documents: ReadonlyMap<string, RuleDocument>,
): Fault[] {
  return [
    ...files.faq.flatMap((file) => faqFaults(file, known)),
    ...comparisonFaults(files, known),
    ...figureSourceFaults(files, known),
    ...calendarFaults(files, known),
    ...placeFaults(files, known, documents),
    ...termFaults(files, known),
    ...routeFaults(files, known),
    ...dutyFaults(files, known),
    ...allGuideFaults(files, known),
  ];
}

function faqFaults(file: YamlFile<FaqFile>, known: Known): Fault[] {
  return file.value.entries.flatMap((entry, index) => {
    const at: Path = ['entries', index];
    return [
      ...entry.editions.flatMap((edition, number) => {
        const inEdition: Path = [...at, 'editions', number];
        return [
          ...sourceFaults(file, [...inEdition, 'sources'], edition.sources, known),
          ...figureFaults(file, inEdition, edition, known, edition),
          ...((edition.valid_from ?? '') > (edition.valid_to ?? '9999')
            ? [file.fault([...inEdition, 'valid_to'], 'the edition ends before it begins')]
            : []),
        ];
      }),
      ...entry.related.flatMap((id, number) =>
        idFault(file, [...at, 'related', number], id, 'entry or subject', known.entries, known.subjects),
      ),
      ...idFault(file, [...at, 'body'], entry.body, 'body or service', known.bodies, known.services),
      ...idFault(file, [...at, 'comparison'], entry.comparison, 'comparison', known.comparisons),
      ...idFault(file, [...at, 'guide'], entry.guide, 'guide', known.guides),
    ];
  });
}

function comparisonFaults({ comparisons }: ContentFiles, known: Known): Fault[] {
  return comparisons.flatMap((file) => [
    ...figureFaults(file, [], file.value, known),
    ...file.value.rows.flatMap((row, index) =>
      row.cells.flatMap((cell, number) =>
        sourceFaults(file, ['rows', index, 'cells', number, 'sources'], cell.sources, known),
      ),
    ),
  ]);
}

function figureSourceFaults({ figures }: ContentFiles, known: Known): Fault[] {
  if (figures === undefined) return [];
  return (['mrp', 'figures'] as const).flatMap((group) =>
    Object.entries(figures.value[group]).flatMap(([name, { sources }]) =>
      sourceFaults(figures, [group, name, 'sources'], sources, known),
    ),
  );
}

function calendarFaults({ calendar }: ContentFiles, known: Known): Fault[] {
  if (calendar === undefined) return [];
  return Object.entries(calendar.value.years).flatMap(([year, { sources, days }]) => [
    ...sourceFaults(calendar, ['years', year, 'sources'], sources, known),
    ...days.flatMap((day, index) =>
      sourceFaults(calendar, ['years', year, 'days', index, 'sources'], day.sources, known),
    ),
  ]);
}

function placeFaults(
  { services, regions, countries, points }: ContentFiles,
  known: Known,
  documents: ReadonlyMap<string, RuleDocument>,
): Fault[] {
  const texts = new Set(documents.keys());
  return [
    ...(services?.value.services.flatMap((service, index) =>
      service.everywhere.flatMap((id, number) =>
        idFault(services, ['services', index, 'everywhere', number], id, 'body', known.bodies),
      ),
    ) ?? []),
    ...(regions?.value.regions.flatMap((region, index) =>
      idFault(regions, ['regions', index, 'rules'], region.rules, 'rule text', texts),
    ) ?? []),
    ...(points === undefined || regions === undefined ? [] : pointFaults(points, regions.value.regions)),
    ...(countries?.value.countries.flatMap((country, index) =>
      sourceFaults(countries, ['countries', index, 'sources'], country.sources, known),
    ) ?? []),
  ];
}

/** A region without a town could never be found, and one that is no region would be shown. */
function pointFaults(points: YamlFile<PointsFile>, regions: readonly Region[]): Fault[] {
  const codes = regions.map(({ code }) => code);
  const located = Object.keys(points.value.regions);
  return [
    ...codes
      .filter((code) => !located.includes(code))
      .map((code) => points.fault(['regions'], `region ${code} has no town`)),
    ...located
      .filter((code) => !codes.includes(code))
      .map((code) => points.fault(['regions', code], `there is no region ${code}`)),
  ];
}

function termFaults({ glossary }: ContentFiles, known: Known): Fault[] {
  return glossary.flatMap((file) =>
    file.value.terms.flatMap((term, index) => [
      ...sourceFaults(file, ['terms', index, 'sources'], term.sources, known),
      ...figureFaults(file, ['terms', index, 'plain'], term.plain, known),
    ]),
  );
}

function routeFaults({ routes }: ContentFiles, known: Known): Fault[] {
  return routes.flatMap((file) =>
    file.value.routes.flatMap((route, index) =>
      idFault(file, ['routes', index, 'body'], route.body, 'body or service', known.bodies, known.services),
    ),
  );
}

function dutyFaults({ duties }: ContentFiles, known: Known): Fault[] {
  return duties.flatMap((file) =>
    file.value.duties.flatMap((duty, index) => [
      ...sourceFaults(file, ['duties', index, 'sources'], duty.sources, known),
      ...figureFaults(file, ['duties', index], duty, known),
      ...duty.fines.flatMap((name, number) =>
        known.figures.figures[name]?.mrp === undefined
          ? [
              file.fault(
                ['duties', index, 'fines', number],
                `there is no figure "${name}" in multiples of the index`,
              ),
            ]
          : [],
      ),
    ]),
  );
}

function allGuideFaults({ guides, guideSuggestions }: ContentFiles, known: Known): Fault[] {
  return [
    ...guides.flatMap((file) => [...guideFaults(file), ...guideReferenceFaults(file, known)]),
    ...(guideSuggestions === undefined
      ? []
      : suggestionFaults(guideSuggestions, known.guides ?? new Set<string>())),
  ];
}
