import { expect, test } from 'vitest';
import { type DutyCase, dutiesFor } from '../../src/duties/compute.ts';
import { noteText } from '../../src/duties/notes.ts';
import { Duty } from '../../src/knowledge/schema/duty.ts';
import { calendar, duties, dutyOf } from './content.ts';

const today = '2026-11-21';
const linesOf = (dutyCase: DutyCase, day = today) => dutiesFor(dutyCase, { calendar, duties, today: day });
const idsOf = (dutyCase: DutyCase, day = today) => linesOf(dutyCase, day).map((line) => line.duty.id);

test('a guest from China: notice, week before the end, registration, end of the stay, soonest first', () => {
  const lines = linesOf({ who: 'guest', citizenship: 'CN', events: { entry: '2026-11-20' } });
  expect(lines.map((line) => [line.duty.id, line.lastDay])).toEqual([
    ['foreigner.check_notice', '2026-11-24'],
    ['stay.go_before_it_ends', '2026-12-12'],
    ['foreigner.registration_923', '2026-12-19'],
    ['stay.china', '2026-12-19'],
  ]);
});

test('each citizenship has exactly one end of a visa-free stay', () => {
  for (const citizenship of ['CN', 'MN', 'UZ', 'RU', 'KG', 'TJ', 'AM', 'BY', 'TR', 'IR', 'IN', 'TM', 'DE']) {
    const ends = linesOf({ who: 'guest', citizenship, events: { entry: '2026-11-20' } }).filter(
      (line) => line.duty.ends_stay,
    );
    expect([citizenship, ends.length]).toEqual([citizenship, 1]);
  }
});

test('without a citizenship the general stay is shown, and none of a country', () => {
  const ids = idsOf({ who: 'guest', events: { entry: '2026-11-20' } });
  expect(ids).toContain('stay.general');
  expect(ids).not.toContain('stay.china');
});

test('with a visa its end counts, and the visa-free limit is left out', () => {
  const lines = linesOf({
    who: 'guest',
    citizenship: 'CN',
    events: { entry: '2026-11-20', expiry: '2027-02-01' },
  });
  expect(lines.map((line) => line.duty.id)).not.toContain('stay.china');
  expect(lines.find((line) => line.duty.id === 'stay.go_before_it_ends')?.lastDay).toBe('2027-01-25');
});

test('what is to be done before an event is left out when the event is past', () => {
  expect(idsOf({ who: 'guest', events: { entry: '2026-11-20' } })).not.toContain('foreigner.qazeta');
  expect(idsOf({ who: 'guest', events: { entry: '2026-11-30' } })).toContain('foreigner.qazeta');
});

test('registration by the order of 2026 is not asked of those who came before it', () => {
  expect(idsOf({ who: 'guest', events: { entry: '2026-06-30' } })).not.toContain(
    'foreigner.registration_923',
  );
  expect(idsOf({ who: 'guest', events: { entry: '2026-07-01' } })).toContain('foreigner.registration_923');
});

test('a guest who crossed the border on Friday and came to the host on Monday is reported from the border on', () => {
  const [line] = linesOf({ who: 'host', events: { entry: '2026-11-27', arrival_at_host: '2026-11-30' } });
  expect(line?.lastDay).toBe('2026-12-01');
  expect(line?.readings.at(-1)).toEqual({
    lastDay: '2026-12-03',
    counting: 'from_next_day',
    event: 'arrival_at_host',
    eventDate: '2026-11-30',
  });
  expect(line?.notes.map(({ kind }) => kind)).toEqual(['event_open', 'day_one_open']);
});

test('days left: none on the last day, negative after it', () => {
  const move = { who: 'host', events: { move: '2026-11-23' } } as const;
  expect(linesOf(move, '2026-11-25')[0]?.daysLeft).toBe(0);
  expect(linesOf(move, '2026-11-27')[0]?.daysLeft).toBe(-2);
});

test('a calendar term that ends on a Sunday is not moved: the Friday before is named', () => {
  const line = linesOf({ who: 'citizen_moving', events: { move: '2026-11-20' } })[0];
  expect(line).toMatchObject({ lastDay: '2026-11-29', workday: '2026-11-27' });
  expect(line?.notes.map(({ kind }) => kind)).toContain('ends_on_day_off');
});

test('the working day to go on is never before the event', () => {
  const line = linesOf({ who: 'asylum_seeker_irregular', events: { entry: '2026-11-21' } })[0];
  expect(line).toMatchObject({ lastDay: '2026-11-21', workday: '2026-11-21' });
});

test('nobody has a duty from an event that is not known', () => {
  expect(linesOf({ who: 'host', events: {} })).toEqual([]);
});

test('an impossible date is refused', () => {
  expect(() => linesOf({ who: 'host', events: { entry: '2026-02-30' } })).toThrow(RangeError);
});

test('notes are said in both languages', () => {
  const lines = [
    ...linesOf({ who: 'host', events: { entry: '2026-12-11', arrival_at_host: '2026-12-14' } }),
    ...linesOf({ who: 'host', events: { entry: '2027-05-13' } }),
    ...linesOf({ who: 'citizen_moving', events: { move: '2026-11-20' } }),
  ];
  const kinds = new Set(lines.flatMap((line) => line.notes.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([
    'calendar_not_published',
    'day_one_open',
    'ends_on_day_off',
    'event_open',
    'may_shift',
    'skipped',
  ]);
  for (const note of lines.flatMap((line) => line.notes)) {
    expect(noteText(note, 'kk')).not.toBe(noteText(note, 'ru'));
    expect(noteText(note, 'ru')).toMatch(/[.!]$/u);
  }
});

test('a passed-over holiday is named with its day', () => {
  const [line] = linesOf({ who: 'host', events: { arrival_at_host: '2026-12-14' } });
  const said = line?.notes.map((note) => noteText(note, 'kk'));
  expect(said).toContain('16.12.2026 есепке кірмейді: Тәуелсіздік күні.');
});

test('a clock with two readings must say what is uncertain', () => {
  const { uncertain: _, ...silent } = dutyOf('host.notice_person');
  expect(Duty.safeParse(silent).success).toBe(false);
});
