import { createHash } from 'node:crypto';
import { chooseEdition } from '../answer/compose/compose.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { Edition, FaqEntry } from '../knowledge/schema/faq.ts';

/** A paper of a checklist. */
export interface Paper {
  /** Six hexadecimal digits made from the paper's Kazakh wording: it stays when papers are added or put in another order. */
  readonly key: string;
  readonly text: Localized;
}

/** The papers of an entry as of a day. */
export interface Papers {
  readonly entry: FaqEntry;
  readonly edition: Edition;
  readonly items: readonly Paper[];
}

/** The papers an entry names today; `null` when there is no such entry or it names none. */
export function papersOf(knowledge: Pick<Knowledge, 'entries'>, id: string, today: string): Papers | null {
  const entry = knowledge.entries.get(id);
  if (entry === undefined) return null;
  const { edition } = chooseEdition(entry, null, today);
  const { papers } = edition;
  if (papers === undefined) return null;
  const items = papers.kk.map((kk, index) => ({ key: keyOf(kk), text: { kk, ru: papers.ru[index] ?? kk } }));
  return { entry, edition, items };
}

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
