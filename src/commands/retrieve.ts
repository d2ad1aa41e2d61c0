/**
 * `npm run --silent retrieve -- PASSAGES.jsonl QUERIES.jsonl [--chunks]`: indexes any passages with the product's
 * own analysis and writes `query passage rank score`, ten lines a query. `--chunks` ranks `passage~n` (n from 1).
 */
import { parseArgs } from 'node:util';
import { readAnalysisPolicy } from '../search/analysis/index.ts';
import { readQueries } from './eval-language/passages.ts';
import { indexFile } from './eval-language/retrieval.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { chunks: { type: 'boolean' } },
});
const [passages, queries] = positionals;
if (passages === undefined || queries === undefined) {
  process.stderr.write('usage: npm run --silent retrieve -- PASSAGES.jsonl QUERIES.jsonl [--chunks]\n');
  process.exit(2);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const index = indexFile(passages, values.chunks === true, readAnalysisPolicy());
for (const { id, text } of readQueries(queries)) {
  const lines = index
    .search(text, 10)
    .map((hit, rank) => `${id} ${hit.id} ${rank + 1} ${hit.score.toFixed(4)}\n`);
  process.stdout.write(lines.join(''));
}
