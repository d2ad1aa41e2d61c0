import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generator, type LabelledLines, learnTable } from '../language/detect/learn.ts';
import { retype, spellings, transliterateRussian } from '../language/detect/retype.ts';
import type { Label, NgramTable } from '../language/detect/table.ts';
import { lowerCase, normalise } from '../language/normalise/index.ts';
import { arabicWord } from '../language/scripts/arabic-word.ts';
import { wordsOf } from '../language/tokens.ts';

/**
 * Learns the n-gram tables of `content/language/` from texts.
 *
 * `node src/commands/learn-langid.ts FOLDER`: FOLDER holds `kk.txt`, `ru.txt` (both Cyrillic), `tr.txt`,
 * `en.txt`, `ug.txt`, `fa.txt`, `ar.txt` (one text a line) and `ORIGIN.txt` (where each comes from and under what
 * licence), which is copied into the tables' headers.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined || !readdirSync(folder).includes('ORIGIN.txt')) {
  process.stderr.write(
    'usage: learn-langid FOLDER (with kk.txt, ru.txt, tr.txt, en.txt, ug.txt, fa.txt, ar.txt, ORIGIN.txt)\n',
  );
  process.exit(2);
}
const origin = readFileSync(join(folder, 'ORIGIN.txt'), 'utf8').trim();
const kazakhLetter = /[әғқңөұүһі]/u;
const options = { minimumCount: 4, rounds: 6, spans: 150_000, seed: 20261121 };

const kazakh = textsOf('kk');
const russian = textsOf('ru');

writeTable(
  'langid-cyrl',
  learnTable(
    [
      // Words with a Kazakh letter decide by rule; the table is for everything else.
      {
        label: 'kk',
        lines: words([
          ...kazakh.map((text) =>
            text
              .split(/\s+/u)
              .filter((word) => !kazakhLetter.test(word))
              .join(' '),
          ),
          ...kazakh.map((text, at) => retype(text, at % 2 === 0 ? 'russian-i' : 'russian-y')),
        ]),
      },
      { label: 'ru', lines: words(russian) },
    ],
    { ...options, size: 3000 },
  ),
);
const latin = spellings.filter((spelling) => !spelling.startsWith('russian'));
writeTable(
  'langid-latn',
  learnTable(
    [
      {
        label: 'kk',
        lines: words(kazakh.map((text, at) => retype(text, latin[at % latin.length] ?? 'ascii-a'))),
      },
      { label: 'ru', lines: words(russian.map((text, at) => transliterateRussian(text, at))) },
      {
        label: 'tr',
        lines: words(textsOf('tr').map((text, at) => (at % 2 === 0 ? text : withoutMarks(text)))),
      },
      { label: 'en', lines: words(textsOf('en')) },
    ],
    { ...options, size: 3000 },
  ),
);
writeTable(
  'langid-arab',
  learnTable(
    [
      {
        label: 'kk',
        lines: words(
          kazakh.map((text, at) => (at % 3 === 0 ? inArabic(text).replaceAll('ء', '') : inArabic(text))),
        ),
      },
      { label: 'ug', lines: words(textsOf('ug')) },
      { label: 'fa', lines: words(textsOf('fa')) },
      { label: 'ar', lines: words(textsOf('ar')) },
    ],
    { ...options, size: 1500 },
  ),
);

function textsOf(label: Label): string[] {
  const lines = readFileSync(join(folder ?? '', `${label}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const random = generator(1);
  return lines
    .map((line) => ({ line, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => lowerCase(line));
}

function words(texts: readonly string[]): LabelledLines['lines'] {
  return texts
    .map((text) =>
      wordsOf(normalise(text))
        .map(lowerCase)
        .filter((word) => /^[\p{L}\p{M}']+$/u.test(word)),
    )
    .filter((line) => line.length > 0);
}

function inArabic(text: string): string {
  return text.replace(/\p{Script=Cyrillic}+/gu, arabicWord);
}

/** Turkish as typed without its own letters. */
function withoutMarks(text: string): string {
  return text
    .replace(/ı/gu, 'i')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

function writeTable(name: string, table: NgramTable): void {
  const rows = [...table.weights].map(([ngram, weights]) =>
    [ngram, ...weights.map((weight) => Math.round(weight * 1000))].join('\t'),
  );
  const header = [
    'Weights of letter n-grams by language, in thousandths of a logit. Written by src/commands/learn-langid.ts; do not edit.',
    'Learnt from counts in these texts:',
    ...origin.split('\n'),
  ];
  const text = [...header.map((line) => `# ${line}`), ['ngram', ...table.labels].join('\t'), ...rows].join(
    '\n',
  );
  writeFileSync(new URL(`../../content/language/${name}.tsv`, import.meta.url), `${text}\n`);
  process.stdout.write(`${name}: ${rows.length} n-grams\n`);
}
