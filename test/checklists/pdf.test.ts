import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { papersOf } from '../../src/checklists/papers.ts';
import { embedFace } from '../../src/checklists/pdf/face.ts';
import { breakLines } from '../../src/checklists/pdf/lines.ts';
import { runsOf } from '../../src/checklists/pdf/runs.ts';
import { type Sheet, sheetOf } from '../../src/checklists/sheet.ts';
import { sheetFile } from '../../src/checklists/sheet-file.ts';
import { type Core, createCore } from '../../src/core.ts';
import { type Locale, locales } from '../../src/language/locale.ts';
import { createSpeaker } from '../../src/messages/speaker.ts';

const day = '2026-11-21';
const now = new Date(`${day}T09:00:00Z`);
let core: Core;
beforeAll(() => {
  core = createCore({ clock: { now: () => now } });
});

function sheetIn(locale: Locale, entry = 'citizenship.rpp_papers'): Sheet {
  const papers = papersOf(core.knowledge, entry, day);
  if (papers === null) throw new Error(`${entry} names no papers`);
  const ticked = papers.items.slice(0, 2).map(({ key }) => key);
  return sheetOf(papers, { ticked }, core.knowledge, createSpeaker(core.speaking, locale, day), day);
}

describe('runs of a line', () => {
  const of = (text: string, base: 'ltr' | 'rtl') => runsOf(text, base).map((run) => `${run.dir}:${run.text}`);

  it('set numbers and foreign words apart in right-to-left text', () => {
    expect(of('مەرزىمى 180 كۇن', 'rtl')).toEqual(['rtl:مەرزىمى ', 'ltr:180', 'rtl: كۇن']);
    expect(of('eGov kz ارقىلى', 'rtl')).toEqual(['ltr:eGov kz', 'rtl: ارقىلى']);
    expect(of('№ 18-85 بۇيرىق', 'rtl')).toEqual(['ltr:№ 18-85', 'rtl: بۇيرىق']);
  });

  it('follow isolates, whatever stands in them', () => {
    expect(of('مەرزىم \u206810–15\u2069 كۇن', 'rtl')).toEqual(['rtl:مەرزىم ', 'ltr:10–15', 'rtl: كۇن']);
  });

  it('mirror brackets of right-to-left runs only', () => {
    expect(of('(قازاق) (eGov)', 'rtl')).toEqual(['rtl:)قازاق( )', 'ltr:eGov', 'rtl:(']);
    expect(of('Казах (қазақ)', 'ltr')).toEqual(['ltr:Казах (қазақ)']);
  });

  it('set Arabic words apart in left-to-right text', () => {
    expect(of('слово قازاق 5', 'ltr')).toEqual(['ltr:слово ', 'rtl:قازاق', 'ltr: 5']);
  });
});

describe('lines', () => {
  const widthOf = (text: string) => text.length;

  it('are no wider than allowed and lose no word', () => {
    const text = 'Паспорт и его копия, срок действия больше 180 календарных дней.';
    const lines = breakLines(text, 'ltr', 20, widthOf).map((line) =>
      line.map((piece) => piece.text).join(''),
    );
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
    expect(lines.join(' ')).toBe(text);
  });

  it('do not part what no space parts', () => {
    const lines = breakLines('قۇجات 028/ۋ نىسان', 'rtl', 8, widthOf);
    expect(lines.map((line) => line.map((piece) => piece.text).join(''))).toContain('028/ۋ');
  });
});

describe('a font in a document', () => {
  it('joins Arabic letters and puts their dots in place', async () => {
    const face = await embedFace(await PDFDocument.create(), 'rtl');
    const { glyphs, width } = face.shape('ن', 'rtl');
    // A bowl and its dot, which stands above it and takes no room of its own.
    expect(glyphs).toHaveLength(2);
    expect(Math.max(...glyphs.map(({ y }) => Math.abs(y)))).toBeGreaterThan(0.05);
    expect(face.shape('نن', 'rtl').width).toBeLessThan(2 * width);
  });
});

describe('a sheet', () => {
  it.each(locales)('in %s is a small PDF of one page', async (locale) => {
    const { bytes, name, type } = await sheetFile(sheetIn(locale), 'citizenship.rpp_papers', now);
    expect({ name, type }).toEqual({ name: 'bagdar-citizenship-rpp_papers.pdf', type: 'application/pdf' });
    expect(bytes.length).toBeLessThan(60_000);
    const read = await PDFDocument.load(bytes);
    expect(read.getPageCount()).toBe(1);
    expect(read.getTitle()).toBe(sheetIn(locale).title);
  });

  it('says where it comes from, how old its source is, and what is uncertain', () => {
    const sheet = sheetIn('ru');
    expect(sheet.foot.join(' ')).toContain('Распечатано из Бағдара: 21 ноября 2026 года.');
    expect(sheet.asOf).toContain('16 октября 2025 года');
    expect(sheet.sources.length).toBeGreaterThan(0);
    expect(sheet.notes.join(' ')).toContain('Нужно уточнить');
    expect(sheet.items.filter(({ done }) => done)).toHaveLength(2);
  });

  it('goes on over pages when its papers do not fit one', async () => {
    const sheet = sheetIn('kk-Arab');
    const long = {
      ...sheet,
      items: Array.from({ length: 60 }, (_, at) => sheet.items[at % 8] ?? sheet.items[0]),
    };
    const { bytes } = await sheetFile(long as Sheet, 'x', now);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1);
  });

  it('has a glyph for every letter of every sheet of the content', async () => {
    const document = await PDFDocument.create();
    const faces = { ltr: await embedFace(document, 'ltr'), rtl: await embedFace(document, 'rtl') };
    const missing = new Set<string>();
    const entries = [...core.knowledge.entries.keys()].filter(
      (id) => papersOf(core.knowledge, id, day) !== null,
    );
    for (const locale of locales) {
      for (const entry of entries) {
        const { title, items, notes, sources, foot, dir } = sheetIn(locale, entry);
        const texts = [title, ...items.map(({ text }) => text), ...notes, ...sources, ...foot];
        for (const run of texts.flatMap((text) => runsOf(text, dir)))
          for (const character of run.text)
            if (!faces[run.dir].has(character)) missing.add(`${run.dir} ${character}`);
      }
    }
    expect([...missing]).toEqual([]);
  });
});
