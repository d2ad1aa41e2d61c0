/**
 * `node src/commands/eval-language/retrieval-tuning.ts FOLDER [ROUNDS]`: tries each weight of
 * `content/policy/analysis.yaml` a step up and a step down on the retrieval data of a folder and prints what is
 * worth changing. A step counts only when both halves of the queries gain by it: a gain of one half is mostly
 * noise (the standard error of nDCG is 0.02 on 270 queries). Writes nothing; takes about eight seconds a step.
 */
import { join } from 'node:path';
import type { Language } from '../../language/locale.ts';
import { AnalysisPolicy, readAnalysisPolicy } from '../../search/analysis/index.ts';
import { readQueries, readRelevant } from './passages.ts';
import { measureRanking } from './ranking-measures.ts';
import { indexFile } from './retrieval.ts';

/** Weights that may move, by their place in the policy. */
const places = [
  ['weights', 'first'],
  ['weights', 'gram'],
  ['weights', 'pair'],
  ['coverage', 'power'],
  ['coverage', 'first'],
  ['bm25', 'k'],
  ['bm25', 'b'],
  ['bm25', 'd'],
  ['fields', 'title'],
  ['fields', 'context'],
] as const;
const steps = [0.8, 1.25];

const [folder, rounds = '1'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: retrieval-tuning FOLDER [ROUNDS]\n');
  process.exit(2);
}

let policy = readAnalysisPolicy();
let best = halves(folder, policy);
process.stdout.write(`now  ${written(best)}\n`);
for (let round = 0; round < Number(rounds); round += 1) {
  for (const place of places) {
    for (const step of steps) {
      const tried = moved(policy, place, step);
      if (tried === undefined) continue;
      const scores = halves(folder, tried);
      if (!scores.every((score, half) => score > (best[half] ?? 0))) continue;
      policy = tried;
      best = scores;
      process.stdout.write(`${place.join('.')} × ${step}  ${written(scores)}\n`);
    }
  }
}
process.stdout.write(`${JSON.stringify(policy, null, 2)}\n`);

/** The policy with one weight multiplied; `undefined` where the schema forbids the value. */
function moved(
  from: AnalysisPolicy,
  [group, name]: (typeof places)[number],
  step: number,
): AnalysisPolicy | undefined {
  const values: Readonly<Record<string, number>> = from[group];
  const value = Math.round((values[name] ?? 0) * step * 1000) / 1000;
  return AnalysisPolicy.safeParse({ ...from, [group]: { ...values, [name]: value } }).data;
}

/** Mean nDCG@10 over both languages and levels, for the even and the odd queries. */
function halves(from: string, tried: AnalysisPolicy): [number, number] {
  const sums: [number, number] = [0, 0];
  const sets = (['kk', 'ru'] as const).flatMap((language) => [
    [language, 'passage'] as const,
    [language, 'chunk'] as const,
  ]);
  for (const [language, level] of sets) {
    for (const [half, score] of scoresOf(from, language, level, tried).entries()) {
      sums[half === 0 ? 0 : 1] += score / sets.length;
    }
  }
  return sums;
}

function scoresOf(from: string, language: Language, level: string, tried: AnalysisPolicy): [number, number] {
  const relevant = readRelevant(from, language, level);
  const index = indexFile(join(from, `${language}_retrieval_passages.jsonl`), level === 'chunk', tried);
  const queries = readQueries(join(from, `${language}_retrieval_queries.jsonl`)).filter(({ id }) =>
    relevant.has(id),
  );
  const mean = (half: number): number => {
    const own = queries.filter((_, at) => at % 2 === half);
    const gains = own.map(({ id, text }) => {
      const ranked = index.search(text, 10).map((hit) => hit.id);
      return measureRanking(ranked, relevant.get(id) ?? new Set()).ndcg;
    });
    return gains.reduce((sum, gain) => sum + gain, 0) / Math.max(own.length, 1);
  };
  return [mean(0), mean(1)];
}

function written(scores: readonly number[]): string {
  return scores.map((score) => score.toFixed(4)).join(' ');
}
