import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  rgb,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import type { Direction } from '../../language/locale.ts';
import type { Sheet } from '../sheet.ts';
import { embedFace, type Face } from './face.ts';
import { breakLines, type Line } from './lines.ts';

/** A4, in points. */
const page = { width: 595.28, height: 841.89, margin: 52 };
const box = { side: 11, gap: 9 };
const ink = rgb(0.1, 0.1, 0.1);

/** Text sizes and the distances between lines, in points. Naskh needs more of both. */
const sizes = {
  ltr: { title: 17, text: 11.5, small: 9, leading: 1.42 },
  rtl: { title: 19, text: 14, small: 11, leading: 1.6 },
} as const;

/** A checklist as a PDF: boxes to tick with a pen, ticked ones ticked, and what it rests on. */
export async function sheetPdf(sheet: Sheet, now: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const ltr = await embedFace(document, 'ltr');
  const arabic = sheet.dir === 'rtl' || /\p{Script=Arabic}/u.test(JSON.stringify(sheet));
  const faces: Record<Direction, Face> = { ltr, rtl: arabic ? await embedFace(document, 'rtl') : ltr };
  document.setTitle(sheet.title, { showInWindowTitleBar: true });
  document.setLanguage(sheet.locale);
  document.setProducer('Bağdar');
  document.setCreator('Bağdar');
  document.setCreationDate(now);
  document.setModificationDate(now);
  const size = sizes[sheet.dir];
  const writer = createWriter(document, faces, sheet.dir);
  writer.text(sheet.title, size.title);
  writer.space(4);
  writer.text(sheet.progress, size.small);
  writer.space(12);
  for (const { text, done } of sheet.items) {
    writer.item(text, size.text, done);
    writer.space(6);
  }
  writer.space(8);
  for (const note of sheet.notes) {
    writer.text(note, size.small);
    writer.space(4);
  }
  writer.text(`${sheet.sourcesTitle}:`, size.small);
  for (const source of sheet.sources) writer.text(source, size.small, 10);
  if (sheet.asOf !== null) writer.text(sheet.asOf, size.small);
  writer.space(10);
  for (const line of sheet.foot) writer.text(line, size.small);
  return await document.save();
}

/** Writes from the top down, beginning a new page when one is full. */
function createWriter(document: PDFDocument, faces: Readonly<Record<Direction, Face>>, base: Direction) {
  let sheet = document.addPage([page.width, page.height]);
  let y = page.height - page.margin;
  const { leading } = sizes[base];
  // Each word is measured, then drawn.
  const shapes = new Map<string, ReturnType<Face['shape']>>();
  const shape = (text: string, dir: Direction): ReturnType<Face['shape']> => {
    const key = `${dir}${text}`;
    const known = shapes.get(key);
    if (known !== undefined) return known;
    const shaped = faces[dir].shape(text, dir);
    shapes.set(key, shaped);
    return shaped;
  };

  const text = (words: string, size: number, indent = 0): void => {
    const width = page.width - 2 * page.margin - indent;
    const lines = breakLines(words, base, width, (part, dir) => shape(part, dir).width * size);
    for (const line of lines) {
      if (y - size * leading < page.margin) {
        sheet = document.addPage([page.width, page.height]);
        y = page.height - page.margin;
      }
      y -= size * leading;
      drawLine(line, size, indent);
    }
  };

  const drawLine = (line: Line, size: number, indent: number): void => {
    let left = page.margin + indent;
    let right = page.width - page.margin - indent;
    for (const { text: words, dir } of line) {
      const shaped = shape(words, dir);
      const width = shaped.width * size;
      const x = base === 'rtl' ? right - width : left;
      drawGlyphs(sheet, faces[dir].font, size, shaped.glyphs, x, y);
      left += width;
      right -= width;
    }
  };

  return {
    text,
    space: (points: number) => {
      y -= points;
    },
    item: (words: string, size: number, done: boolean): void => {
      const indent = box.side + box.gap;
      // Room for the first line, or its box would stay behind on the page before.
      if (y - size * leading < page.margin) y = 0;
      const before = sheet;
      const top = y;
      text(words, size, indent);
      const first = sheet === before ? top : page.height - page.margin;
      drawBox(sheet, base, first - size * leading, size, done);
    },
  };
}

function drawGlyphs(
  sheet: PDFPage,
  font: PDFFont,
  size: number,
  glyphs: ReturnType<Face['shape']>['glyphs'],
  x: number,
  y: number,
): void {
  const key = sheet.node.newFontDictionary(font.name, font.ref);
  sheet.pushOperators(beginText(), setFontAndSize(key, size));
  for (const glyph of glyphs)
    sheet.pushOperators(
      setTextMatrix(1, 0, 0, 1, x + glyph.x * size, y + glyph.y * size),
      showText(glyph.code),
    );
  sheet.pushOperators(endText());
}

function drawBox(sheet: PDFPage, base: Direction, baseline: number, size: number, done: boolean): void {
  const x = base === 'rtl' ? page.width - page.margin - box.side : page.margin;
  const y = baseline + size * 0.35 - box.side / 2;
  sheet.drawRectangle({ x, y, width: box.side, height: box.side, borderColor: ink, borderWidth: 1 });
  if (!done) return;
  const stroke = { color: ink, thickness: 1.5 };
  sheet.drawLine({ start: { x: x + 2.2, y: y + 5.4 }, end: { x: x + 4.6, y: y + 2.6 }, ...stroke });
  sheet.drawLine({ start: { x: x + 4.6, y: y + 2.6 }, end: { x: x + 9, y: y + 8.8 }, ...stroke });
}
