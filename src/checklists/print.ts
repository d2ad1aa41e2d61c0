import type { Core } from '../core.ts';
import { type Clock, today } from '../knowledge/almaty-time.ts';
import type { Locale } from '../language/locale.ts';
import { createSpeaker } from '../messages/speaker.ts';
import type { Store } from '../store/ports/store.ts';
import { papersOf } from './papers.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** Finds a person's checklist and brings it to paper; `null` when they have none of the entry, or it names no papers now. */
export function checklistPrinter(
  core: () => Pick<Core, 'knowledge' | 'speaking'>,
  store: Pick<Store, 'checklists'>,
  clock: Clock,
): (personId: string, entry: string, locale: Locale) => Promise<Sheet | null> {
  return async (personId, entry, locale) => {
    const { knowledge, speaking } = core();
    const day = today(clock);
    const papers = papersOf(knowledge, entry, day);
    const checklist = papers === null ? null : await store.checklists.find(personId, entry);
    if (papers === null || checklist === null) return null;
    return sheetOf(papers, checklist, knowledge, createSpeaker(speaking, locale, day), day);
  };
}
