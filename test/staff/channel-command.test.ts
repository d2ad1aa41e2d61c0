import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/database.ts';

const program = fileURLToPath(new URL('../../src/commands/admin.ts', import.meta.url));
const run = promisify(execFile);
const env = {
  PATH: process.env.PATH ?? '',
  DATABASE_URL: `sqlite:${join(temporaryDirectory(), 'bagdar.db')}`,
};

async function channel(...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, 'channel', ...args], { env });
    return { code: 0, out: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, errors: stderr };
  }
}

it('switches a channel off and on from the terminal, and says what it was given wrongly', async () => {
  expect((await channel('off', 'fax', '--reason', 'x')).errors).toContain('telegram, web');
  expect(await channel('off', 'web', '--reason', 'қате мерзім', '--kk', 'Жөндеу')).toMatchObject({
    code: 0,
    out: 'web off\n',
  });
  expect((await channel('list')).out).toMatch(/^telegram on\nweb off since .*: қате мерзім\n$/u);
  expect((await channel('on', 'web')).out).toBe('web on\n');
});
