import type { Guide, GuideOutcome, GuideStep } from '../schema/guide.ts';
import { otherCountry, unknownValue } from '../schema/guide.ts';
import { pathsOf } from './path.ts';

/** Answers that lead from one node to another. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly values: Set<string>;
}

/** More answers than these on one arrow are not named one by one. */
const mostNamed = 4;

/**
 * A guide as a Mermaid graph: every question, every end and the answers between them, found by walking all ways. An
 * arrow stands where at least one way goes; which one is taken may hang on earlier answers too.
 */
export function guideGraph(guide: Guide): string {
  const edges = new Map<string, Edge>();
  for (const { answers, steps, next } of pathsOf(guide)) {
    for (const [index, step] of steps.entries()) {
      const after = steps[index + 1];
      const to = after === undefined ? (next.type === 'outcome' ? `end_${next.outcome.id}` : '') : after.id;
      const key = `${step.id} ${to}`;
      const edge = edges.get(key) ?? { from: step.id, to, values: new Set<string>() };
      edge.values.add(answers[step.id] ?? '');
      edges.set(key, edge);
    }
  }
  return [
    'flowchart TD',
    ...guide.steps.map(stepNode),
    ...guide.outcomes.map(outcomeNode),
    ...[...edges.values()].map((edge) => edgeLine(edge, guide)),
    '',
  ].join('\n');
}

function stepNode(step: GuideStep): string {
  return `  ${step.id}["${escaped(step.question.kk)}<br/>${escaped(step.question.ru)}"]`;
}

function outcomeNode({ id, title, sections }: GuideOutcome): string {
  const bodies = [...new Set(sections.flatMap((section) => (section.kind === 'body' ? [section.body] : [])))];
  return `  end_${id}(["${escaped(title.kk)}<br/>${escaped(title.ru)}<br/>→ ${bodies.join(', ')}"])`;
}

function edgeLine({ from, to, values }: Edge, guide: Guide): string {
  const step = guide.steps.find(({ id }) => id === from);
  if (step === undefined) return '';
  const all = step.kind === 'choice' ? step.choices.length : undefined;
  const named = [...values].map((value) => valueName(step, value));
  if (values.size === all || step.kind === 'region' || step.kind === 'date' || step.kind === 'number')
    return `  ${from} --> ${to}`;
  if (step.kind === 'country' && values.size > step.countries.length) return `  ${from} --> ${to}`;
  const label = named.length > mostNamed ? `${named.slice(0, mostNamed).join(', ')}, …` : named.join(', ');
  return `  ${from} -->|"${escaped(label)}"| ${to}`;
}

function valueName(step: GuideStep, value: string): string {
  if (value === unknownValue || value === otherCountry) return value;
  return step.kind === 'choice' ? (step.choices.find(({ id }) => id === value)?.label.ru ?? value) : value;
}

function escaped(text: string): string {
  return text.replaceAll('"', '#quot;');
}
