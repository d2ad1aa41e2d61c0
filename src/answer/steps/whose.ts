import type { Candidate } from '../../search/candidate.ts';
import type { Hit, Ranking } from '../../search/search.ts';
import type { DecisionPolicy } from '../policy.ts';

/** A reading at least this share of the best one's score is as likely. */
const asLikely = 0.9;

/**
 * The readings to choose from when a short question does not say whose it is: «тіркеуге неше күн бар» has one answer
 * for a foreigner and another for a citizen, and the wrong one costs a fine. `null` when it says so, when it is long
 * enough to tell, or when its likely readings are for the same people.
 */
export function whoseQuestion(
  ranking: Ranking,
  ours: readonly Hit[],
  policy: DecisionPolicy,
): readonly Candidate[] | null {
  const { max_words, people } = policy.whose;
  const [best] = ours;
  if (best === undefined || ranking.words.length > max_words) return null;
  if (ranking.concepts.some((id) => policy.asker_concepts.includes(id))) return null;
  const likely = ours.slice(0, 4).filter(({ score }) => score >= asLikely * best.score);
  const readings = likely.filter(({ candidate }) => people.some((prefix) => candidate.id.startsWith(prefix)));
  const named = people.filter((prefix) => readings.some(({ candidate }) => candidate.id.startsWith(prefix)));
  if (readings[0] !== best || named.length < 2) return null;
  return readings.map(({ candidate }) => candidate);
}
