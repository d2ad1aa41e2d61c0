/**
 * `npm run score-table`: scores the held-out questions and puts the table into the README; `--check` only compares,
 * exit 1 when the README's table is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../core.ts';
import { coreOrExit } from './core-or-exit.ts';
import { heldOutQuestions } from './eval/held-out.ts';
import { score } from './eval/score.ts';
import { scoreTable, withTable } from './eval/table.ts';

const readme = join(root, 'README.md');
const { answerer } = coreOrExit();
const scored = heldOutQuestions(root).map((question) =>
  score(question, answerer.ask({ text: question.text })),
);
const before = readFileSync(readme, 'utf8');
const after = withTable(before, scoreTable(scored));
if (process.argv.includes('--check')) {
  if (before !== after) {
    process.stderr.write('README.md: the table of answer quality is stale; run npm run score-table\n');
    process.exit(1);
  }
} else if (before !== after) {
  writeFileSync(readme, after);
}
