/**
 * `npm run tune -- FILE.yaml …` (of halved files only the odd half): fits the linear weights of `content/policy/ranking.yaml` and the calibration of
 * `content/policy/decision.yaml` to scored questions, by five-fold cross-validated coordinate search, and prints
 * before and after. Writes nothing: the figures are put into the policy files by hand, with the change read.
 */
import { basename } from 'node:path';
import { subjectIntents } from '../search/candidates.ts';
import { coreOrExit } from './core-or-exit.ts';
import { halfOf, halvedFiles } from './eval/held-out.ts';
import { readQuestions } from './eval/questions.ts';
import { calibrate } from './tune/calibrate.ts';
import { accuracy, type Case, search, type Weights } from './tune/weights.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: npm run tune -- QUESTIONS.yaml …\n');
  process.exit(2);
}

const core = coreOrExit();
const questions = files.flatMap((file) => {
  const all = readQuestions(file);
  return halvedFiles.includes(basename(file)) ? halfOf(all, 'odd') : all;
});
const cases: Case[] = questions.map((question) => {
  const { ranking } = core.answerer.explain(question.text);
  return {
    weight: question.weight,
    words: ranking.words.length,
    domain: ranking.domain,
    declined: question.intent.startsWith('oos.') || question.intent.startsWith('small_talk.'),
    hits: ranking.hits.slice(0, 60).map((hit) => ({
      right: intentsOf(hit.candidate.id).includes(question.intent),
      route: hit.candidate.kind === 'route',
      features: hit.features,
    })),
  };
});

const before = core.settings.ranking.score;
const found = search(cases, before);
print('before', before);
print('after', found);
process.stdout.write(
  `calibration (decision.confidence): ${JSON.stringify(calibrate(cases, found), null, 1)}\n`,
);

/** Intents that a candidate serves. */
function intentsOf(id: string): readonly string[] {
  const { entries, subjects, routes } = core.knowledge;
  const subject = subjects.get(id);
  if (subject !== undefined) return subjectIntents(subject);
  return entries.get(id)?.intents ?? routes.get(id)?.intents ?? [];
}

function print(title: string, weights: Weights): void {
  const { right1, right3 } = accuracy(cases, weights);
  const rounded = Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  process.stdout.write(
    `${title}: right@1 ${(100 * right1).toFixed(1)} % right@3 ${(100 * right3).toFixed(1)} %\n  ${JSON.stringify(rounded)}\n`,
  );
}
