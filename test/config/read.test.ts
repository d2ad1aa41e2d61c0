import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read.ts';
import { variables } from '../../src/config/variables.ts';

const token = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345';

function faultsOf(env: Record<string, string>): readonly string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.faults;
}

function configOf(env: Record<string, string>): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.config;
}

describe('readConfig', () => {
  it('needs nothing: the web chat over SQLite on 127.0.0.1:8080', () => {
    expect(configOf({})).toEqual({
      telegram: null,
      http: { host: '127.0.0.1', port: 8080, drainSeconds: 0 },
      database: { kind: 'sqlite', file: 'data/bagdar.db' },
      staffIds: [],
      staffChatId: null,
      announce: { rate: 25, paid: false },
      web: { chat: true, origins: [] },
      questionRetentionDays: 90,
      logLevel: 'info',
    });
  });

  it('treats an empty variable as unset', () => {
    expect(configOf({ PORT: '', BOT_TOKEN: ' ', STAFF_CHAT_ID: '' })).toEqual(configOf({}));
  });

  it('reads polling', () => {
    expect(configOf({ BOT_TOKEN: token }).telegram).toEqual({
      mode: 'polling',
      token,
      apiRoot: 'https://api.telegram.org',
    });
  });

  it('reads a webhook and adds its path', () => {
    const env = {
      BOT_TOKEN: token,
      BOT_MODE: 'webhook',
      WEBHOOK_URL: 'https://b.kz',
      WEBHOOK_SECRET: 's3cret',
    };
    expect(configOf(env).telegram).toMatchObject({ mode: 'webhook', url: 'https://b.kz/telegram/webhook' });
  });

  it('accepts a short token and plain http for a Bot API server of one’s own', () => {
    const env = {
      BOT_TOKEN: '1:test',
      BOT_API_ROOT: 'http://127.0.0.1:9000/',
      BOT_MODE: 'webhook',
      WEBHOOK_URL: 'http://127.0.0.1:8080/telegram/webhook',
      WEBHOOK_SECRET: 'x',
      ANNOUNCE_RATE: '500',
    };
    expect(configOf(env).telegram).toMatchObject({ apiRoot: 'http://127.0.0.1:9000' });
  });

  it('names every missing part of a webhook', () => {
    const faults = faultsOf({ BOT_MODE: 'webhook' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'BOT_TOKEN',
      'WEBHOOK_URL',
      'WEBHOOK_SECRET',
    ]);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT: "http" is not a whole number; allowed: 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: "70000" is out of range; allowed: 0 to 65535'],
    [{ BOT_MODE: 'push' }, 'BOT_MODE: "push" is not a mode; allowed: polling or webhook'],
    [{ WEB_CHAT: 'maybe' }, 'WEB_CHAT: "maybe" is neither on nor off; allowed: on or off'],
    [{ STAFF_IDS: '12,@aigerim' }, /^STAFF_IDS: "12,@aigerim" holds what is not a Telegram id; allowed: /],
    [{ WEB_ORIGINS: 'https://a.kz/chat' }, /^WEB_ORIGINS: .* holds what is not an origin; allowed: /],
    [{ DATABASE_URL: 'mysql://u:hunter2@h/d' }, /^DATABASE_URL: is neither .*; allowed: sqlite:PATH/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: "loud" is not a log level; allowed: trace, debug/],
    [{ DRAIN_SECONDS: '61' }, /^DRAIN_SECONDS: "61" is out of range; allowed: 0 to 60 seconds/],
    [{ QUESTION_RETENTION_DAYS: '0' }, /^QUESTION_RETENTION_DAYS: "0" is out of range/],
    [{ ANNOUNCE_RATE: '100' }, /^ANNOUNCE_RATE: is over 30 without ANNOUNCE_PAID/],
    [{ BOT_TOKEN: '123:short' }, /^BOT_TOKEN: is too short/],
    [{ BOT_TOKEN: token, BOT_API_ROOT: 'ftp://x' }, /^BOT_API_ROOT: "ftp:\/\/x" does not begin with http/],
  ])('refuses %j in one line', (env, line) => {
    const faults = faultsOf(env as Record<string, string>);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
    expect(faults[0]).not.toContain('\n');
  });

  it('reports all faults at once', () => {
    expect(faultsOf({ PORT: 'x', WEB_CHAT: 'x', LOG_LEVEL: 'x' })).toHaveLength(3);
  });

  it('never shows a secret, even in the wrong variable', () => {
    const secrets = ['hunter2', 'wrong secret!', 'not a token at all'];
    const faults = faultsOf({
      BOT_TOKEN: 'not a token at all',
      WEBHOOK_SECRET: 'wrong secret!',
      DATABASE_URL: 'postgres://bagdar:hunter2@db',
      PORT: token,
      WEBHOOK_URL: `https://b.kz/?key=${token}`,
    });
    for (const secret of [...secrets, token]) expect(faults.join('\n')).not.toContain(secret);
  });

  it('is immutable through and through', () => {
    const config = configOf({ BOT_TOKEN: token, STAFF_IDS: '1, 2,2' });
    expect(config.staffIds).toEqual(['1', '2']);
    expect(Object.isFrozen(config.staffIds)).toBe(true);
    expect(Object.isFrozen(config.telegram)).toBe(true);
    expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError);
  });

  it('never throws and always answers in single lines, whatever the environment', () => {
    const anyEnv = fc.dictionary(fc.constantFrom(...Object.keys(variables)), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anyEnv, (env) => {
        const result = readConfig(env);
        return result.ok || result.faults.every((fault) => !/[\n\r]/.test(fault));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
