import type { ReviewedQuestion } from '../store/ports/reviews.ts';

/** Stem keys of a question's telling words: the same for every spelling and script of a word. */
export type Stems = (question: Pick<ReviewedQuestion, 'text' | 'language'>) => readonly string[];

/** Questions that ask the same, most asked first. */
export interface QuestionGroup {
  /** Every question of the group, the example's first. */
  readonly questions: readonly ReviewedQuestion[];
  /** The wording met most often; the shortest of equals. */
  readonly example: ReviewedQuestion;
}

/** Questions of one set of stems: most people ask in few words, so there are far fewer sets than questions. */
interface Variant {
  /** Its stems in order: the same set has the same key. */
  readonly key: string;
  readonly stems: readonly string[];
  readonly weight: number;
  readonly questions: ReviewedQuestion[];
}

/** How many questions are read before others get the processor: an answer must not wait for an editor's list. */
const turnEvery = 100;

/**
 * Groups questions by the stems they share. Each variant of a question joins the group whose first variant it is most
 * like (Jaccard over stems, weighed by how rare they are), or begins one; the most asked variants come first. Chains
 * (a like b, b like c) do not run together, and the order in which questions come changes nothing.
 */
export async function groupQuestions(
  questions: readonly ReviewedQuestion[],
  stemsOf: Stems,
  similarity: number,
  pause: () => Promise<void> = () => new Promise((resolve) => setImmediate(resolve)),
): Promise<QuestionGroup[]> {
  const variants = new Map<string, ReviewedQuestion[]>();
  for (const [index, question] of questions.entries()) {
    if (index % turnEvery === turnEvery - 1) await pause();
    const key = [...new Set(stemsOf(question))].sort().join(' ');
    const same = variants.get(key);
    if (same === undefined) variants.set(key, [question]);
    else same.push(question);
  }
  const rarity = weigh(variants);
  const ordered = [...variants]
    .map(([key, same]): Variant => {
      const stems = key === '' ? [] : key.split(' ');
      return { key, stems, weight: sum(stems, rarity), questions: same };
    })
    .sort((a, b) => b.questions.length - a.questions.length || compare(a.key, b.key));

  const groups: { readonly first: Variant; readonly questions: ReviewedQuestion[] }[] = [];
  /** Groups by the stems of their first variant. */
  const byStem = new Map<string, number[]>();
  for (const [index, variant] of ordered.entries()) {
    if (index % turnEvery === turnEvery - 1) await pause();
    const near = nearest(variant, groups, byStem, rarity, similarity);
    if (near !== null) {
      near.questions.push(...variant.questions);
      continue;
    }
    const at = groups.push({ first: variant, questions: [...variant.questions] }) - 1;
    for (const stem of variant.stems) {
      const known = byStem.get(stem);
      if (known === undefined) byStem.set(stem, [at]);
      else known.push(at);
    }
  }
  const made: QuestionGroup[] = [];
  for (const [index, { questions: all }] of groups.entries()) {
    if (index % turnEvery === turnEvery - 1) await pause();
    made.push(grouped(all));
  }
  return made.sort(
    (a, b) => b.questions.length - a.questions.length || compare(a.example.text, b.example.text),
  );
}

/** The group most like a variant, if any is like enough. */
function nearest<G extends { readonly first: Variant }>(
  variant: Variant,
  groups: readonly G[],
  byStem: ReadonlyMap<string, readonly number[]>,
  rarity: ReadonlyMap<string, number>,
  similarity: number,
): G | null {
  const shared = new Map<number, number>();
  const rare = [...variant.stems].sort(
    (a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || compare(a, b),
  );
  let left = variant.weight;
  for (const stem of rare) {
    // What shares only the stems that are left can never be like enough, so common words are not looked up for it.
    const tooFew = left < similarity * variant.weight;
    const weight = rarity.get(stem) ?? 0;
    left -= weight;
    if (tooFew && shared.size === 0) break;
    for (const at of byStem.get(stem) ?? []) {
      const before = shared.get(at);
      if (before !== undefined || !tooFew) shared.set(at, (before ?? 0) + weight);
    }
  }
  let best: { readonly group: G; readonly likeness: number } | null = null;
  for (const [at, both] of shared) {
    const group = groups[at];
    if (group === undefined) continue;
    const likeness = both / (variant.weight + group.first.weight - both);
    if (likeness >= similarity && (best === null || likeness > best.likeness)) best = { group, likeness };
  }
  return best?.group ?? null;
}

/** Stems that stand in few variants tell more: ln(1 + N / n). */
function weigh(variants: ReadonlyMap<string, unknown>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of variants.keys())
    for (const stem of key.split(' ')) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + variants.size / count)]));
}

function sum(stems: readonly string[], weights: ReadonlyMap<string, number>): number {
  return stems.reduce((all, stem) => all + (weights.get(stem) ?? 0), 0);
}

function grouped(questions: readonly ReviewedQuestion[]): QuestionGroup {
  const byText = new Map<string, ReviewedQuestion[]>();
  for (const question of questions) {
    const text = question.text.trim().toLowerCase();
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [question]);
    else same.push(question);
  }
  const [most = questions] = [...byText.values()].sort(
    (a, b) =>
      b.length - a.length ||
      (a[0]?.text.length ?? 0) - (b[0]?.text.length ?? 0) ||
      compare(a[0]?.text ?? '', b[0]?.text ?? ''),
  );
  const inOrder = (list: readonly ReviewedQuestion[]) =>
    [...list].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || compare(a.id, b.id));
  // The oldest question of its words stands for the group for as long as it is kept: buttons name the group by it.
  const example = inOrder(most)[0];
  if (example === undefined) throw new Error('a group has a question');
  return { example, questions: [example, ...inOrder(questions).filter(({ id }) => id !== example.id)] };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
