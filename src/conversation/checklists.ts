import { type Papers, papersOf } from '../checklists/papers.ts';
import { checklistReply, checklistsReply, noChecklistReply } from '../checklists/reply.ts';
import { sheetOf } from '../checklists/sheet.ts';
import { sheetFile } from '../checklists/sheet-file.ts';
import type { Core } from '../core.ts';
import type { Clock } from '../knowledge/almaty-time.ts';
import { today } from '../knowledge/almaty-time.ts';
import { paragraph, reply } from '../messages/build.ts';
import { createSpeaker } from '../messages/speaker.ts';
import type { Checklist } from '../store/ports/checklists.ts';
import type { Store } from '../store/ports/store.ts';
import type { Turn } from './conversation.ts';
import type { ConversationModule, Visit } from './module.ts';
import { change, tell } from './turns.ts';

/** What checklists are made of. */
export interface ChecklistParts {
  readonly core: () => Pick<Core, 'knowledge' | 'speaking'>;
  readonly store: Pick<Store, 'checklists'>;
  readonly clock: Clock;
  /** Days an untouched list is kept. */
  readonly keptDays: number;
}

/** Lists of papers a person ticks off, one for each entry that names papers; kept without names or numbers. */
export function checklistsModule(parts: ChecklistParts): ConversationModule {
  const { store, clock, keptDays } = parts;
  return {
    name: 'checklists',
    async press(visit, action) {
      switch (action.do) {
        case 'checklists':
          return tell(visit, checklistsReply(await openChecklists(visit, parts), speakerOf(visit)));
        case 'checklist':
          return shown(visit, action.entry, (papers) =>
            store.checklists.keep(visit.person.id, action.entry, keysOf(papers)),
          );
        case 'checklist_tick': {
          // Old messages keep their boxes: a list that was deleted is not made again by one of them.
          if ((await store.checklists.find(visit.person.id, action.entry)) === null)
            return change(visit, noChecklistReply('gone', action.entry, true, speakerOf(visit)));
          const turn = await shown(visit, action.entry, (papers) =>
            store.checklists.keep(visit.person.id, action.entry, keysOf(papers), action),
          );
          return { ...turn, replace: true };
        }
        case 'checklist_close':
          await store.checklists.close(visit.person.id, action.entry);
          return change(visit, noChecklistReply('closed', action.entry, true, speakerOf(visit)));
        case 'checklist_file':
          return filed(visit, action.entry);
        default:
          return null;
      }
    },
  };

  function speakerOf(visit: Visit) {
    return createSpeaker(parts.core().speaking, visit.locale, today(clock));
  }

  async function shown(
    visit: Visit,
    entry: string,
    keep: (papers: Papers) => ReturnType<Store['checklists']['keep']>,
  ): Promise<Turn> {
    const papers = papersOf(parts.core().knowledge, entry, today(clock));
    if (papers === null) return tell(visit, noChecklistReply('none', entry, false, speakerOf(visit)));
    const view = { channel: visit.person.channel, keptDays };
    return tell(visit, checklistReply(papers, await keep(papers), speakerOf(visit), view));
  }

  async function filed(visit: Visit, entry: string): Promise<Turn> {
    const { knowledge } = parts.core();
    const papers = papersOf(knowledge, entry, today(clock));
    const speaker = speakerOf(visit);
    if (papers === null) return tell(visit, noChecklistReply('none', entry, false, speaker));
    const checklist = await store.checklists.find(visit.person.id, entry);
    const sheet = sheetOf(papers, checklist ?? { ticked: [] }, knowledge, speaker, today(clock));
    const file = await sheetFile(sheet, entry, clock.now());
    const told = reply(visit.locale, [paragraph(speaker.t('checklist.file_ready'))]);
    return { ...tell(visit, told), files: [file] };
  }
}

/** A person's checklists whose papers are still in the content. */
export async function openChecklists(
  visit: Pick<Visit, 'person'>,
  { core, store, clock }: Pick<ChecklistParts, 'core' | 'store' | 'clock'>,
): Promise<{ papers: Papers; checklist: Checklist }[]> {
  const { knowledge } = core();
  return (await store.checklists.list(visit.person.id)).flatMap((checklist) => {
    const papers = papersOf(knowledge, checklist.entry, today(clock));
    return papers === null ? [] : [{ papers, checklist }];
  });
}

function keysOf({ items }: Papers): string[] {
  return items.map(({ key }) => key);
}
