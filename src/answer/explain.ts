import type { Trace } from './pipeline.ts';

/** Hits shown. */
const shown = 8;

/** Why an answer won, for editors: what was read, which candidates came near, and by which features. */
export function explainTrace(trace: Trace): string {
  const { reading, ranking, decision, places } = trace;
  const number = (value: number): string => value.toFixed(2).padStart(6);
  const lines = [
    `read      ${reading.language} ${reading.script}: ${reading.normalised}`,
    `words     ${ranking.words.map((word) => `${word.surface}[${word.stems.join('|')}]`).join(' ')}`,
    `known     ${ranking.known.toFixed(2)} of the question's weight`,
    `domain    ${ranking.domain.toFixed(2)} (negative: other matters)`,
    `places    ${places.regions.map(({ code }) => code).join(' ') || '-'}${places.ambiguous === null ? '' : ` ambiguous: ${places.ambiguous.place}`}`,
    `follow-up ${trace.followUp ? 'yes' : 'no'}`,
    `decision  ${decision.type} ${'confidence' in decision ? decision.confidence.toFixed(3) : ''}`,
    '',
    ' score  cover   back  votes  bayes   body  candidate ← nearest wording',
    ...ranking.hits
      .slice(0, shown)
      .map(({ score, features, candidate, nearest }) =>
        [
          number(score),
          number(features.query_coverage),
          number(features.wording_coverage),
          number(features.votes),
          number(features.bayes),
          number(features.body),
          ` ${candidate.id} ← ${nearest}`,
        ].join(' '),
      ),
  ];
  return lines.join('\n');
}
