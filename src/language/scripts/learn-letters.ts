import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { countLetters, type LetterCounts } from './letter-model.ts';

/**
 * Learns `content/language/arabic-latin-letters.json.gz`: letter n-grams of Kazakh Wikipedia passages (KazQAD, CC BY-SA
 * 4.0), of our own content, and of Russian words (XQuAD-ru, CC BY-SA 4.0), since loans are spelt as in Russian.
 * Only counts are kept, no texts and no words.
 *
 * `node src/language/scripts/learn-letters.ts FOLDER`, where FOLDER holds `kk_retrieval_passages.jsonl` and
 * `ru_retrieval_passages.jsonl`; run it in the project's root.
 */
export function learnLetters(kazakh: Iterable<string>, russian: Iterable<string>): LetterCounts {
  const words = new Map<string, number>();
  for (const text of kazakh) for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1);
  const loans = new Set<string>();
  for (const text of russian) for (const word of wordsOf(text)) if (!words.has(word)) loans.add(word);
  for (const word of loans) words.set(word, 1);
  return countLetters(words, {
    order: 5,
    rarest: 2,
    origin: 'KazQAD passages and XQuAD-ru passages (CC BY-SA 4.0), project content; counts only',
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[а-яёәғқңөұүһі]+/gu) ?? []
  );
}

function passages(folder: string, language: 'kk' | 'ru'): string[] {
  const lines = readFileSync(join(folder, `${language}_retrieval_passages.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const { title, text } = JSON.parse(line) as { title?: string; text: string };
    return `${title ?? ''} ${text}`;
  });
}

const [folder] = process.argv.slice(2);
if (folder !== undefined && import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const content = globSync('content/**/*.yaml').map((file) => readFileSync(file, 'utf8'));
  const counts = learnLetters([...passages(folder, 'kk'), ...content], passages(folder, 'ru'));
  writeFileSync(
    'content/language/arabic-latin-letters.json.gz',
    gzipSync(JSON.stringify(counts), { level: 9 }),
  );
}
