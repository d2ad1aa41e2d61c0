import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont, PDFHexString } from 'pdf-lib';
import type { Direction } from '../../language/locale.ts';

/** A glyph and where it stands from the beginning of its run, in units of the font size. */
export interface PlacedGlyph {
  readonly code: PDFHexString;
  readonly x: number;
  readonly y: number;
}

/** A run of text as glyphs. */
export interface Shaped {
  readonly glyphs: readonly PlacedGlyph[];
  /** In units of the font size. */
  readonly width: number;
}

/** One font in one document; only the glyphs asked for go into the file. */
export interface Face {
  readonly font: PDFFont;
  shape(text: string, dir: Direction): Shaped;
  /** Whether the font can show a character. */
  has(character: string): boolean;
}

type Layout = ReturnType<ReturnType<typeof fontkit.create>['layout']>;
type Glyph = Layout['glyphs'][number];
/** fontkit's own signature; its types name the first two parameters only. */
type LayOut = (
  text: string,
  features: undefined,
  script: string | undefined,
  language: undefined,
  direction: Direction,
) => Layout;

/** Noto Sans has Cyrillic and Latin, Noto Naskh Arabic the Arabic letters of Kazakh. */
const files = {
  ltr: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  rtl: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
} as const;

const bytesOf = new Map<Direction, Uint8Array>();

function fontBytes(dir: Direction): Uint8Array {
  const known = bytesOf.get(dir);
  if (known !== undefined) return known;
  const bytes = readFileSync(new URL(import.meta.resolve(files[dir])));
  bytesOf.set(dir, bytes);
  return bytes;
}

/**
 * Puts the font of a direction into a document.
 *
 * pdf-lib shapes text but drops the offsets of glyphs. Noto Naskh makes «ن» of a bowl and a dot that is moved to its
 * place, so its dots all stood on the line. Here the font is laid out first and each glyph asked for by itself.
 */
export async function embedFace(document: PDFDocument, dir: Direction): Promise<Face> {
  const known = fontkit.create(fontBytes(dir));
  const layOut = known.layout.bind(known) as LayOut;
  let asked: Glyph | null = null;
  known.layout = (text) => {
    // Glyphs are all that pdf-lib reads of it.
    if (asked !== null) return { glyphs: [asked] } as Layout;
    return layOut(text, undefined, undefined, undefined, 'ltr');
  };
  const createSubset = known.createSubset.bind(known);
  known.createSubset = () => longOffsets(createSubset());
  document.registerFontkit({ create: () => known });
  const font = await document.embedFont(fontBytes(dir), { subset: true });
  const unit = known.unitsPerEm;
  return {
    font,
    has: (character) => known.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    shape(text, direction) {
      const run = layOut(text, undefined, direction === 'rtl' ? 'arab' : undefined, undefined, direction);
      let pen = 0;
      const glyphs = run.glyphs.map((glyph, index): PlacedGlyph => {
        const position = run.positions[index];
        asked = glyph;
        const code = font.encodeText(' ');
        asked = null;
        const placed = {
          code,
          x: (pen + (position?.xOffset ?? 0)) / unit,
          y: (position?.yOffset ?? 0) / unit,
        };
        pen += position?.xAdvance ?? glyph.advanceWidth;
        return placed;
      });
      return { glyphs, width: pen / unit };
    },
  };
}

/** What fontkit's subset of a TrueType font writes glyphs with. */
interface GlyphWriter {
  loca: { version?: number };
  _addGlyph(id: number): number;
}

/**
 * Makes a subset name where its glyphs begin in full. In the short form that fontkit takes for small fonts offsets are
 * halved: every glyph after one of odd length was cut, and half the letters were missing from the page.
 */
function longOffsets<T>(subset: T): T {
  const writer = subset as T & Partial<GlyphWriter>;
  const add = writer._addGlyph?.bind(writer);
  if (add === undefined) return subset;
  writer._addGlyph = (id) => {
    if (writer.loca !== undefined) writer.loca.version = 1;
    return add(id);
  };
  return subset;
}
