import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, test } from 'vitest';

const command = fileURLToPath(new URL('../../../src/commands/text.ts', import.meta.url));

function run(args: readonly string[], input: string): { lines: string[]; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [command, ...args], { input, encoding: 'utf8' });
  return { lines: stdout.split('\n').slice(0, -1), status };
}

test.each([
  ['detect', 'қандас мәртебесі', /^kk cyrl (0\.\d+|1)$/],
  ['stem', 'қандастарға', /^қандас$/],
  ['key', 'қандас құжаты', /^kandas kujati$/],
  ['to-cyrl', 'قانداس', /^қандас$/],
  ['to-arab', 'қандас', /^قانداس$/],
  ['to-latn', 'қандас', /^qandas$/],
])('%s answers a line with a line', (operation, line, expected) => {
  const { lines } = run([operation], `${line}\n`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(expected);
});

it('an empty line gives a line too, so that lines stay in step', () => {
  expect(run(['key'], 'бір\n\nекі\n').lines).toEqual(['bir', '', 'eki']);
});

it('the language of stems can be settled', () => {
  expect(run(['stem', '--language', 'ru'], 'документами\n').lines).toEqual(['документ']);
});

test.each([[['nonsense']], [[]], [['stem', '--language', 'tr']], [['stem', '--colour']]])(
  'wrong arguments %j end with usage and code 2',
  (args) => {
    expect(run(args, '').status).toBe(2);
  },
);
