import { beforeAll, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../src/core.ts';
import { type Locale, locales } from '../../src/language/locale.ts';
import { createSpeaker } from '../../src/messages/speaker.ts';
import { calendarFile } from '../../src/reminders/calendar-file.ts';
import { subjectOf } from '../../src/reminders/subject.ts';
import { policy } from './given.ts';

let core: Core;
beforeAll(() => {
  core = createCore();
});

const about = 'host.notice_person';

function fileIn(locale: Locale, lines: readonly string[] = ['Первая строка; с запятой, и так далее']) {
  const subject = subjectOf(core.knowledge, about, '2026-11-21');
  if (subject === null) throw new Error(`there is no ${about}`);
  const speaker = createSpeaker(core.speaking, locale, '2026-11-21');
  return calendarFile({ about, subject, lastDay: '2026-11-29', day: '2026-11-27', lines }, policy, speaker);
}

/** Properties of a file by component, unfolded and unescaped (RFC 5545). */
function parse(text: string): { name: string; properties: Map<string, string>; within: string }[] {
  const components: { name: string; properties: Map<string, string>; within: string }[] = [];
  const open: string[] = [];
  for (const line of text.replace(/\r\n[ \t]/gu, '').split('\r\n')) {
    const [, key = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/u.exec(line) ?? [];
    if (key === 'BEGIN') {
      components.push({ name: value, properties: new Map(), within: open.at(-1) ?? '' });
      open.push(value);
    } else if (key === 'END') {
      expect(open.pop()).toBe(value);
    } else if (key !== '') {
      const unescaped = value.replace(/\\n/gu, '\n').replace(/\\([\\;,])/gu, '$1');
      components.findLast(({ name }) => name === open.at(-1))?.properties.set(key, unescaped);
    }
  }
  expect(open).toEqual([]);
  return components;
}

const text = async (locale: Locale, lines?: readonly string[]) =>
  new TextDecoder().decode((await fileIn(locale, lines)).bytes);

describe('a calendar file', () => {
  it.each(locales)('in %s is a whole day with two alarms', async (locale) => {
    const components = parse(await text(locale));
    expect(components.map(({ name, within }) => `${within}/${name}`)).toEqual([
      '/VCALENDAR',
      'VCALENDAR/VEVENT',
      'VEVENT/VALARM',
      'VEVENT/VALARM',
    ]);
    const [, event, early, morning] = components;
    expect(event?.properties.get('DTSTART')).toBe('20261127');
    expect(event?.properties.get('DTEND')).toBe('20261128');
    // Nine o'clock three days before, and nine o'clock of the day, counted from its midnight.
    expect(early?.properties.get('TRIGGER')).toBe('-P2DT15H');
    expect(morning?.properties.get('TRIGGER')).toBe('PT9H');
    expect(early?.properties.get('DESCRIPTION')).toBe(event?.properties.get('SUMMARY'));
  });

  it('has one UID for one duty and day, whatever the language', async () => {
    const files = await Promise.all(locales.map((locale) => text(locale)));
    const uids = files.map((file) => parse(file)[1]?.properties.get('UID'));
    expect(new Set(uids)).toEqual(new Set([`${about}.2026-11-29@bagdar`]));
  });

  it('says in the reader’s language what is to be done by which day', async () => {
    expect(parse(await text('ru'))[1]?.properties.get('SUMMARY')).toContain('до 29 ноября 2026 года');
    expect(parse(await text('kk-Arab'))[1]?.properties.get('SUMMARY')).toMatch(/\p{Script=Arabic}/u);
    expect(await text('kk-Arab')).not.toMatch(/[\u2066-\u2069]/u);
  });

  it('escapes what has a meaning in it', async () => {
    const [, event] = parse(await text('ru'));
    expect(event?.properties.get('DESCRIPTION')).toBe('Первая строка; с запятой, и так далее');
  });

  it('folds lines at 75 bytes without cutting a letter', async () => {
    const file = await text('kk', ['Өте ұзын жол, ол бүктеледі. '.repeat(20)]);
    const lines = file.split('\r\n');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\ufffd');
    }
  });

  it('is named by its day', async () => {
    expect(await fileIn('ru')).toMatchObject({
      name: 'bagdar-2026-11-29.ics',
      type: 'text/calendar; charset=utf-8',
    });
  });
});
