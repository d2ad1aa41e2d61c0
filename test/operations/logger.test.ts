import { describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '../../src/operations/logger.ts';

const token = '123456789:AAF-abcdefghijklmnopqrstuvwxyz_12345';

function logged(write: (logger: Logger) => void): string {
  let lines = '';
  const destination = {
    write: (line: string) => {
      lines += line;
    },
  };
  write(createLogger({ level: 'trace', secrets: ['s3cret-hook'], destination }));
  return lines;
}

describe('logger', () => {
  it('writes one JSON line with level, time and message', () => {
    const line = logged((log) => log.info({ entry: 'kandas.how', took_ms: 4 }, 'answered'));
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      entry: 'kandas.how',
      took_ms: 4,
      msg: 'answered',
    });
  });

  it.each<[string, (log: Logger) => void]>([
    ['a message', (log) => log.info(`calling /bot${token}/getMe`)],
    ['an argument of a message', (log) => log.info('calling %s', token)],
    ['a field', (log) => log.info({ url: `https://api.telegram.org/bot${token}/getMe` }, 'call')],
    ['an error', (log) => log.error(new Error(`fetch /bot${token}/x failed`))],
    ['a cause', (log) => log.error({ err: new Error('outer', { cause: new Error(token) }) }, 'failed')],
    ['a child', (log) => log.child({ api: token }).info('hi')],
  ])('scrubs a token from %s', (_where, write) => {
    const lines = logged(write);
    expect(lines).toContain('[token]');
    expect(lines).not.toContain('AAF-');
  });

  it('scrubs the secrets it was told and passwords in addresses', () => {
    const lines = logged((log) => log.warn({ got: 's3cret-hook' }, 'postgres://bagdar:hunter2@db/x'));
    expect(lines).not.toMatch(/s3cret-hook|hunter2/);
  });

  it('hides what people write and who they are, at any depth', () => {
    const update = {
      update_id: 7,
      message: {
        from: { id: 99887766, first_name: 'Айгерім' },
        chat: { id: 99887766 },
        text: 'Құпия сұрағым',
      },
    };
    const lines = logged((log) => {
      log.info({ update }, 'came');
      log.info(
        { outer: { inner: [{ text: 'Құпия сұрағым', chat_id: 99887766, firstName: 'Айгерім' }] } },
        'came',
      );
      log.child({ username: 'Айгерім' }).info('hi');
    });
    expect(lines).not.toMatch(/Құпия|Айгерім|99887766/);
    expect(lines).toContain('[hidden]');
  });

  it('keeps of a failed call what helps, not what it carried', () => {
    const error = Object.assign(new Error("Call to 'sendMessage' failed! (403: Forbidden)"), {
      error_code: 403,
      method: 'sendMessage',
      payload: { chat_id: 99887766, text: 'Құпия сұрағым' },
    });
    for (const line of [
      logged((log) => log.error(error)),
      logged((log) => log.error({ err: error }, 'failed')),
    ]) {
      expect(line).not.toMatch(/Құпия|99887766/);
      expect(JSON.parse(line).err).toMatchObject({
        error_code: 403,
        method: 'sendMessage',
        what: error.message,
      });
    }
  });

  it('masks personal numbers in messages', () => {
    const line = logged((log) => log.warn({ got: 'ЖСН 870512400123' }, 'тел 87011234567'));
    expect(JSON.parse(line)).toMatchObject({ got: 'ЖСН [iin]', msg: 'тел [phone]' });
  });

  it('survives what cannot be written', () => {
    const circle: Record<string, unknown> = { big: 10n, date: new Date(Number.NaN), bytes: Buffer.alloc(9) };
    circle.self = circle;
    expect(logged((log) => log.info({ circle }, 'odd'))).toContain('[deep]');
  });
});
