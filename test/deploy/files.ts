import { spawnSync } from 'node:child_process';
import { root } from '../../src/core.ts';

/** Files of other programs, read by those programs themselves. */
const files: readonly (readonly [program: string, ...words: string[]])[] = [
  ['promtool', 'check', 'rules', 'docs/operations/alerts.yml'],
  ['promtool', 'test', 'rules', 'test/deploy/alerts.yml'],
  ['caddy', 'validate', '--adapter', 'caddyfile', '--config', 'docs/operations/Caddyfile'],
];

/** A program is asked about its files only where it is installed. @returns whether all that could be asked are content */
export function checkFiles(say: (line: string) => void): boolean {
  let good = true;
  for (const [program, ...words] of files) {
    const env = { ...process.env, DOMAIN: 'bagdar.localhost' };
    const { error, status, stdout, stderr } = spawnSync(program, words, { cwd: root, env, encoding: 'utf8' });
    const what = [program, ...words].join(' ');
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
      say(`–     ${what}: ${program} is not installed here`);
    } else if (status === 0) {
      say(`ok    ${what}`);
    } else {
      good = false;
      say(`FAIL  ${what}\n${stdout}${stderr}`);
    }
  }
  return good;
}
