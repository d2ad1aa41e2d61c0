/**
 * `npm run eval:language -- FOLDER [stems] [langid] [pairs] [retrieval]`: measures how text is understood on the
 * data of a folder and prints every figure beside its target. Without names, all of it.
 */
import { evaluations } from './eval-language/index.ts';
import { writeTable } from './eval-language/table.ts';

const [folder, ...names] = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(evaluations, name));
if (folder === undefined || folder.startsWith('--') || unknown.length > 0) {
  process.stderr.write(`usage: npm run eval:language -- FOLDER [${Object.keys(evaluations).join('] [')}]\n`);
  process.exit(2);
}

for (const [name, evaluate] of Object.entries(evaluations)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const { title, measures } = evaluate(folder);
  process.stdout.write(`${writeTable(title, measures)}\n`);
}
