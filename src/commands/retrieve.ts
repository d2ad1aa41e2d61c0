/**
 * `npm run --silent retrieve -- PASSAGES.jsonl QUERIES.jsonl [--chunks]`: indexes any passages with the product's
 * own analysis and writes `query passage rank score`, ten lines a query. `--chunks` ranks `passage~n` (n from 1).
 */
import { readAnalysisPolicy } from '../search/analysis/index.ts';
import { readQueries } from './eval-language/passages.ts';
import { indexFile } from './eval-language/retrieval.ts';
import { endWithReader, orExit, readArguments, wrongUse } from './terminal.ts';

const usage = 'npm run --silent retrieve -- PASSAGES.jsonl QUERIES.jsonl [--chunks]';
const { values, positionals } = readArguments({ usage, options: { chunks: { type: 'boolean' } } });
const [passages, queries] = positionals;
if (passages === undefined || queries === undefined) wrongUse(usage);

endWithReader();

const asked = orExit(() => readQueries(queries));
const index = orExit(() => indexFile(passages, values.chunks === true, readAnalysisPolicy()));
for (const { id, text } of asked) {
  const lines = index
    .search(text, 10)
    .map((hit, rank) => `${id} ${hit.id} ${rank + 1} ${hit.score.toFixed(4)}\n`);
  process.stdout.write(lines.join(''));
}
