import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../support/database.ts';

const folder = temporaryDirectory();

function run(program: string, args: readonly string[], input = '') {
  const file = fileURLToPath(new URL(`../../src/commands/${program}.ts`, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], {
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('wrong use of a program', () => {
  it.each([
    ['ask', ['--nope', 'x']],
    ['text', ['detect', '--nope']],
    ['retrieve', ['--nope']],
    ['eval', ['--nope']],
    ['content-check', ['--nope']],
    ['backup', ['--nope']],
    ['restore', ['--nope']],
  ])('ends %s with 2, the fault and the usage', (program, args) => {
    const { status, stderr } = run(program, args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--nope[^\n]*\nusage: /u);
    expect(stderr).not.toMatch(/^ {4}at /mu);
  });

  it('is not asking how it is used', () => {
    expect(run('backup', ['--help'])).toEqual({
      status: 0,
      stderr: '',
      stdout: 'usage: npm run backup -- FILE\n',
    });
  });
});

describe('a file that cannot be read', () => {
  const passages = file('passages.jsonl', '\uFEFF{"id":1,"title":"","text":"қандас құжаты"}\n');
  it.each([
    ['eval', [join(folder, 'none.yaml')], /none\.yaml/u],
    ['eval', [file('broken.yaml', 'x: [')], /broken\.yaml: /u],
    ['eval', [file('lacking.yaml', '- id: a\n  text: b\n')], /lacking\.yaml: question 1, lang: /u],
    ['retrieve', [join(folder, 'none.jsonl'), passages], /none\.jsonl/u],
    [
      'retrieve',
      [passages, file('broken.jsonl', '{"id":"q","text":"a"}\nnot json\n')],
      /broken\.jsonl:2: is not JSON/u,
    ],
  ])('ends %s with 1 and names it', (program, args, named) => {
    const { status, stderr } = run(program, args);
    expect(status).toBe(1);
    expect(stderr).toMatch(named);
    expect(stderr).not.toMatch(/^ {4}at /mu);
  });

  it('may begin with a byte order mark', () => {
    const queries = file('queries.jsonl', '\uFEFF{"id":2,"text":"құжат"}\n');
    expect(run('retrieve', [passages, queries]).stdout).toMatch(/^2 1 1 /u);
    expect(run('text', ['to-latn'], '\uFEFFқандас\r\n').stdout).toBe('qandas\n');
    expect(
      JSON.parse(run('ask', ['--jsonl'], '\uFEFF{"id":"a","text":"қандас деген кім"}\r\n').stdout),
    ).toMatchObject({
      id: 'a',
      entry: 'kandas.what',
    });
  });
});
