/** When a reminder comes: so many days before the last day, on its morning, or both. */
export const reminderTimes = ['before', 'day', 'both'] as const;
export type ReminderTimes = (typeof reminderTimes)[number];

/** What can be done with what a person keeps: checklists and reminders. `about` is the id of a duty or an entry. */
export type KeptAction =
  | { readonly do: 'checklists' }
  /** Shows the checklist of an entry's papers; makes it when there is none. */
  | { readonly do: 'checklist'; readonly entry: string }
  /** `item`: the key of a paper (see `checklists/items.ts`). Says what it is to be, so that pressing twice changes nothing. */
  | { readonly do: 'checklist_tick'; readonly entry: string; readonly item: string; readonly done: boolean }
  | { readonly do: 'checklist_file'; readonly entry: string }
  | { readonly do: 'checklist_close'; readonly entry: string }
  | { readonly do: 'reminders' }
  /** Offers reminders of a last day (ISO date). */
  | { readonly do: 'remind'; readonly about: string; readonly day: string }
  | { readonly do: 'remind_set'; readonly about: string; readonly day: string; readonly when: ReminderTimes }
  | { readonly do: 'remind_snooze'; readonly about: string; readonly day: string }
  | { readonly do: 'remind_done'; readonly about: string; readonly day: string }
  | { readonly do: 'remind_cancel'; readonly id: string }
  /** The last day as a calendar file. */
  | { readonly do: 'calendar'; readonly about: string; readonly day: string }
  | { readonly do: 'time_zones' }
  | { readonly do: 'time_zone'; readonly zone: string };

const letters: Readonly<Record<ReminderTimes, string>> = { before: 'b', day: 'd', both: '2' };

/** Verb and arguments of a code. Days travel without dashes: with the longest id and a choice they fill the 64 bytes. */
export function keptParts(action: KeptAction): string[] {
  switch (action.do) {
    case 'checklists':
      return ['kl'];
    case 'checklist':
      return ['k', action.entry];
    case 'checklist_tick':
      return ['kt', action.entry, action.item, action.done ? '1' : '0'];
    case 'checklist_file':
      return ['kf', action.entry];
    case 'checklist_close':
      return ['kx', action.entry];
    case 'reminders':
      return ['ml'];
    case 'remind':
      return ['m', action.about, compact(action.day)];
    case 'remind_set':
      return ['ms', action.about, compact(action.day), letters[action.when]];
    case 'remind_snooze':
      return ['mz', action.about, compact(action.day)];
    case 'remind_done':
      return ['md', action.about, compact(action.day)];
    case 'remind_cancel':
      return ['mx', action.id];
    case 'calendar':
      return ['mc', action.about, compact(action.day)];
    case 'time_zones':
      return ['mt'];
    case 'time_zone':
      return ['mp', action.zone];
  }
}

/** The action of a verb and its arguments, or `null` when they are none of these or forged. */
export function readKept(verb: string | undefined, args: readonly (string | undefined)[]): KeptAction | null {
  const [a = '', b = '', c = ''] = args;
  const id = /^[\w.-]+$/u.test(a);
  const day = expanded(b);
  switch (verb) {
    case 'kl':
      return { do: 'checklists' };
    case 'k':
      return id ? { do: 'checklist', entry: a } : null;
    case 'kt':
      return id && /^[0-9a-f]{6}$/u.test(b) && /^[01]$/u.test(c)
        ? { do: 'checklist_tick', entry: a, item: b, done: c === '1' }
        : null;
    case 'kf':
      return id ? { do: 'checklist_file', entry: a } : null;
    case 'kx':
      return id ? { do: 'checklist_close', entry: a } : null;
    case 'ml':
      return { do: 'reminders' };
    case 'm':
      return id && day !== null ? { do: 'remind', about: a, day } : null;
    case 'ms': {
      const when = reminderTimes.find((each) => letters[each] === c);
      return id && day !== null && when !== undefined ? { do: 'remind_set', about: a, day, when } : null;
    }
    case 'mz':
      return id && day !== null ? { do: 'remind_snooze', about: a, day } : null;
    case 'md':
      return id && day !== null ? { do: 'remind_done', about: a, day } : null;
    case 'mx':
      return id ? { do: 'remind_cancel', id: a } : null;
    case 'mc':
      return id && day !== null ? { do: 'calendar', about: a, day } : null;
    case 'mt':
      return { do: 'time_zones' };
    case 'mp':
      return id ? { do: 'time_zone', zone: a } : null;
    default:
      return null;
  }
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** A day as it travelled, back as an ISO date; `null` when there is no such day. */
function expanded(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/u.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return year === undefined || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso
    ? null
    : iso;
}
