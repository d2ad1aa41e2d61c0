import { expand, type Surface } from './expand.ts';
import { type Slot, slotCount, suffixRules } from './suffixes.ts';

/** A suffix that can be taken off, leading to another slot. */
export interface Edge {
  readonly length: number;
  readonly to: Slot;
  readonly after: number;
  readonly harmony: number;
  readonly demand: Surface['demand'];
  /** Index of the suffix's cost. */
  readonly feature: number;
}

/** A node of a trie over suffixes read backwards. */
export interface TrieNode {
  readonly next: Map<number, TrieNode>;
  readonly edges: Edge[];
}

/** Names of the suffix costs; the length of a suffix is part of the name, since short ones are riskier. */
export const suffixFeatures: string[] = [];

const newNode = (): TrieNode => ({ next: new Map(), edges: [] });

function buildTries(): TrieNode[] {
  const tries = Array.from({ length: slotCount }, newNode);
  const featureOf = new Map<string, number>();
  for (const rule of suffixRules) {
    for (const surface of rule.patterns.flatMap(expand)) {
      const name = `${rule.name}.${Math.min(surface.text.length, 4)}`;
      let feature = featureOf.get(name);
      if (feature === undefined) {
        feature = suffixFeatures.push(name) - 1;
        featureOf.set(name, feature);
      }
      const { after, harmony, demand } = surface;
      const edge: Edge = { length: surface.text.length, to: rule.to, after, harmony, demand, feature };
      for (const from of rule.from) add(tries[from] as TrieNode, surface.text, edge);
    }
  }
  return tries;
}

function add(root: TrieNode, text: string, edge: Edge): void {
  let node = root;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    let child = node.next.get(code);
    if (child === undefined) {
      child = newNode();
      node.next.set(code, child);
    }
    node = child;
  }
  node.edges.push(edge);
}

/** One trie for each slot. */
export const suffixTries: readonly TrieNode[] = buildTries();
