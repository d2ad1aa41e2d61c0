/**
 * `npm run --silent text -- OP`: how text is understood, one line in, one line out.
 * OP: detect | stem | key | to-cyrl | to-arab | to-latn. `--language kk|ru` settles the language of `stem`.
 */
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
import { endWithReader, inputLines, readArguments, wrongUse } from './terminal.ts';

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

const usage = `npm run --silent text -- ${Object.keys(operations).join(' | ')} [--language kk|ru] < lines`;
const { values, positionals } = readArguments({ usage, options: { language: { type: 'string' } } });
const operation = operations[positionals[0] ?? ''];
const language = languages.find((each) => each === values.language);
if (
  operation === undefined ||
  positionals.length !== 1 ||
  (values.language !== undefined && language === undefined)
) {
  wrongUse(usage);
}

endWithReader();

for await (const line of inputLines()) {
  process.stdout.write(`${operation(line)}\n`);
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
