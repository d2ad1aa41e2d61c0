import type { Turn } from '../conversation/conversation.ts';
import { isLocale, type Locale } from '../language/locale.ts';
import { decodeAction, encodeAction } from '../messages/action.ts';
import { reply as makeReply, paragraph } from '../messages/build.ts';
import type { Block, Button, Reply } from '../messages/reply.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { HistoryMessage } from '../store/ports/history.ts';
import type { Input } from './input.ts';
import type { WebParts } from './parts.ts';
import type { Visitor } from './visitor.ts';

/** Messages kept for a visitor; older ones are forgotten. */
export const keptMessages = 50;

/** A turn as the page shows it, and what the visitor is shown to have said. */
export interface WebTurn extends Turn {
  /** Text of the visitor's own message; absent for menus that change in place. */
  readonly said?: string;
}

/** Runs one input through the conversation and keeps both sides in the history. */
export function takeTurn(parts: WebParts, visitor: Visitor, input: Input, locale: Locale): Promise<WebTurn> {
  const { handling = (work) => work() } = parts;
  return handling(() => turnOf(parts, visitor, input, locale));
}

async function turnOf(parts: WebParts, visitor: Visitor, input: Input, locale: Locale): Promise<WebTurn> {
  const { conversation, store } = parts;
  const hint = { locale };
  if (input.kind === 'clear_history') {
    await store.history.clear(visitor.personId);
    await store.contexts.clear(visitor.personId);
    const now = await conversation.localeOf(visitor.person, hint);
    return { replies: [], replace: false, locale: now, notice: parts.texts.for(now)('web.deleted') };
  }
  // The label must be read before the turn: an answer to the press may push its message out of the history.
  const said = input.kind === 'text' ? maskPersonal(input.text) : await saidBy(parts, visitor, input, locale);
  const turn = await run(parts, visitor, input, hint);
  if (turn.replace) await keepNewest(parts, visitor, turn.replies[0]);
  // The person may have had everything deleted in this very turn: then nothing is written after it.
  // A menu that changes in place is no part of the conversation: the message it stands in is kept as it first was.
  if (!turn.replace && (await store.people.byId(visitor.personId)) !== null) {
    await store.history.append(
      visitor.personId,
      [
        ...(said === undefined ? [] : [{ author: 'user' as const, payload: said.slice(0, 2000) }]),
        ...turn.replies.map((payload) => ({ author: 'bot' as const, payload })),
      ],
      keptMessages,
    );
  }
  return { ...turn, ...(said === undefined ? {} : { said }) };
}

async function run(
  { conversation, texts }: WebParts,
  { person }: Visitor,
  input: Exclude<Input, { kind: 'clear_history' }>,
  hint: { locale: Locale },
): Promise<Turn> {
  if (input.kind === 'text') return conversation.ask(person, input.text, hint);
  if (input.kind === 'command') return conversation.command(person, input.command, undefined, hint);
  if (input.action !== null) return conversation.press(person, input.action, hint);
  const locale = await conversation.localeOf(person, hint);
  return { replies: [], replace: false, locale, notice: texts.for(locale)('error.old_button') };
}

/** Puts what was shown anew in the place of what it replaced: after a reload ticks are where they were. */
async function keepNewest(
  { store }: WebParts,
  { personId }: Visitor,
  reply: Reply | undefined,
): Promise<void> {
  if (reply?.view === undefined) return;
  const messages = await store.history.list(personId, keptMessages);
  const shown = messages.filter(
    ({ author, payload }) => author === 'bot' && (payload as Reply).view === reply.view,
  );
  for (const { id } of shown) await store.history.replace(personId, id, reply);
}

/** What stands for a press in the history: the button's label, or the command's name. */
async function saidBy(
  { store, texts }: WebParts,
  visitor: Visitor,
  input: Extract<Input, { kind: 'action' | 'command' }>,
  locale: Locale,
): Promise<string | undefined> {
  if (input.kind === 'command') return texts.for(locale)(`command.${input.command}`);
  if (input.action === null || input.action.do === 'feedback' || input.action.do === 'feedback_reason')
    return undefined;
  const wanted = JSON.stringify(input.action);
  for (const { author, payload } of [
    ...(await store.history.list(visitor.personId, keptMessages)),
  ].reverse()) {
    if (author !== 'bot') continue;
    for (const button of (payload as Reply).buttons.flat()) {
      if ('action' in button && JSON.stringify(button.action) === wanted) return button.label;
    }
  }
  return undefined;
}

/** A history message as a reply or a text; a reply of another release that this one cannot show becomes a note. */
export function shownMessage(message: HistoryMessage, locale: Locale): { reply: Reply } | { text: string } {
  if (message.author === 'user') return { text: String(message.payload) };
  return { reply: isReply(message.payload) ? message.payload : makeReply(locale, [paragraph('…')]) };
}

/** Kinds of block this release can show. */
const blockTypes: ReadonlySet<string> = new Set<Block['type']>([
  'heading',
  'paragraph',
  'list',
  'quote',
  'note',
  'sources',
  'table',
  'contact',
]);

/**
 * Whether a stored value is a reply of this release: after a rollback the history holds buttons and blocks that
 * only the newer one knows, and one of them would make the whole page fail.
 */
function isReply(value: unknown): value is Reply {
  const reply = value as Partial<Reply> | null;
  if (!Array.isArray(reply?.blocks) || !Array.isArray(reply.buttons) || !isLocale(reply.locale)) return false;
  if (!reply.blocks.every((block: Block) => blockTypes.has(block.type))) return false;
  return reply.buttons.flat().every((button: Button) => !('action' in button) || isKnown(button));
}

function isKnown(button: Extract<Button, { action: unknown }>): boolean {
  try {
    return decodeAction(encodeAction(button.action)) !== null;
  } catch {
    return false;
  }
}
