import { describe, expect, it } from 'vitest';
import { Announcement, AnnouncementFile } from '../../src/announcements/announcement.ts';
import { type Blocker, checkAnnouncement, stops } from '../../src/announcements/check.ts';
import { allVersions, composeAnnouncement } from '../../src/announcements/compose.ts';
import { momentOf, nextTurn } from '../../src/announcements/moments.ts';
import { rateBetween, secondsLeft } from '../../src/announcements/progress.ts';
import { isQuiet, openZones } from '../../src/announcements/quiet.ts';
import { reportCsv, reportRows } from '../../src/announcements/report.ts';
import { createCore } from '../../src/core.ts';
import { plainText } from '../../src/messages/plain.ts';
import { manualClock } from '../support/clock.ts';
import { policy } from './given.ts';

const clock = manualClock();
const core = createCore({ clock });
const parts = { core: () => core, clock, policy: policy() };
const made = (changes: Record<string, unknown> = {}): Announcement =>
  Announcement.parse({ text: { kk: 'Жаңа тәртіп', ru: 'Новый порядок' }, ...changes });
const found = (changes: Record<string, unknown>, recipients?: number): readonly Blocker[] =>
  checkAnnouncement(made(changes), clock.now(), parts, recipients);

describe('an announcement', () => {
  it('needs Kazakh, and Russian or a rule for its readers', () => {
    const faults = (value: unknown) =>
      Announcement.safeParse(value).error?.issues.map(({ path }) => path.join('.'));
    expect(faults({ text: { ru: 'а' } })).toContain('text.kk');
    expect(faults({ text: { kk: 'а' } })).toEqual(['text.ru']);
    expect(faults({ text: { kk: 'а' }, without_ru: 'skip' })).toBeUndefined();
  });

  it('as a file takes a photo or a document, not both, and one button', () => {
    const text = { kk: 'а', ru: 'б' };
    expect(AnnouncementFile.safeParse({ text, photo: 'a.png', document: 'b.pdf' }).success).toBe(false);
    expect(AnnouncementFile.safeParse({ text, button: { entry: 'a', guide: 'b' } }).success).toBe(false);
    expect(AnnouncementFile.safeParse({ text, photo: 'a.png', button: { guide: 'b' } }).success).toBe(true);
  });

  it('is read in four scripts, two of them derived from Kazakh', () => {
    const texts = [...allVersions(made(), 'x', parts)].map(([locale, version]) => [
      locale,
      plainText(version),
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      kk: 'Жаңа тәртіп',
      'kk-Arab': 'جاڭا ءتارتىپ',
      'kk-Latn': 'Jaña tärtıp',
      ru: 'Новый порядок',
    });
  });

  it('gives readers of Russian the Kazakh text or nothing, as the rule says', () => {
    const only = { text: { kk: 'Жаңа' } };
    const send = composeAnnouncement(made({ ...only, without_ru: 'send_kk' }), 'x', 'ru', parts);
    expect(send === null ? null : plainText(send)).toBe('Жаңа');
    expect(composeAnnouncement(made({ ...only, without_ru: 'skip' }), 'x', 'ru', parts)).toBeNull();
  });

  it('has a button with the title of what it opens in the reader’s language, and one that stops announcements', () => {
    const button = { entry: 'kandas.documents' };
    const labels = (locale: 'kk' | 'ru') =>
      composeAnnouncement(made({ button }), 'x', locale, parts)?.buttons.map((row) => row[0]?.label);
    const title = core.knowledge.entries.get(button.entry)?.title;
    expect(labels('kk')).toEqual([title?.kk, core.texts.for('kk')('announcement.stop')]);
    expect(labels('ru')).toEqual([title?.ru, core.texts.for('ru')('announcement.stop')]);
  });
});

describe('the check before sending', () => {
  it('finds nothing in a sound announcement', () => {
    expect(found({ button: { entry: 'kandas.documents' }, audience: { regions: ['KZ-75'] } }, 5)).toEqual([]);
  });

  it('stops what leads nowhere', () => {
    expect(found({ button: { entry: 'no.such' } })).toEqual([{ kind: 'unknown_entry', id: 'no.such' }]);
    expect(found({ button: { guide: 'nowhere' } })).toEqual([{ kind: 'unknown_guide', id: 'nowhere' }]);
    expect(found({ audience: { regions: ['KZ-99'], countries: ['XX'], topics: ['no_topic'] } })).toEqual([
      { kind: 'unknown_region', id: 'KZ-99' },
      { kind: 'unknown_country', id: 'XX' },
      { kind: 'unknown_topic', id: 'no_topic' },
    ]);
  });

  it('stops a text that does not fit into one message, in whichever script, and sooner under a photo', () => {
    const long = { text: { kk: 'а'.repeat(1500), ru: 'б' } };
    expect(found(long)).toEqual([]);
    const under = found({ ...long, media: { kind: 'photo', file_id: 'f' } });
    expect(under.map((blocker) => 'locale' in blocker && blocker.locale)).toEqual([
      'kk',
      'kk-Arab',
      'kk-Latn',
    ]);
    expect(under.every(stops)).toBe(true);
  });

  it('informs of nights and of readers without a text, and stops when nobody is there', () => {
    const night = { ...parts, policy: policy({ quiet: { from: '00:00', to: '23:59', effect: 'wait' } }) };
    const [asleep] = checkAnnouncement(made(), clock.now(), night);
    expect(asleep).toEqual({ kind: 'quiet_hours', zones: ['Asia/Almaty'], effect: 'wait' });
    expect(asleep && stops(asleep)).toBe(false);
    expect(checkAnnouncement(made({ urgent: true }), clock.now(), night)).toEqual([]);
    expect(found({ text: { kk: 'а' }, without_ru: 'skip' })).toEqual([
      { kind: 'without_russian', rule: 'skip' },
    ]);
    expect(found({}, 0).map(stops)).toEqual([true]);
  });
});

describe('moments', () => {
  it('without an offset are Almaty’s', () => {
    expect(momentOf('2026-12-01T09:00')?.toISOString()).toBe('2026-12-01T04:00:00.000Z');
    expect(momentOf('2026-12-01T09:00Z')?.toISOString()).toBe('2026-12-01T09:00:00.000Z');
    expect(momentOf('tomorrow')).toBeNull();
  });

  it('of a monthly series stay on their day, and on the last one of shorter months', () => {
    const startsAt = momentOf('2026-01-31T09:00') ?? new Date();
    const definition = made({ repeat: 'monthly', repeat_from: startsAt.toISOString() });
    const turns: string[] = [];
    for (let now = startsAt; turns.length < 3; ) {
      now = nextTurn({ definition, startsAt: now }, now);
      turns.push(now.toISOString());
    }
    expect(turns).toEqual([
      '2026-02-28T04:00:00.000Z',
      '2026-03-31T04:00:00.000Z',
      '2026-04-30T04:00:00.000Z',
    ]);
  });

  it('of a weekly series that was paused for long begin after now', () => {
    const startsAt = momentOf('2026-01-05T09:00') ?? new Date();
    const next = nextTurn(
      { definition: made({ repeat: 'weekly' }), startsAt },
      new Date('2026-02-10T00:00:00Z'),
    );
    expect(next.toISOString()).toBe('2026-02-16T04:00:00.000Z');
  });

  it('are quiet over midnight, in the reader’s zone', () => {
    const quiet = { from: '22:00', to: '08:00' };
    const at = (time: string) => new Date(`2026-07-01T${time}:00Z`);
    expect(isQuiet(quiet, 'Asia/Almaty', at('16:59'))).toBe(false);
    expect(isQuiet(quiet, 'Asia/Almaty', at('17:00'))).toBe(true);
    expect(isQuiet(quiet, 'Asia/Almaty', at('02:59'))).toBe(true);
    expect(isQuiet(quiet, 'Asia/Almaty', at('03:00'))).toBe(false);
    expect(openZones({ ...policy(), quiet: { ...quiet, effect: 'wait' } }, at('17:00'))).toContain(
      'Europe/Moscow',
    );
  });
});

describe('figures', () => {
  it('tell the rate and the time left, or that nothing moves', () => {
    const at = (seconds: number) => new Date(seconds * 1000);
    expect(rateBetween({ settled: 10, at: at(0) }, { settled: 60, at: at(2) })).toBe(25);
    expect(rateBetween({ settled: 10, at: at(0) }, { settled: 10, at: at(2) })).toBeNull();
    expect(secondsLeft({ waiting: 99, claimed: 1 }, 25)).toBe(4);
    expect(secondsLeft({ waiting: 99, claimed: 1 }, null)).toBeNull();
  });

  it('are reported by locale and region, as CSV too', () => {
    const line = { locale: 'kk', region: 'KZ-75', clicks: 0, unsubscribed: 0 } as const;
    const rows = reportRows([
      { ...line, state: 'delivered', reason: null, count: 7, clicks: 3, unsubscribed: 1 },
      { ...line, state: 'failed', reason: 'blocked', count: 2 },
      { ...line, state: 'skipped', reason: 'unsubscribed', count: 1 },
      { ...line, locale: 'ru', region: null, state: 'unclear', reason: null, count: 1 },
    ]);
    expect(rows).toMatchObject([
      {
        locale: 'kk',
        region: 'KZ-75',
        total: 10,
        delivered: 7,
        failed: { blocked: 2 },
        skipped: 1,
        clicks: 3,
      },
      { locale: 'ru', region: null, total: 1, unclear: 1 },
    ]);
    expect(reportCsv(rows).split('\n')).toEqual([
      '\uFEFFlocale,region,total,delivered,failed_blocked,failed_deactivated,failed_chat_not_found,failed_refused,failed_gave_up,failed_too_old,unclear,skipped,waiting,clicks,unsubscribed',
      'kk,KZ-75,10,7,2,0,0,0,0,0,0,1,0,3,1',
      'ru,,1,0,0,0,0,0,0,0,1,0,0,0,0',
      '',
    ]);
  });
});
