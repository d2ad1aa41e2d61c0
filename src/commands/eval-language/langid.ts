import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect, detectBest } from '../../language/detect/index.ts';
import { retype, transliterateRussian } from '../../language/detect/retype.ts';
import { lowerCase } from '../../language/normalise/index.ts';
import { toArabic } from '../../language/scripts/index.ts';

interface Row {
  readonly text: string;
  readonly language: string;
  readonly length: string;
}

/** Shares of texts of `langid.tsv` whose language is told, by length, as written and in Russian letters. */
export interface LangidRow {
  readonly set: string;
  readonly texts: number;
  /** `detect`: unknown counts as wrong. */
  readonly told: number;
  /** `detectBest`: always one of the two. */
  readonly best: number;
  readonly unknown: number;
}

/** Measures language identification on `langid.tsv` (columns text, lang, words, source) of a folder. */
export function evaluateLangid(folder: string): { title: string; rows: LangidRow[] } {
  const rows = readFileSync(join(folder, 'langid.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line): Row => {
      const [text = '', language = '', length = ''] = line.split('\t');
      return { text, language, length };
    });
  const lengths = [...new Set(rows.map(({ length }) => length))];
  const result = [measure('as written', rows)];
  for (const length of lengths)
    result.push(
      measure(
        `${length} words`,
        rows.filter((row) => row.length === length),
      ),
    );
  result.push(
    measure(
      '3+ words',
      rows.filter(({ length }) => length !== '1' && length !== '2'),
    ),
  );
  for (const spelling of ['russian-i', 'russian-y'] as const) {
    const retyped = rows.map((row) =>
      row.language === 'kk' ? { ...row, text: retype(row.text, spelling) } : row,
    );
    result.push(measure(`Kazakh in Russian letters (${spelling.at(-1) === 'i' ? 'і→и' : 'і→ы'})`, retyped));
  }
  const kazakh = rows.filter(({ language }) => language === 'kk');
  for (const spelling of latinSpellings) {
    result.push(
      measure(
        `Kazakh in ${spelling}`,
        retypedWith(kazakh, (text) => retype(text, spelling)),
      ),
    );
  }
  result.push(
    measure(
      'Kazakh in Arabic script',
      retypedWith(kazakh, (text) => toArabic(lowerCase(text))),
    ),
  );
  const russian = rows.filter(({ language }) => language === 'ru');
  result.push(measure('Russian transliterated', retypedWith(russian, transliterateRussian)));
  return { title: 'Language identification (accuracy)', rows: result };
}

const latinSpellings = ['latin-2021', 'latin-2018', 'common-turkic', 'ascii-a', 'ascii-b'] as const;

function retypedWith(rows: readonly Row[], change: (text: string, at: number) => string): Row[] {
  return rows.map((row, at) => ({ ...row, text: change(row.text, at) }));
}

function measure(set: string, rows: readonly Row[]): LangidRow {
  const detections = rows.map((row) => ({ row, language: detect(row.text).language }));
  const share = (count: number): number => count / Math.max(rows.length, 1);
  return {
    set,
    texts: rows.length,
    told: share(detections.filter(({ row, language }) => row.language === language).length),
    best: share(rows.filter((row) => detectBest(row.text).language === row.language).length),
    unknown: share(detections.filter(({ language }) => language === 'unknown').length),
  };
}
