import { heading, list, note, paragraph, reply } from '../messages/build.ts';
import type { Block, Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Checklist, KeptChecklist } from '../store/ports/checklists.ts';
import type { Channel } from '../store/ports/people.ts';
import type { Papers } from './papers.ts';
import { progress } from './sheet.ts';

/** How a checklist is shown. */
export interface ChecklistView {
  readonly channel: Channel;
  /** Days an untouched list is kept. */
  readonly keptDays: number;
}

/**
 * A checklist in the chat: a box for each paper. Telegram cuts long labels, so there the papers stand in the text with
 * their numbers and the boxes repeat their beginnings; on the web the boxes are the list.
 */
export function checklistReply(
  papers: Papers,
  checklist: KeptChecklist,
  speaker: Speaker,
  { channel, keptDays }: ChecklistView,
): Reply {
  const { t } = speaker;
  const entry = papers.entry.id;
  const ticked = new Set(checklist.ticked);
  const items = papers.items.map(({ key, text }) => ({
    key,
    text: speaker.say(text),
    done: ticked.has(key),
  }));
  const lines: Block[] =
    channel === 'telegram'
      ? [
          list(
            items.map(({ text, done }) => `${done ? '✅' : '⬜'} ${text}`),
            { ordered: true },
          ),
        ]
      : [];
  const boxes = items.map(({ key, text, done }, index): Button[] => [
    {
      label: channel === 'telegram' ? `${index + 1}. ${text}` : text,
      action: { do: 'checklist_tick', entry, item: key, done: !done },
      pressed: done,
    },
  ]);
  const paper: Button =
    channel === 'telegram'
      ? { label: t('checklist.file'), action: { do: 'checklist_file', entry } }
      : { label: t('checklist.print'), url: `/checklist/${entry}` };
  const made = reply(
    speaker.locale,
    [
      heading(t('checklist.title', { title: speaker.say(papers.entry.title) })),
      ...(checklist.outdated ? [note('warning', t('checklist.changed'))] : []),
      ...lines,
      paragraph(progress(papers, checklist, speaker)),
      note('info', t('checklist.how', { count: keptDays })),
    ],
    [
      ...boxes,
      [paper, { label: t('checklist.close'), action: { do: 'checklist_close', entry } }],
      [{ label: t('checklist.answer'), action: { do: 'entry', id: entry } }],
    ],
  );
  return { ...made, view: viewOf(entry) };
}

/** Instead of a checklist that was closed, or whose papers are gone. */
export function noChecklistReply(
  why: 'closed' | 'gone' | 'none',
  entry: string,
  offer: boolean,
  speaker: Speaker,
): Reply {
  const again: Button[] = offer ? [makeButton(entry, speaker)] : [];
  const told = reply(speaker.locale, [paragraph(speaker.t(`checklist.${why}`))], [again]);
  return { ...told, view: viewOf(entry) };
}

/** All open checklists of a person. */
export function checklistsReply(
  open: readonly { readonly papers: Papers; readonly checklist: Checklist }[],
  speaker: Speaker,
): Reply {
  if (open.length === 0) return reply(speaker.locale, [paragraph(speaker.t('checklist.empty'))]);
  return reply(
    speaker.locale,
    [heading(speaker.t('checklist.mine'))],
    open.map(({ papers, checklist }): Button[] => [
      {
        label: `${speaker.say(papers.entry.title)}: ${progress(papers, checklist, speaker)}`,
        action: { do: 'checklist', entry: papers.entry.id },
      },
    ]),
  );
}

/** Offers the papers of an entry as a checklist. */
export function makeButton(entry: string, speaker: Pick<Speaker, 't'>): Button {
  return { label: speaker.t('checklist.make'), action: { do: 'checklist', entry } };
}

function viewOf(entry: string): string {
  return `checklist.${entry}`;
}
