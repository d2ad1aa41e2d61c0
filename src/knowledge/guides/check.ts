import type { Fault, Path, YamlFile } from '../read-yaml.ts';
import type { Guide, GuideCondition, GuideSection, GuideStep } from '../schema/guide.ts';
import { otherCountry, unknownValue } from '../schema/guide.ts';
import { holds } from './conditions.ts';
import { type GuidePath, pathsOf } from './path.ts';

/** More questions than these and people leave. */
export const mostQuestions = 6;

/** Ways through one guide that the check walks; more are a questionnaire, not a guide. */
const mostPaths = 20_000;

type Located = Pick<YamlFile<Guide>, 'value' | 'fault' | 'file'>;

/**
 * Faults of a guide's shape, found by walking every way through it: ways that end nowhere or without somebody to turn
 * to, that ask too much, and steps, choices, outcomes and pieces that no way leads to.
 */
export function guideFaults(file: Located): Fault[] {
  const guide = file.value;
  const wording = [...doubles(file), ...conditionFaults(file)];
  if (!file.file.endsWith(`/${guide.id}.yaml`))
    wording.push(file.fault(['id'], `the file of guide "${guide.id}" must be called ${guide.id}.yaml`));
  // Walking a guide whose conditions point nowhere would only repeat the same fault in other words.
  if (wording.length > 0) return wording;
  const paths = pathsOf(guide);
  if (paths.length > mostPaths)
    return [file.fault(['steps'], `${paths.length} ways through the guide, at most ${mostPaths}`)];
  return [...pathFaults(file, paths), ...deadFaults(file, paths)];
}

function doubles(file: Located): Fault[] {
  const { steps, outcomes } = file.value;
  const lists: { path: Path; ids: readonly string[] }[] = [
    { path: ['steps'], ids: steps.map(({ id }) => id) },
    { path: ['outcomes'], ids: outcomes.map(({ id }) => id) },
    ...steps.flatMap((step, index) =>
      step.kind === 'choice'
        ? [{ path: ['steps', index, 'choices'], ids: step.choices.map(({ id }) => id) }]
        : [],
    ),
  ];
  return lists.flatMap(({ path, ids }) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [file.fault([...path, index, 'id'], `id "${id}" stands twice`)] : [],
    ),
  );
}

function conditionFaults(file: Located): Fault[] {
  const { steps, outcomes } = file.value;
  return [
    ...steps.flatMap((step, index) => [
      ...oneCondition(file, ['steps', index, 'when'], step.when, steps.slice(0, index)),
      ...(step.kind === 'choice' ? step.choices : []).flatMap((choice, number) =>
        oneCondition(file, ['steps', index, 'choices', number, 'when'], choice.when, steps.slice(0, index)),
      ),
    ]),
    ...outcomes.flatMap((outcome, index) => [
      ...oneCondition(file, ['outcomes', index, 'when'], outcome.when, steps),
      ...outcome.sections.flatMap((section, number) =>
        oneCondition(file, ['outcomes', index, 'sections', number, 'when'], section.when, steps),
      ),
    ]),
  ];
}

function oneCondition(
  file: Located,
  path: Path,
  condition: GuideCondition | undefined,
  before: readonly GuideStep[],
): Fault[] {
  return Object.entries(condition ?? {}).flatMap(([id, values]) => {
    const step = before.find((each) => each.id === id);
    if (step === undefined)
      return [file.fault([...path, id], `there is no step "${id}" before this condition`)];
    return values.flatMap((value, index) =>
      canBe(step, value)
        ? []
        : [file.fault([...path, id, index], `"${value}" can never be the answer of step "${id}"`)],
    );
  });
}

function canBe(step: GuideStep, value: string): boolean {
  if (value === 'known' || value === unknownValue) return 'optional' in step && step.optional;
  switch (step.kind) {
    case 'choice':
      return step.choices.some(({ id }) => id === value);
    case 'region':
      return /^KZ-\d\d$/.test(value);
    case 'country':
      return value === otherCountry || /^[A-Z]{2}$/.test(value);
    case 'date':
      return false;
    case 'number':
      return /^\d{1,2}$/.test(value) && Number(value) >= step.min && Number(value) <= step.max;
  }
}

function pathFaults(file: Located, paths: readonly GuidePath[]): Fault[] {
  const faults = new Map<string, Fault>();
  // One fault for each place and reason: a thousand ways may share it.
  const add = (path: Path, reason: string, way: GuidePath) => {
    const key = `${path.join('.')} ${reason}`;
    if (!faults.has(key)) faults.set(key, file.fault(path, `${reason} (for example ${wayText(way)})`));
  };
  for (const way of paths) {
    if (way.steps.length > mostQuestions)
      add(['steps'], `more than ${mostQuestions} questions on one way`, way);
    const bare = way.steps.find((step) => step.kind === 'choice' && step.choices.length < 2);
    if (bare !== undefined) add(['steps'], `step "${bare.id}" offers less than two choices on some way`, way);
    if (way.next.type !== 'outcome') {
      add(['outcomes'], 'a way ends without an outcome', way);
      continue;
    }
    const { outcome } = way.next;
    const at: Path = ['outcomes', file.value.outcomes.indexOf(outcome)];
    const active = outcome.sections.filter(({ when }) => holds(when, way.answers, file.value));
    if (!active.some(({ kind }) => kind === 'body'))
      add(at, `outcome "${outcome.id}" names nobody to turn to on some way`, way);
    for (const section of active) {
      const index = outcome.sections.indexOf(section);
      for (const id of stepsOf(section)) {
        if (!way.steps.some((step) => step.id === id))
          add([...at, 'sections', index], `step "${id}" is not asked on some way to this`, way);
      }
    }
  }
  return [...faults.values()];
}

/** Steps whose answers a section cannot do without. Duties take the dates that were asked for. */
function stepsOf(section: GuideSection): string[] {
  switch (section.kind) {
    case 'body':
      return section.place === undefined ? [] : [section.place];
    case 'quota':
      return [section.region];
    case 'relocation_aid':
      return [section.people];
    case 'rent_aid':
      return section.months === undefined ? [] : [section.months];
    case 'labour_tax':
      return [section.months];
    case 'duties':
      return section.citizenship === undefined ? [] : [section.citizenship];
    default:
      return [];
  }
}

function deadFaults(file: Located, paths: readonly GuidePath[]): Fault[] {
  const { steps, outcomes } = file.value;
  const asked = new Set(paths.flatMap((way) => way.steps.map(({ id }) => id)));
  const ends = (id: string) => paths.filter(({ next }) => next.type === 'outcome' && next.outcome.id === id);
  return [
    ...steps.flatMap((step, index) => {
      if (!asked.has(step.id)) return [file.fault(['steps', index], `no way leads to step "${step.id}"`)];
      if (step.kind !== 'choice') return [];
      return step.choices.flatMap(({ id }, number) =>
        paths.some(({ answers }) => answers[step.id] === id)
          ? []
          : [file.fault(['steps', index, 'choices', number], `choice "${id}" is offered on no way`)],
      );
    }),
    ...outcomes.flatMap((outcome, index) => {
      const ways = ends(outcome.id);
      if (ways.length === 0)
        return [file.fault(['outcomes', index], `no way leads to outcome "${outcome.id}"`)];
      return outcome.sections.flatMap((section, number) =>
        ways.some(({ answers }) => holds(section.when, answers, file.value))
          ? []
          : [file.fault(['outcomes', index, 'sections', number], 'no way leads to this piece')],
      );
    }),
  ];
}

function wayText({ answers }: GuidePath): string {
  return Object.entries(answers)
    .map(([step, value]) => `${step}=${value}`)
    .join(', ');
}
