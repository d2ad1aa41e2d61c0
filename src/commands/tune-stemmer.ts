/**
 * Tunes the costs of the Kazakh stemmer on forms with known lemmas:
 * `node src/commands/tune-stemmer.ts FOLDER [--write]`. FOLDER holds `kk_forms.tsv`.
 * Prints the scores before, cross-validated (costs fitted without the words scored) and after;
 * `--write` saves the costs of the fit on everything.
 */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { stringify } from 'yaml';
import { costFileUrl, featureNames, readCosts } from '../language/stem/costs.ts';
import { createKazakhStemmer } from '../language/stem/kazakh.ts';
import { createLexicon } from '../language/stem/lexicon.ts';
import { readStemFiles } from '../language/stem/stem-files.ts';
import { readForms } from './eval-language/forms.ts';
import { collect, type Sample } from './tune-stemmer/candidates.ts';
import { fitCosts } from './tune-stemmer/fit-costs.ts';
import { collectListed, listedSource } from './tune-stemmer/listed.ts';
import { choose, type Scores, score } from './tune-stemmer/score.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function show(title: string, { bySource, mean }: Scores): void {
  say(`${title}: mean ${mean.toFixed(4)}`);
  for (const [source, { pairF1, b3, forms }] of bySource) {
    say(`  ${source.padEnd(22)} F1 ${pairF1.toFixed(3)}  B3 ${b3.toFixed(3)}  ${forms} forms`);
  }
}

const header = `# What each suffix and each kind of stem costs the Kazakh stemmer; the cheapest reading of a word wins.
# Written by src/commands/tune-stemmer.ts from forms with known lemmas. Suffixes: name.letters (4 = 4 or more).
`;

function save(costs: Float64Array): void {
  const entries = featureNames.map((name, at) => [name, Math.round((costs[at] ?? 0) * 100) / 100]);
  writeFileSync(costFileUrl, header + stringify({ costs: Object.fromEntries(entries) }));
}

const program = new Command('tune-stemmer')
  .argument('<folder>', 'folder with kk_forms.tsv')
  .option('--write', 'save the costs')
  .option('--folds <n>', 'parts for cross-validation, 0 for none', Number, 4)
  .option('--rounds <n>', 'gradient steps', Number, 150)
  .option('--ridge <x>', 'pull of costs towards 0', Number, 0.001)
  .option('--listed <x>', 'weight of forms built from the stem list, others weigh 1', Number, 1)
  .option('--step <x>', 'first step size', Number, 0.05)
  .parse();
const [folder = ''] = program.args;
const options = program.opts<{
  write?: boolean;
  folds: number;
  rounds: number;
  ridge: number;
  listed: number;
  step: number;
}>();

const lines = readStemFiles();
const before = readCosts();
const lexicon = createLexicon(lines);
const samples: Sample[] = collect(
  readForms(folder, 'kk'),
  lexicon,
  createKazakhStemmer(lines),
  Math.max(options.folds, 1),
);
const reachable = samples.filter(
  (one) => one.fixed !== undefined || one.candidates.some(({ right }) => right),
);
say(`${samples.length} forms; the right key is among the readings of ${reachable.length}`);
show(
  'before',
  score(
    samples,
    samples.map((sample) => choose(sample, before)),
  ),
);

const listed = collectListed(lines, lexicon);
const weights = new Map([[listedSource, options.listed]]);
// Every fit starts from nothing: starting from the saved costs would carry the scored words into cross-validation.
const nothing = new Float64Array(featureNames.length);
if (options.folds > 1) {
  const keys: string[] = new Array(samples.length).fill('');
  for (let fold = 0; fold < options.folds; fold += 1) {
    const costs = fitCosts(
      [...samples.filter((one) => one.fold !== fold), ...listed],
      nothing,
      weights,
      options,
    );
    samples.forEach((sample, at) => {
      if (sample.fold === fold) keys[at] = choose(sample, costs);
    });
  }
  show('cross-validated', score(samples, keys));
}
const after = fitCosts([...samples, ...listed], nothing, weights, options);
show(
  'after',
  score(
    samples,
    samples.map((sample) => choose(sample, after)),
  ),
);
if (options.write === true) save(after);
