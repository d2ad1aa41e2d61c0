import type { Fault, Path, YamlFile } from '../read-yaml.ts';
import { figureFaults, idFault, type Known, sourceFaults } from '../references.ts';
import type { Guide, GuideSuggestions } from '../schema/guide.ts';

/** Content of a guide that points nowhere: entries, bodies, sources, figures, steps of the wrong kind, other guides. */
export function guideReferenceFaults(file: YamlFile<Guide>, known: Known): Fault[] {
  const { steps, outcomes } = file.value;
  const kinds = new Map<string, string>(steps.map(({ id, kind }) => [id, kind]));
  const stepFault = (path: Path, id: string | undefined, wanted: readonly string[]): Fault[] =>
    id === undefined || wanted.includes(kinds.get(id) ?? '')
      ? []
      : [file.fault(path, `"${id}" must be a ${wanted.join(' or ')} step of this guide`)];
  return [
    ...figureFaults(file, [], file.value, known),
    ...outcomes.flatMap((outcome, index) => {
      const at: Path = ['outcomes', index];
      return [
        ...outcome.more.flatMap((id, number) =>
          idFault(file, [...at, 'more', number], id, 'entry or subject', known.entries, known.subjects),
        ),
        ...idFault(file, [...at, 'next'], outcome.next, 'guide', known.guides),
        ...outcome.sections.flatMap((section, number): Fault[] => {
          const here: Path = [...at, 'sections', number];
          switch (section.kind) {
            case 'finding':
              return sourceFaults(file, [...here, 'sources'], section.sources, known);
            case 'entry':
            case 'checklist':
              return idFault(file, [...here, 'entry'], section.entry, 'entry', known.entries);
            case 'body':
              return [
                ...idFault(
                  file,
                  [...here, 'body'],
                  section.body,
                  'body or service',
                  known.bodies,
                  known.services,
                ),
                ...stepFault([...here, 'place'], section.place, ['region', 'country']),
              ];
            case 'duties':
              return [
                ...stepFault([...here, 'date'], section.date, ['date']),
                ...stepFault([...here, 'citizenship'], section.citizenship, ['country']),
              ];
            case 'quota':
              return [
                ...stepFault([...here, 'region'], section.region, ['region']),
                ...(Object.keys(known.figures.figures).some((name) => name.startsWith(`${section.figures}.`))
                  ? []
                  : [file.fault([...here, 'figures'], `there are no figures "${section.figures}.…"`)]),
              ];
            case 'aid':
              return stepFault([...here, 'people'], section.people, ['number']);
          }
        }),
      ];
    }),
  ];
}

/** Guides that the list names and nobody wrote, and guides that the list leaves out. */
export function suggestionFaults(file: YamlFile<GuideSuggestions>, guides: ReadonlySet<string>): Fault[] {
  const { order } = file.value;
  return [
    ...order.flatMap((id, index) => idFault(file, ['order', index], id, 'guide', guides)),
    ...[...guides]
      .filter((id) => !order.includes(id))
      .map((id) => file.fault(['order'], `guide "${id}" is missing in the list`)),
  ];
}
