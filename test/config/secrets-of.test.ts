import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { secretsOf } from '../../src/config/secrets-of.ts';

it('names every secret of a configuration', () => {
  const result = readConfig({
    BOT_API_ROOT: 'http://127.0.0.1:1',
    BOT_TOKEN: '1:token',
    BOT_MODE: 'webhook',
    WEBHOOK_URL: 'http://127.0.0.1:2',
    WEBHOOK_SECRET: 'hook',
    DATABASE_URL: 'postgres://u:p%40ss@h/d',
  });
  const secrets = result.ok ? secretsOf(result.config) : [];
  expect(secrets).toEqual(expect.arrayContaining(['1:token', 'hook', 'p%40ss', 'p@ss']));
});

it('names none where there is none', () => {
  const result = readConfig({});
  expect(result.ok && secretsOf(result.config)).toEqual([]);
});
