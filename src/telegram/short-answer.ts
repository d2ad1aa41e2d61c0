import type { Answer } from '../answer/outcome.ts';
import type { Block, Button, Reply } from '../messages/reply.ts';
import type { Texts } from '../messages/texts.ts';
import { deepLink } from './deep-link.ts';

/** Blocks that a public place gets beside the first paragraph: what the answer is worth, and where it stands. */
const kept: ReadonlySet<Block['type']> = new Set(['heading', 'sources']);
const keptNotes: ReadonlySet<string> = new Set(['uncertain', 'unofficial', 'warning', 'urgent']);
const mostChoices = 3;

/**
 * An answer for a group: short, with its source, and a link to the whole of it in a private chat. Its buttons are
 * links only, because a button in a group can be pressed by anybody.
 */
export function shortAnswer(
  answer: Pick<Answer, 'reply' | 'entry'>,
  parts: { readonly username: string; readonly texts: Texts },
): Reply {
  let told = false;
  const blocks = answer.reply.blocks.filter((block) => {
    if (block.type === 'note') return keptNotes.has(block.tone);
    if (
      block.type === 'paragraph' ||
      block.type === 'list' ||
      block.type === 'table' ||
      block.type === 'contact'
    ) {
      const first = !told;
      told = true;
      return first;
    }
    return kept.has(block.type);
  });
  return { ...answer.reply, blocks, buttons: linkButtons(answer, parts) };
}

function linkButtons(
  { reply, entry }: Pick<Answer, 'reply' | 'entry'>,
  { username, texts }: { readonly username: string; readonly texts: Texts },
): Button[][] {
  const t = texts.for(reply.locale);
  if (entry !== null) return [[{ label: t('web.share'), url: deepLink(username, entry) }]];
  const choices = reply.buttons.flat().flatMap((button): Button[] => {
    if (!('action' in button)) return [];
    const { action } = button;
    const id = action.do === 'entry' || action.do === 'subject' || action.do === 'clause' ? action.id : null;
    return id === null ? [] : [{ label: button.label, url: deepLink(username, id) }];
  });
  if (choices.length > 0) return choices.slice(0, mostChoices).map((button) => [button]);
  return [[{ label: t('web.bot'), url: deepLink(username) }]];
}
