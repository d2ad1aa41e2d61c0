import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Fault, readYaml } from '../knowledge/read-yaml.ts';
import { WordingsFile } from '../knowledge/schema/wordings.ts';
import type { Concept } from '../search/concepts.ts';
import type { Fillers } from '../search/fillers.ts';
import type { AskingWords } from '../search/focus.ts';
import { RankingPolicy } from '../search/policy.ts';
import { DecisionPolicy } from './policy.ts';
import type { AspectWords } from './steps/aspects.ts';
import {
  AbroadFile,
  type AbroadWords,
  ConceptsFile,
  RuleTextFile,
  type RuleTextWords,
  WordsFile,
} from './word-lists.ts';

/** Policy and wordings: what tunes the answers without being one. */
export interface AnswerSettings {
  readonly ranking: RankingPolicy;
  readonly decision: DecisionPolicy;
  /** Words that say nothing of what is asked. */
  readonly fillers: Fillers;
  /** Words that ask. */
  readonly asking: AskingWords;
  /** Words for a side of a matter, of no matter in particular. */
  readonly aspects: AspectWords;
  readonly abroad: AbroadWords;
  readonly ruleText: RuleTextWords;
  /** What a question can speak of. */
  readonly concepts: readonly Concept[];
  /** Further wordings by intent or entry. */
  readonly wordings: ReadonlyMap<string, { readonly kk: readonly string[]; readonly ru: readonly string[] }>;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: AnswerSettings }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads `content/policy/{ranking,decision}.yaml` and `content/wordings/*.yaml` below a root; reports every fault. */
export function loadAnswerSettings(root: string): SettingsResult {
  const faults: Fault[] = [];
  const read = <T>(schema: z.ZodType<T>, ...names: string[]): T | null => {
    const file = readYaml(join(root, 'content', ...names), schema, ['content', ...names].join('/'));
    if (file.ok) return file.value;
    faults.push(...file.faults);
    return null;
  };
  const ranking = read(RankingPolicy, 'policy', 'ranking.yaml');
  const decision = read(DecisionPolicy, 'policy', 'decision.yaml');
  const fillers = read(WordsFile, 'language', 'fillers.yaml');
  const asking = read(WordsFile, 'language', 'asking.yaml');
  const aspects = read(WordsFile, 'language', 'aspects.yaml');
  const abroad = read(AbroadFile, 'language', 'abroad.yaml');
  const ruleText = read(RuleTextFile, 'language', 'rule-text.yaml');
  const concepts = read(ConceptsFile, 'language', 'concepts.yaml');

  const wordings = new Map<string, { kk: string[]; ru: string[] }>();
  const folder = join(root, 'content', 'wordings');
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.yaml')) continue;
    for (const { intent, kk, ru } of read(WordingsFile, 'wordings', name)?.wordings ?? []) {
      const known = wordings.get(intent) ?? { kk: [], ru: [] };
      wordings.set(intent, { kk: [...known.kk, ...kk], ru: [...known.ru, ...ru] });
    }
  }
  if (
    !ranking ||
    !decision ||
    !fillers ||
    !asking ||
    !aspects ||
    !abroad ||
    !ruleText ||
    !concepts ||
    faults.length > 0
  ) {
    return { ok: false, faults };
  }
  return {
    ok: true,
    settings: {
      ranking,
      decision,
      fillers,
      asking,
      aspects,
      abroad,
      ruleText,
      concepts: concepts.concepts,
      wordings,
    },
  };
}
