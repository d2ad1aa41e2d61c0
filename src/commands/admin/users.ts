import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { root } from '../../core.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { ContentError } from '../../knowledge/reload.ts';
import { Refusal } from './refusal.ts';
import { exportUsers } from './users-export.ts';
import { importUsers } from './users-import.ts';
import { printLine, withStore } from './with-store.ts';

/** `users import FILE.csv`, `users export`. */
export function usersCommand(): Command {
  const users = new Command('users').description('People who are told things.');
  users
    .command('import')
    .argument('<file>', 'CSV with the columns telegram_id,language,script,region,country,topics')
    .description('Adds people, or updates them; what somebody chose themselves stays.')
    .addHelpText(
      'after',
      `
Columns (telegram_id is required, the others may be empty or missing):
  language  kk or ru            script   cyrl, arab or latn: with kk it gives the interface language
  region    KZ-75 …             country  CN …
  topics    topics the person is subscribed to, separated by spaces, | or ;  empty = all
Lines that cannot be read are named by number on standard error and skipped.`,
    )
    .action(async (file: string) => {
      const stream = createReadStream(file);
      await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(
        (error: unknown) => {
          throw new Refusal(`${file}: ${(error as Error).message}`);
        },
      );
      const report = await withStore((store) =>
        importUsers(stream, store.peopleImport, content(), (line, reason) =>
          process.stderr.write(`${file}:${line}: ${reason}\n`),
        ),
      );
      printLine(report);
      if (report.imported === 0 && report.bad > 0) process.exitCode = 1;
    });
  users
    .command('export')
    .description('Prints all people of Telegram as CSV, with the columns that import reads.')
    .action(async () => {
      await withStore((store) => exportUsers(store, [...content().topics.keys()], process.stdout));
    });
  return users;
}

/** Regions and topics as the content has them. */
function content() {
  const loaded = loadKnowledge(root);
  if (!loaded.ok) throw new ContentError(loaded.faults);
  return loaded.knowledge;
}
