/**
 * `npm run eval -- FILE.yaml`: asks every question of a file and prints accuracy by language,
 * script, style and topic, and every miss. How answers are scored: `eval/score.ts`.
 */
import { coreOrExit } from './core-or-exit.ts';
import { halfOf } from './eval/held-out.ts';
import { readQuestions } from './eval/questions.ts';
import { score, summarise } from './eval/score.ts';
import { orExit, readArguments, wrongUse } from './terminal.ts';

const usage = 'npm run eval -- FILE.yaml [--odd | --even] [--json] [--quiet]';
const { values: flags, positionals } = readArguments({
  usage,
  options: {
    odd: { type: 'boolean' },
    even: { type: 'boolean' },
    json: { type: 'boolean' },
    quiet: { type: 'boolean' },
  },
});
const [file] = positionals;
if (file === undefined) wrongUse(usage);
const all = orExit(() => readQuestions(file));
const { answerer } = coreOrExit();
const half = flags.odd === true ? 'odd' : flags.even === true ? 'even' : null;
const scored = (half === null ? all : halfOf(all, half)).map((question) =>
  score(question, answerer.ask({ text: question.text })),
);

if (flags.json === true) {
  const lines = scored.map(({ answer, ...rest }) => ({
    ...rest,
    kind: answer.kind,
    entry: answer.entry,
    intents: answer.intents,
  }));
  process.stdout.write(`${JSON.stringify(lines)}\n`);
} else {
  process.stdout.write(summarise(scored, { misses: flags.quiet !== true }));
}
