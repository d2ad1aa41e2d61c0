/**
 * `npm run eval -- FILE.yaml`: asks every question of a file and prints accuracy by language,
 * script, style and topic, and every miss. How answers are scored: `eval/score.ts`.
 */
import { coreOrExit } from './core-or-exit.ts';
import { halfOf } from './eval/held-out.ts';
import { readQuestions } from './eval/questions.ts';
import { score, summarise } from './eval/score.ts';

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run eval -- FILE.yaml [--odd | --even] [--json] [--quiet]\n');
  process.exit(2);
}
const { answerer } = coreOrExit();
const half = flags.includes('--odd') ? 'odd' : flags.includes('--even') ? 'even' : null;
const all = readQuestions(file);
const scored = (half === null ? all : halfOf(all, half)).map((question) =>
  score(question, answerer.ask({ text: question.text })),
);

if (flags.includes('--json')) {
  const lines = scored.map(({ answer, ...rest }) => ({
    ...rest,
    kind: answer.kind,
    entry: answer.entry,
    intents: answer.intents,
  }));
  process.stdout.write(`${JSON.stringify(lines)}\n`);
} else {
  process.stdout.write(summarise(scored, { misses: !flags.includes('--quiet') }));
}
