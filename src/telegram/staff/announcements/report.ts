import { type Api, InputFile } from 'grammy';
import { reportCsv, reportRows } from '../../../announcements/report.ts';
import type { Locale } from '../../../language/locale.ts';
import type { Texts } from '../../../messages/texts.ts';
import { renderReply } from '../../render/render.ts';
import type { AnnounceParts } from '../announce/parts.ts';
import { reportReply } from './screens.ts';

/** Sends the figures of an announcement, and the same as a table. @throws what the Bot API answered */
export async function sendReport(
  api: Api,
  chat: string,
  locale: Locale,
  id: string,
  parts: Pick<AnnounceParts, 'core' | 'clock' | 'store'>,
  texts: Texts,
): Promise<void> {
  const lines = await parts.store.ledger.report(id);
  const shown = reportReply({ locale, t: texts.for(locale) }, id, lines, parts);
  for (const { text, entities } of renderReply(shown, texts)) await api.sendMessage(chat, text, { entities });
  const csv = new InputFile(Buffer.from(reportCsv(reportRows(lines)), 'utf8'), `announcement-${id}.csv`);
  await api.sendDocument(chat, csv);
}
