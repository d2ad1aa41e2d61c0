import type { Answerer } from '../answer/answerer.ts';
import { heading, note, paragraph, reply } from '../messages/build.ts';
import type { Button, Reply } from '../messages/reply.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { PersonMessage } from './messages.ts';

/** A message of the desk as the person reads it; `null` when its entry is not in the content any more. */
export function personReply(message: PersonMessage, speaker: Speaker, answerer: Answerer): Reply | null {
  const { t, locale } = speaker;
  const end: Button[][] = [[endButton(speaker)]];
  switch (message.kind) {
    case 'words':
      return reply(locale, [heading(t('desk.reply')), ...paragraphs(message.text)], end);
    case 'closed':
      return reply(locale, [paragraph(t(`desk.closed_${message.by}`))], [[askAgain(speaker)]]);
    case 'entry':
    case 'answer': {
      const shown = answerer.show({ do: 'entry', id: message.entry }, { locale })?.reply;
      if (shown === undefined) return null;
      const first =
        message.kind === 'entry'
          ? [heading(t('desk.reply'))]
          : [note('info', t('inbox.answer_ready', { question: message.question }))];
      return {
        ...shown,
        blocks: [...first, ...shown.blocks],
        buttons: message.kind === 'entry' ? [...shown.buttons, ...end] : shown.buttons,
      };
    }
  }
}

export function endButton({ t }: Pick<Speaker, 't'>): Button {
  return { label: t('desk.end'), action: { do: 'desk', step: 'end' } };
}

export function askAgain({ t }: Pick<Speaker, 't'>): Button {
  return { label: t('button.ask_human'), action: { do: 'human' } };
}

/** What an operator typed, a blank line between paragraphs. */
function paragraphs(text: string) {
  return text
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(paragraph);
}
