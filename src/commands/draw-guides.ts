import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mostQuestions } from '../knowledge/guides/check.ts';
import { guideGraph } from '../knowledge/guides/graph.ts';
import { pathsOf } from '../knowledge/guides/path.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { ContentError } from '../knowledge/reload.ts';
import type { Guide } from '../knowledge/schema/guide.ts';

const note = 'Drawn from the content by `node src/commands/draw-guides.ts`; edit `content/guides/` instead.';

/** The page of one guide: its title, how many ways it has, its graph. */
function pageOf(guide: Guide): string {
  const paths = pathsOf(guide);
  const longest = Math.max(...paths.map(({ steps }) => steps.length));
  return `# ${guide.title.kk} · ${guide.title.ru}

${guide.about.kk} · ${guide.about.ru}

${note}

Ways through it: ${paths.length}; questions on the longest: ${longest} (at most ${mostQuestions} are allowed). Each ends with somebody to turn to.

\`\`\`mermaid
${guideGraph(guide)}\`\`\`
`;
}

/**
 * `node src/commands/draw-guides.ts [--check]`: writes `docs/guides/<id>.md` for every guide, or with `--check` writes
 * nothing and ends with 1 when a page is missing or old.
 */
export function main(args: readonly string[], write: (text: string) => void): number {
  const { values } = parseArgs({
    args: [...args],
    options: { check: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = resolve(values.root ?? `${import.meta.dirname}/../..`);
  const loaded = loadKnowledge(root);
  if (!loaded.ok) throw new ContentError(loaded.faults);
  const folder = join(root, 'docs', 'guides');
  if (values.check !== true) mkdirSync(folder, { recursive: true });
  let old = 0;
  for (const guide of loaded.knowledge.guides.values()) {
    const file = join(folder, `${guide.id}.md`);
    const page = pageOf(guide);
    const now = existsSync(file) ? readFileSync(file, 'utf8') : null;
    if (now === page) continue;
    old += 1;
    if (values.check === true) write(`docs/guides/${guide.id}.md is ${now === null ? 'missing' : 'old'}\n`);
    else {
      writeFileSync(file, page);
      write(`docs/guides/${guide.id}.md written\n`);
    }
  }
  return values.check === true && old > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2), (text) => process.stdout.write(text));
