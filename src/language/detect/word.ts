import type { Script } from '../locale.ts';
import { isOfBoth } from './names.ts';
import { evidence, type Label } from './table.ts';
import { tableOf } from './tables.ts';

/** Letters of Kazakh Cyrillic that Russian has not. (і is Ukrainian too, which nobody here writes.) */
const kazakhLetter = /[әғқңөұүһі]/u;

/** Letters that stand in Russian words and in loans only. */
const russianLetter = /[щъё]/u;

/** What a Kazakh letter counts for, in logits: more than any run of n-grams of one word. */
const certain = 8;

/** Words of a hundred-kilobyte paste repeat: their evidence is worth keeping, within limits. */
const kept = new Map<string, ReadonlyMap<Label, number>>();
const mostKept = 20_000;

/** Evidence of one lower-case word of a script, in logits for each language its table knows. */
export function wordEvidence(word: string, script: Script): ReadonlyMap<Label, number> {
  const id = `${script} ${word}`;
  let found = kept.get(id);
  if (found === undefined) {
    if (kept.size >= mostKept) kept.clear();
    found = measure(word, script);
    kept.set(id, found);
  }
  return found;
}

function measure(word: string, script: Script): ReadonlyMap<Label, number> {
  if (script === 'cyrl' && kazakhLetter.test(word)) return evidenceFor('kk', certain);
  const table = tableOf(script);
  if (script === 'cyrl' && isOfBoth(word)) return new Map(table.labels.map((label) => [label, 0]));
  const logits = evidence(table, word);
  const result = new Map(table.labels.map((label, index) => [label, logits[index] ?? 0]));
  if (script === 'cyrl' && russianLetter.test(word)) result.set('ru', (result.get('ru') ?? 0) + 0.5);
  return result;
}

function evidenceFor(label: Label, logit: number): ReadonlyMap<Label, number> {
  return new Map<Label, number>([
    ['kk', label === 'kk' ? logit / 2 : -logit / 2],
    ['ru', label === 'ru' ? logit / 2 : -logit / 2],
  ]);
}
