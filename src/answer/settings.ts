import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, readYaml } from '../knowledge/read-yaml.ts';
import { Text } from '../knowledge/schema/common.ts';
import { WordingsFile } from '../knowledge/schema/wordings.ts';
import type { Concept } from '../search/concepts.ts';
import type { Fillers } from '../search/fillers.ts';
import { RankingPolicy } from '../search/policy.ts';
import { DecisionPolicy } from './policy.ts';

/** `content/language/fillers.yaml`. */
const FillersFile = z.strictObject({ kk: z.array(Text).min(1), ru: z.array(Text).min(1) });

/** `content/language/concepts.yaml`. */
const ConceptsFile = z.strictObject({
  concepts: z.array(z.strictObject({ id: Text, kk: z.array(Text).min(1), ru: z.array(Text).min(1) })).min(1),
});

/** Policy and wordings: what tunes the answers without being one. */
export interface AnswerSettings {
  readonly ranking: RankingPolicy;
  readonly decision: DecisionPolicy;
  /** Words that say nothing of what is asked. */
  readonly fillers: Fillers;
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
  const at = (...names: string[]): [string, string] => [
    join(root, 'content', ...names),
    ['content', ...names].join('/'),
  ];
  const faults: Fault[] = [];
  const [rankingPath, rankingLabel] = at('policy', 'ranking.yaml');
  const [decisionPath, decisionLabel] = at('policy', 'decision.yaml');
  const [fillersPath, fillersLabel] = at('language', 'fillers.yaml');
  const fillers = readYaml(fillersPath, FillersFile, fillersLabel);
  const [conceptsPath, conceptsLabel] = at('language', 'concepts.yaml');
  const concepts = readYaml(conceptsPath, ConceptsFile, conceptsLabel);
  if (!concepts.ok) faults.push(...concepts.faults);
  if (!fillers.ok) faults.push(...fillers.faults);
  const ranking = readYaml(rankingPath, RankingPolicy, rankingLabel);
  const decision = readYaml(decisionPath, DecisionPolicy, decisionLabel);
  if (!ranking.ok) faults.push(...ranking.faults);
  if (!decision.ok) faults.push(...decision.faults);

  const wordings = new Map<string, { kk: string[]; ru: string[] }>();
  const [folder] = at('wordings');
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.yaml')) continue;
    const file = readYaml(...withSchema(at('wordings', name)));
    if (!file.ok) {
      faults.push(...file.faults);
      continue;
    }
    for (const { intent, kk, ru } of file.value.wordings) {
      const known = wordings.get(intent) ?? { kk: [], ru: [] };
      wordings.set(intent, { kk: [...known.kk, ...kk], ru: [...known.ru, ...ru] });
    }
  }
  if (!ranking.ok || !decision.ok || !fillers.ok || !concepts.ok || faults.length > 0)
    return { ok: false, faults };
  return {
    ok: true,
    settings: {
      ranking: ranking.value,
      decision: decision.value,
      fillers: fillers.value,
      concepts: concepts.value.concepts,
      wordings,
    },
  };
}

function withSchema([path, label]: [string, string]): [string, typeof WordingsFile, string] {
  return [path, WordingsFile, label];
}
