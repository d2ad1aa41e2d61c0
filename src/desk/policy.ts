import { z } from 'zod';
import { locales } from '../language/locale.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 09:00');
const span = z
  .tuple([time, time])
  .refine(([from, to]) => from < to, 'the desk must open before it closes')
  .readonly();

export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** When the desk answers and its limits (`content/policy/desk.yaml`). */
export const DeskPolicy = z.strictObject({
  /** Opening hours by day, Almaty time; a day that is not named is closed. */
  hours: z
    .partialRecord(z.enum(weekdayNames), span)
    .refine((hours) => Object.keys(hours).length > 0, 'the desk must be open on some day'),
  /** In working hours an answer comes within so long. */
  answer_within_hours: z.int().min(1).max(72),
  /** Cases one person may open in a day. */
  cases_a_day: z.int().positive(),
  /** Messages of one person to the staff in a minute. */
  messages_a_minute: z.int().positive(),
  /** Longest message of a person, in characters. */
  characters: z.int().min(100).max(3000),
  /** Answers of the search offered to the operator. */
  drafts: z.int().min(0).max(5),
  /** Days without a word after which a case ends by itself. */
  idle_days: z.int().positive(),
  /** How long the desk waits for the message a person said they would write. */
  waiting_minutes: z.int().positive(),
  /** Language of the desk's own words among the staff. */
  staff_locale: z.enum(locales),
});
export type DeskPolicy = z.infer<typeof DeskPolicy>;
