import type { Fault, Path, YamlFile } from '../read-yaml.ts';
import { figureFaults, idFault, type Known, sourceFaults } from '../references.ts';
import type { Guide, GuideSection, GuideSuggestions } from '../schema/guide.ts';

/** Content of a guide that points nowhere: entries, bodies, sources, figures, steps of the wrong kind, other guides. */
export function guideReferenceFaults(file: YamlFile<Guide>, known: Known): Fault[] {
  const { outcomes } = file.value;
  return [
    ...figureFaults(file, [], file.value, known),
    ...outcomes.flatMap((outcome, index) => {
      const at: Path = ['outcomes', index];
      return [
        ...outcome.more.flatMap((id, number) =>
          idFault(file, [...at, 'more', number], id, 'entry or subject', known.entries, known.subjects),
        ),
        ...idFault(file, [...at, 'next'], outcome.next, 'guide', known.guides),
        ...outcome.sections.flatMap((section, number) =>
          sectionFaults(file, [...at, 'sections', number], section, known),
        ),
      ];
    }),
  ];
}

function sectionFaults(file: YamlFile<Guide>, here: Path, section: GuideSection, known: Known): Fault[] {
  const stepFault = (key: string, id: string | undefined, ...wanted: string[]): Fault[] => {
    const step = file.value.steps.find((each) => each.id === id);
    if (id === undefined || (step !== undefined && wanted.includes(step.kind))) return [];
    return [file.fault([...here, key], `"${id}" must be a ${wanted.join(' or ')} step of this guide`)];
  };
  switch (section.kind) {
    case 'finding':
      return sourceFaults(file, [...here, 'sources'], section.sources, known);
    case 'entry':
    case 'checklist':
      return idFault(file, [...here, 'entry'], section.entry, 'entry', known.entries);
    case 'body':
      return [
        ...idFault(file, [...here, 'body'], section.body, 'body or service', known.bodies, known.services),
        ...stepFault('place', section.place, 'region', 'country'),
      ];
    case 'duties':
      return [
        ...stepFault('citizenship', section.citizenship, 'country'),
        ...section.without.flatMap((id, number) =>
          idFault(file, [...here, 'without', number], id, 'duty', known.duties),
        ),
        ...Object.entries(section.events).flatMap(([event, step]) =>
          stepFault(`events.${event}`, step, 'date'),
        ),
      ];
    case 'quota':
      return [
        ...stepFault('region', section.region, 'region'),
        ...(Object.keys(known.figures.figures).some((name) => name.startsWith(`${section.figures}.`))
          ? []
          : [file.fault([...here, 'figures'], `there are no figures "${section.figures}.…"`)]),
      ];
    case 'relocation_aid':
      return stepFault('people', section.people, 'number');
    case 'rent_aid':
    case 'labour_tax':
      return stepFault('months', section.months, 'number');
    case 'certificate':
      return [];
    case 'fines':
      return section.figures.flatMap((name, number) =>
        name in known.figures.figures
          ? []
          : [file.fault([...here, 'figures', number], `there is no figure "${name}"`)],
      );
  }
}

/** Guides that the list names and nobody wrote, and guides that the list leaves out. */
export function suggestionFaults(file: YamlFile<GuideSuggestions>, guides: ReadonlySet<string>): Fault[] {
  const { order } = file.value;
  return [
    ...order.flatMap((id, index) => idFault(file, ['order', index], id, 'guide', guides)),
    ...Object.keys(file.value.named).flatMap((id) => idFault(file, ['named', id], id, 'guide', guides)),
    ...[...guides]
      .filter((id) => !order.includes(id))
      .map((id) => file.fault(['order'], `guide "${id}" is missing in the list`)),
  ];
}
