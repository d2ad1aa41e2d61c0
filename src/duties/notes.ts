import type { Certainty } from '../knowledge/calendar.ts';
import type { CalendarDay } from '../knowledge/schema/calendar.ts';
import type { Localized } from '../knowledge/schema/common.ts';
import type { DutyClock, DutyEvent } from '../knowledge/schema/duty.ts';
import type { Language } from '../language/locale.ts';
import type { Counted } from './count.ts';

/** What a person should be told of a count. */
export type DutyNote =
  /** The readings end on different days: the first or the next day is day one. */
  | { readonly kind: 'day_one_open' }
  /** The readings start from different events. */
  | { readonly kind: 'event_open'; readonly events: readonly DutyEvent[] }
  /** A holiday or moved day off that was not counted. */
  | { readonly kind: 'skipped'; readonly day: CalendarDay }
  /** A day off without a date yet that may make the term longer. */
  | { readonly kind: 'may_shift'; readonly name: Localized; readonly note?: Localized | undefined }
  /** The term ends on a day off; nothing in force says that it is moved. */
  | { readonly kind: 'ends_on_day_off' }
  /** No published calendar for a year on the way. */
  | { readonly kind: 'calendar_not_published'; readonly certainty: Certainty };

/** Notes of a count, the weightiest first. Internal to the computation. */
export function notesOf(about: {
  readonly clock: DutyClock;
  readonly readings: readonly { readonly counting: string; readonly event: DutyEvent }[];
  readonly counts: readonly Counted[];
  readonly certainty: Certainty;
  readonly closed: boolean;
}): DutyNote[] {
  const { clock, readings, counts, certainty, closed } = about;
  const events = [...new Set(readings.map(({ event }) => event))];
  const skipped = new Map(counts.flatMap((count) => count.skipped.map((day) => [day.date, day] as const)));
  const open = new Map(counts.flatMap((count) => count.open.map((day) => [day.name.ru, day] as const)));
  return [
    ...(events.length > 1 ? [{ kind: 'event_open', events } as const] : []),
    ...(clock.start === 'both' && readings.length > 1 ? [{ kind: 'day_one_open' } as const] : []),
    ...(closed ? [{ kind: 'ends_on_day_off' } as const] : []),
    ...[...skipped.values()]
      .sort((a, b) => a.date.localeCompare(b.date))
      .map((day) => ({ kind: 'skipped', day }) as const),
    ...[...open.values()].map(({ name, note }) => ({ kind: 'may_shift', name, note }) as const),
    ...(certainty === 'official' ? [] : [{ kind: 'calendar_not_published', certainty } as const]),
  ];
}

/** A note in words; the caller derives other scripts. */
export function noteText(note: DutyNote, language: Language): string {
  const kk = language === 'kk';
  switch (note.kind) {
    case 'day_one_open':
      return kk
        ? 'Алғашқы күннің есепке кіретіні анық емес. Ең ерте күнді сақтаңыз.'
        : 'Входит ли первый день в срок, неясно. Держитесь самого раннего дня.';
    case 'event_open':
      return kk
        ? 'Мерзім қай оқиғадан басталатыны дереккөздерде әртүрлі. Ең ерте күнді сақтаңыз.'
        : 'Источники расходятся, с какого события идёт срок. Держитесь самого раннего дня.';
    case 'ends_on_day_off':
      return kk
        ? 'Соңғы күн демалысқа түседі. Мерзім келесі жұмыс күніне ауысатыны расталмаған, алдын ала үлгеріңіз.'
        : 'Последний день — выходной. Что срок переносится на следующий рабочий день, не подтверждено: успейте заранее.';
    case 'skipped':
      return kk
        ? `${shortDate(note.day.date)} есепке кірмейді: ${note.day.name.kk}.`
        : `${shortDate(note.day.date)} не считается: ${note.day.name.ru}.`;
    case 'may_shift':
      return [note.name[language], note.note?.[language]].filter((part) => part !== undefined).join('. ');
    case 'calendar_not_published':
      return kk
        ? 'Бұл кезеңнің ресми еңбек күнтізбесі бізде жоқ: күн заңдағы ережемен есептелді. Жақындағанда 1414 нөмірінен нақтылаңыз.'
        : 'Официального календаря на эти дни у нас нет: день посчитан по правилу закона. Ближе к сроку уточните по номеру 1414.';
  }
}

function shortDate(date: string): string {
  return date.split('-').reverse().join('.');
}
