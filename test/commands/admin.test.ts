import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/operations/clock.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/ports/store.ts';
import { startSender } from '../announcements/given.ts';
import { type FakeBotApi, startBotApi } from '../support/bot-api/server.ts';
import { temporaryDirectory } from '../support/database.ts';
import { quiet } from '../support/quiet.ts';

const program = fileURLToPath(new URL('../../src/commands/admin.ts', import.meta.url));
const folder = temporaryDirectory();
const url = `sqlite:${join(folder, 'bagdar.db')}`;
const run = promisify(execFile);
let store: Store;
let api: FakeBotApi;
let sender: { stop(): Promise<void> };

/** A bot runs beside the commands, over the same file. */
beforeAll(async () => {
  api = await startBotApi();
  for (const id of [11, 12, 13]) api.user(id);
  store = await openStore(url, { clock: systemClock, logger: quiet, role: 'bot' });
  sender = startSender(store, api);
});
afterAll(async () => {
  await sender.stop();
  await store.close();
  await api.close();
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function admin(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url };
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...args], { env });
    return { code: 0, out: stdout, errors: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, errors: stderr };
  }
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('npm run admin', () => {
  it('imports people and names bad lines by number', async () => {
    const csv = written(
      'people.csv',
      [
        'telegram_id,language,script,region,country,topics',
        '11,kk,arab,KZ-75,CN,',
        'eleven,kk,cyrl,,,',
        '12,ru,,,,visa',
        '12,kk',
        '13,kk,latn,KZ-99,,',
        '13,kk,latn,,MN,kandas|visa',
      ].join('\n'),
    );
    const { code, out, errors } = await admin('users', 'import', csv);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ read: 6, imported: 3, bad: 3 });
    for (const line of [3, 5, 6]) expect(errors).toContain(`people.csv:${line}: `);
    expect(errors).not.toContain('eleven');
    expect(await store.people.find('telegram', '11')).toMatchObject({
      locale: 'kk-Arab',
      script: 'arab',
      region: 'KZ-75',
      country: 'CN',
    });
  });

  it('exports them so that they can be imported again', async () => {
    const { out } = await admin('users', 'export');
    const lines = out.trim().split('\n');
    expect(lines[0]).toBe('telegram_id,language,script,region,country,topics');
    expect(lines.slice(1).sort()).toEqual([
      '11,kk,arab,KZ-75,CN,',
      '12,ru,cyrl,,,visa',
      '13,kk,latn,,MN,kandas visa',
    ]);
    const again = await admin('users', 'import', written('again.csv', out));
    expect(JSON.parse(again.out)).toMatchObject({ imported: 3, bad: 0 });
  });

  it('refuses an announcement file with its line, key and reason', async () => {
    const file = written(
      'bad.yaml',
      'text:\n  kk: Хабар\naudience:\n  regions: [KZ-99]\nbuton: {entry: a}\n',
    );
    const { code, errors } = await admin('announce', file);
    expect(code).toBe(1);
    expect(errors).toMatch(/bad\.yaml:\d+ text\.ru Russian is missing/u);
    expect(errors).toContain('bad.yaml:5 buton unknown key "buton"');
    const unknown = written('unknown.yaml', 'text: {kk: а, ru: б}\nbutton: {entry: no.such}\n');
    expect((await admin('announce', unknown)).errors).toContain(
      'unknown.yaml:2 button.entry no such entry: no.such',
    );
  });

  it('shows what would be sent without storing anything', async () => {
    const file = written(
      'dry.yaml',
      'text: {kk: Жаңа тәртіп, ru: Новый порядок}\naudience: {languages: [kk]}\n',
    );
    const { code, out } = await admin('announce', file, '--dry-run');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      total: 2,
      by_locale: { 'kk-Arab': 1, 'kk-Latn': 1 },
      texts: { 'kk-Arab': 'جاڭا ءتارتىپ', ru: 'Новый порядок' },
    });
    expect(await store.announcements.list(10)).toEqual([]);
  });

  it('announces beside a running bot, waits for the end and prints one line', async () => {
    api.user(12).blocks();
    const file = written('news.yaml', 'text: {kk: Жаңа тәртіп, ru: Новый порядок}\nurgent: true\n');
    const { code, out } = await admin('announce', file, '--wait');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    const line = JSON.parse(out) as { id: string; took_s: number };
    expect(line).toMatchObject({ total: 3, delivered: 2, failed: { blocked: 1 }, unclear: 0 });
    expect(line.took_s).toBeGreaterThanOrEqual(0);
    expect(api.user(13).sees()).toContain('Jaña tärtıp');
    const listed = JSON.parse((await admin('announcements')).out) as object;
    expect(listed).toMatchObject({ id: line.id, state: 'done', delivered: 2 });
    const report = await admin('announcements', 'report', line.id, '--csv');
    expect(report.out).toContain('kk-Arab,KZ-75,1,1,');
  });

  it('schedules, and stops what is scheduled', async () => {
    const file = written('later.yaml', 'text: {kk: Кейін, ru: Позже}\n');
    const { out } = await admin('announce', file, '--at', '2099-01-01T09:00');
    const { id } = JSON.parse(out) as { id: string };
    expect((await store.announcements.byId(id))?.startsAt.toISOString()).toBe('2099-01-01T04:00:00.000Z');
    expect((await admin('announcements', 'stop', id)).code).toBe(0);
    expect((await admin('announcements', 'stop', id)).code).toBe(1);
    expect((await admin('announce', file, '--at', 'soon')).errors).toContain('not a moment');
  });

  it('names staff by the three roles', async () => {
    expect((await admin('staff', 'add', '42', 'editor')).code).toBe(0);
    expect((await admin('staff', 'list')).out).toMatch(/^42 editor /u);
    const wrong = await admin('staff', 'add', '42', 'boss');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.errors).toContain('administrator, editor, operator');
    expect((await admin('staff', 'remove', '42')).code).toBe(0);
    expect((await admin('staff', 'remove', '42')).code).toBe(1);
  });

  it('exports questions without who asked', async () => {
    const asker = await store.people.arrive('telegram', '11');
    await store.questions.record({
      personId: asker.id,
      channel: 'telegram',
      text: 'тізбе қашан бекітіледі?',
      language: 'kk',
      script: 'cyrl',
      kind: 'answer',
      reason: 'match',
      entry: 'kandas.what',
      confidence: 0.9,
      tookMs: 2,
      contentVersion: 'v',
    });
    const { out } = await admin('questions', 'export');
    expect(out).toContain('тізбе қашан бекітіледі?');
    expect(out).not.toContain(asker.id);
    expect(JSON.parse((await admin('questions', 'export', '--jsonl')).out)).toMatchObject({
      entry: 'kandas.what',
    });
  });

  it('explains itself, and says when it is used wrongly', async () => {
    for (const words of [['users', 'import'], ['announce'], ['announcements']]) {
      const { code, out } = await admin(...words, '--help');
      expect([words.join(' '), code]).toEqual([words.join(' '), 0]);
      expect(out).toContain('Usage:');
    }
    expect((await admin('nonsense')).code).toBe(2);
    expect((await admin('announce', join(folder, 'missing.yaml'))).code).toBe(1);
  });
});
