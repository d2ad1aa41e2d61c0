import type { ReplyFile } from '../messages/reply.ts';
import type { Sheet } from './sheet.ts';

/** A checklist as a PDF to be sent. The PDF library is loaded by the first who asks: it would slow down every start. */
export async function sheetFile(sheet: Sheet, entry: string, now: Date): Promise<ReplyFile> {
  const { sheetPdf } = await import('./pdf/sheet-pdf.ts');
  return {
    name: `bagdar-${entry.replaceAll('.', '-')}.pdf`,
    type: 'application/pdf',
    bytes: await sheetPdf(sheet, now),
  };
}
