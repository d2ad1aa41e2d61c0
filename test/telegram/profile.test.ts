import { Api } from 'grammy';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../src/conversation/conversation.ts';
import { publishProfile } from '../../src/telegram/profile.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { keepingLog } from '../support/quiet.ts';
import { texts } from '../support/texts.ts';

let api: FakeBotApi;
beforeEach(async () => {
  api = await startBotApi();
});
afterEach(() => api.close());

const publish = (log = keepingLog()) => publishProfile(new Api(api.token, { apiRoot: api.root }), texts, log);
const settings = () => api.calls.filter(({ method }) => method.startsWith('set'));

it('sets commands and descriptions for Kazakh, Russian and everybody else', async () => {
  await publish();
  const known = (language: string) =>
    api.state.profile.get(`commands|${language}|`) as { command: string; description: string }[];
  expect(known('kk').map(({ command }) => command)).toEqual([...commands]);
  expect(known('ru')[0]?.description).toBe(texts.for('ru')('command.start'));
  expect(known('')).toEqual(known('kk'));
  expect(api.state.profile.get('description|ru|')).toContain(texts.for('ru')('start.what'));
});

it('does not set again what is already so', async () => {
  await publish();
  const before = settings().length;
  await publish();
  expect(settings()).toHaveLength(before);
});

it('sets the rest when one thing fails', async () => {
  api.fail('getMyCommands', { kind: 'error', code: 404, description: 'Not Found' }, 3);
  api.fail('setMyDescription', { kind: 'error', code: 429, description: 'Too Many Requests' });
  const log = keepingLog();
  await publish(log);
  expect(api.callsOf('setMyCommands')).toHaveLength(3);
  expect(api.callsOf('setMyShortDescription')).toHaveLength(3);
  expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
});
