import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Block } from '../../messages/reply.ts';
import type { Speaker } from '../../messages/speaker.ts';

/** Cards of the bodies competent for a service in a region, or of one body by its id. */
export function contactCards(
  _knowledge: Knowledge,
): (id: string, region: string | null, speaker: Speaker) => Block[] {
  return () => [];
}
