import type { Api } from 'grammy';
import type { Announcement } from '../../../announcements/announcement.ts';
import type { Button, Reply } from '../../../messages/reply.ts';
import type { Texts } from '../../../messages/texts.ts';
import { renderReply } from '../../render/render.ts';

/**
 * Sends one version of an announcement to a member of staff, as its reader would get it: one message, with its file.
 * By the bot's own API, which waits out floods: staff see all versions or an error, never some.
 * @throws what the Bot API answered
 */
export async function sendVersion(
  api: Api,
  chat: number,
  version: Reply,
  media: Announcement['media'],
  texts: Texts,
): Promise<void> {
  const [message] = renderReply(version, texts);
  if (message === undefined) return;
  const { text, entities, keyboard } = message;
  const markup = keyboard === undefined ? {} : { reply_markup: keyboard };
  if (media?.file_id === undefined) {
    await api.sendMessage(chat, text, { entities, link_preview_options: { is_disabled: true }, ...markup });
    return;
  }
  const caption = { caption: text, caption_entities: entities, ...markup };
  if (media.kind === 'photo') await api.sendPhoto(chat, media.file_id, caption);
  else await api.sendDocument(chat, media.file_id, caption);
}

/** Buttons of a preview look as they will and do nothing: a member of staff would stop their own announcements. */
export function withInertButtons(version: Reply): Reply {
  const inert = (button: Button): Button => ({
    label: button.label,
    action: { do: 'staff', command: 'announce', args: ['preview'] },
  });
  return { ...version, buttons: version.buttons.map((row) => row.map(inert)) };
}
