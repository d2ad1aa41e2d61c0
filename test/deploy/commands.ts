import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Deployed } from './checks.ts';

/** The commands of docs/operations/containers.md, as they are typed. */
export const commands: Check = async ({ composition: { exec } }) => {
  const npm = (...words: readonly string[]) => exec('bot1', 'npm', 'run', '--silent', ...words);
  assert.match(await npm('doctor'), /nothing to mend/u);
  assert.match(await npm('content:check'), /no faults/u);
  assert.match(await npm('ask', '--', '--explain', 'қандас деген кім'), /қандас/iu);
  await npm('admin', '--', 'channel', 'list');
  // The header alone: nothing else on standard output.
  assert.match(await npm('admin', '--', 'users', 'export'), /^telegram_id,language/u);
  return 'doctor, content:check, ask, admin channel list, admin users export';
};

/** A backup into a folder of one's own, restored into a new database that takes the place of the old one. */
export const restore: Check = async (deployed) => {
  const { compose, exec, ready } = deployed.composition;
  await inFolder(deployed, 'bot1', 'npm', 'run', '--silent', 'backup', '--', '/files/check.backup');
  assert.ok(existsSync(join(deployed.folder, 'check.backup')));
  const url = (await exec('bot1', 'printenv', 'DATABASE_URL')).replace(/bagdar$/u, 'restored');
  await compose('stop', 'bot1', 'bot2');
  await exec('database', 'createdb', '-U', 'bagdar', 'restored');
  const restoring = ['bot1', 'npm', 'run', '--silent', 'restore', '--', '/files/check.backup'];
  const said = await inFolder(deployed, '-e', `DATABASE_URL=${url}`, ...restoring);
  const [, people] = /people: (\d+)\n(?:.*\n)*restored$/u.exec(said) ?? [];
  assert.ok(Number(people) > 0, said);
  const rename = ['alter database bagdar rename to before', 'alter database restored rename to bagdar'];
  const sql = rename.flatMap((statement) => ['-c', statement]);
  await exec('database', 'psql', '-U', 'bagdar', '-d', 'postgres', ...sql);
  await compose('start', 'bot1', 'bot2');
  for (const bot of ['bot1', 'bot2']) await ready(bot);
  return `${people} people backed up, restored, and served again`;
};

function inFolder({ composition, folder }: Deployed, ...words: readonly string[]): Promise<string> {
  const user = `${process.getuid?.() ?? 1000}:${process.getgid?.() ?? 1000}`;
  const mounted = ['--user', user, '-v', `${folder}:/files`];
  return composition.compose('run', '--rm', '-T', '--no-deps', ...mounted, ...words);
}
