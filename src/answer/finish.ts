import { reply as makeReply, note } from '../messages/build.ts';
import { plainText } from '../messages/plain.ts';
import type { Block, Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './steps/read.ts';

/**
 * What is said before any answer: that the question was cut, or holds a personal number; and, when no answer is sure,
 * which languages are understood, in those that people of other languages here read.
 */
export function remarks(
  reading: Reading,
  { personal, unsure }: { readonly personal: boolean; readonly unsure: boolean },
  speaker: Speaker,
): Block[] {
  const blocks: Block[] = [];
  if (personal) blocks.push(note('warning', speaker.t('answer.masked')));
  if (reading.cutTo !== null) blocks.push(note('info', speaker.t('answer.cut', { count: reading.cutTo })));
  if (unsure && reading.foreign) blocks.push(note('info', speaker.t('answer.languages')));
  return blocks;
}

/** A draft as a message, and its text; `last` is a row of buttons under the draft's own. */
export function finish(
  draft: Draft,
  before: readonly Block[],
  speaker: Speaker,
  last: readonly Button[] = [],
): { reply: Reply; text: string } {
  const reply = makeReply(speaker.locale, [...before, ...draft.blocks], [...draft.buttons, last]);
  return { reply, text: plainText(reply) };
}
