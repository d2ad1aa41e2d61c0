import { z } from 'zod';
import { Confidence, IsoDate, Localized } from './common.ts';
import { SourceRef } from './source.ts';

/**
 * Why a day differs from the plain week:
 * `holiday` public holiday, `day_off` a day off by law that is never moved (7 January, Kurban ait),
 * `transferred` a working day made a day off, `working` a weekend day that is worked.
 */
export const CalendarDayKind = z.enum(['holiday', 'day_off', 'transferred', 'working']);
export type CalendarDayKind = z.infer<typeof CalendarDayKind>;

/** One day that differs from the plain five-day week. */
export const CalendarDay = z.strictObject({
  date: IsoDate,
  kind: CalendarDayKind,
  name: Localized,
  confidence: Confidence,
  sources: z.array(SourceRef).default([]),
  note: Localized.optional(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** What is known of one year's calendar. */
export const CalendarYear = z.strictObject({
  /** `official`: published; `computed`: from the law's rule and fixed dates, no calendar published yet. */
  basis: z.enum(['official', 'computed']),
  confidence: Confidence,
  sources: z.array(SourceRef).default([]),
  /** Days whose date is not known yet, e.g. Kurban ait: said with every count that crosses them. */
  open: z
    .array(
      z.strictObject({ name: Localized, between: z.tuple([IsoDate, IsoDate]).optional(), note: Localized }),
    )
    .default([]),
  days: z.array(CalendarDay).min(1),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** `content/calendar.yaml`. */
export const CalendarFile = z
  .strictObject({ years: z.record(z.string().regex(/^\d{4}$/), CalendarYear) })
  .superRefine((file, context) => {
    for (const [year, { days }] of Object.entries(file.years)) {
      const seen = new Set<string>();
      for (const [index, day] of days.entries()) {
        const path = ['years', year, 'days', index, 'date'];
        if (!day.date.startsWith(`${year}-`))
          context.addIssue({ code: 'custom', path, message: `${day.date} does not lie in ${year}` });
        if (seen.has(day.date))
          context.addIssue({ code: 'custom', path, message: `${day.date} stands twice` });
        seen.add(day.date);
        if (day.confidence !== 'low' && day.sources.length === 0)
          context.addIssue({ code: 'custom', path, message: 'a day without a source is of low confidence' });
      }
    }
  });
export type CalendarFile = z.infer<typeof CalendarFile>;
