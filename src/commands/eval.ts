/**
 * `npm run eval -- FILE.yaml`: asks every question of a file and prints accuracy by language,
 * script, style and topic, and every miss. Scoring as the README says.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createCore } from '../core.ts';
import { type ScoredQuestion, score, summarise } from './eval/score.ts';

const QuestionFile = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    lang: z.string(),
    script: z.string(),
    style: z.string(),
    topic: z.string(),
    intent: z.string(),
    /** Harm of a wrong answer (our own sets): deadlines and fines weigh more. */
    weight: z.number().default(1),
  }),
);

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: npm run eval -- FILE.yaml [--json] [--quiet]\n');
  process.exit(2);
}
const questions = QuestionFile.parse(parse(readFileSync(file, 'utf8')));
const { answerer } = createCore();
const scored: ScoredQuestion[] = questions.map((question) =>
  score(question, answerer.ask({ text: question.text })),
);

if (flags.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify(scored.map(({ answer, ...rest }) => ({ ...rest, got: answer.intents, kind: answer.kind })))}\n`,
  );
} else {
  process.stdout.write(summarise(scored, { misses: !flags.includes('--quiet') }));
}
