import { type ScoredQuestion, shares } from './score.ts';

/** Marks between which the README's table stands. */
export const tableMarks = { from: '<!-- scores:from -->', to: '<!-- scores:to -->' } as const;

/** The README's table of answer quality: all, then by script and style; Markdown. */
export function scoreTable(scored: readonly ScoredQuestion[]): string {
  const groups: [string, readonly ScoredQuestion[]][] = [
    ['all questions', scored],
    ['harm-weighted (deadlines, fines)', scored],
    ...grouped(scored, (question) => `script: ${question.script}`),
    ...grouped(scored, (question) => `style: ${question.style}`),
  ];
  const rows = groups.map(([name, group], index) => {
    const { right1, right3, confidentMiss, weighted1 } = shares(group);
    const first = index === 1 ? weighted1 : right1;
    return `| ${name} | ${group.length} | ${percent(first)} | ${index === 1 ? '' : percent(right3)} | ${index === 1 ? '' : percent(confidentMiss)} |`;
  });
  return ['| | n | right@1 | right@3 | confident miss |', '|---|--:|--:|--:|--:|', ...rows].join('\n');
}

/** A text with the table between its marks replaced. Throws when the marks are missing. */
export function withTable(text: string, table: string): string {
  const from = text.indexOf(tableMarks.from);
  const to = text.indexOf(tableMarks.to);
  if (from < 0 || to < from) throw new Error(`the marks ${tableMarks.from} and ${tableMarks.to} are missing`);
  return `${text.slice(0, from + tableMarks.from.length)}\n${table}\n${text.slice(to)}`;
}

function grouped(
  scored: readonly ScoredQuestion[],
  key: (question: ScoredQuestion) => string,
): [string, readonly ScoredQuestion[]][] {
  return [...Map.groupBy(scored, key)].sort(([a], [b]) => a.localeCompare(b));
}

function percent(value: number): string {
  return `${value.toFixed(1)} %`;
}
