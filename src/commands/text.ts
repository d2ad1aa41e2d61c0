/**
 * `npm run --silent text -- OP`: how text is understood, one line in, one line out.
 * OP: detect | stem | key | to-cyrl | to-arab | to-latn. `--language kk|ru` settles the language of `stem`.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  detect,
  detectBest,
  guessLatinAlphabet,
  type Language,
  languages,
  looseKey,
  lowerCase,
  normalise,
  stem,
  toArabic,
  toCyrillic,
  tokenise,
  toLatin,
} from '../language/index.ts';

const operations: Readonly<Record<string, (line: string) => string>> = {
  detect: (line) => {
    const { language, script, confidence } = detect(line);
    return `${language} ${script} ${confidence}`;
  },
  stem: (line) => stems(line).join(' '),
  key: (line) => keys(line).join(' '),
  'to-cyrl': (line) => toCyrillic(line),
  'to-arab': (line) => toArabic(inCyrillic(line)),
  'to-latn': (line) => toLatin(inCyrillic(line)),
};

const { values, positionals } = readArguments();
const operation = operations[positionals[0] ?? ''];
const language = languages.find((each) => each === values.language);
if (
  operation === undefined ||
  positionals.length !== 1 ||
  (values.language !== undefined && language === undefined)
) {
  process.stderr.write(
    `usage: npm run --silent text -- ${Object.keys(operations).join(' | ')} [--language kk|ru] < lines\n`,
  );
  process.exit(values.help === true ? 0 : 2);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  process.stdout.write(`${operation(line)}\n`);
}

function readArguments(): { values: { language?: string; help?: boolean }; positionals: string[] } {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { language: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch {
    return { values: {}, positionals: [] };
  }
}

/** Words of a line as people count them: a hyphen compound is one. */
function words(line: string): { word: string; script: string }[] {
  return tokenise(normalise(line))
    .filter(({ role, text }) => role !== 'part' && text !== '№')
    .map(({ text, script }) => ({ word: lowerCase(text), script }));
}

function stems(line: string): string[] {
  const known: Language = language ?? detectBest(line).language;
  return words(line).map(({ word, script }) =>
    stem(script === 'latn' || script === 'arab' ? toCyrillic(word, { from: script }) : word, known),
  );
}

function keys(line: string): string[] {
  const all = words(line);
  const alphabet = all.some(({ script }) => script === 'latn')
    ? guessLatinAlphabet(normalise(line))
    : undefined;
  return all.map(({ word }) => looseKey(word, alphabet)).filter((key) => key !== '');
}

function inCyrillic(line: string): string {
  return detect(line).script === 'cyrl' ? line : toCyrillic(line);
}
