import { z } from 'zod';
import { Confidence, Id, IsoDate, Localized } from './common.ts';
import { FigureName } from './figures.ts';
import { SourceRef } from './source.ts';

/** Whose duty it is. One person can be several: each is asked for by itself. */
export const DutyWho = z.enum([
  'guest', // foreigner on a visit
  'student', // foreign student
  'worker', // foreigner at work
  'kandas_applicant', // foreigner whose application is being looked at
  'asylum_seeker',
  'asylum_seeker_irregular', // crossed the border irregularly
  'resident_foreigner', // foreigner with a residence card
  'host', // natural person a foreigner stays with
  'landlord', // lets housing to a foreigner
  'employer',
  'hotel', // hotel, hostel, dormitory
  'aifc', // participant of the AIFC
  'citizen_moving', // citizen who has moved for good
  'tenant', // citizen who rents
  'owner', // lets housing to citizens
  'new_foreign_citizen', // citizen who got another citizenship
]);
export type DutyWho = z.infer<typeof DutyWho>;

/** What starts a clock. */
export const DutyEvent = z.enum([
  'entry', // crossing the border
  'arrival_at_host',
  'move', // change of address, moving in
  'registration',
  'expiry', // end of the permitted stay
  'employer_change',
  'contract_end',
  'sixteenth_birthday',
  'foreign_passport', // receiving it
  'certificate', // receiving an asylum seeker's certificate
]);
export type DutyEvent = z.infer<typeof DutyEvent>;

/** How the last day is counted. */
export const DutyClock = z
  .strictObject({
    /** What it runs from. Several: the sources differ, and it is counted from each one known. */
    events: z.array(DutyEvent).min(1),
    count: z.int().min(1).max(1000),
    unit: z.enum(['working', 'calendar', 'month']),
    /** Whether the day of the event is day one; `both`: the law leaves it open, the earlier last day is advised. */
    start: z.enum(['same_day', 'next_day', 'both']),
    /** `before`: to be done that long before the event. */
    direction: z.enum(['after', 'before']).default('after'),
  })
  .refine(({ direction, unit }) => direction === 'after' || unit === 'calendar', {
    error: 'only calendar days are counted before an event',
    path: ['unit'],
  });
export type DutyClock = z.infer<typeof DutyClock>;

/** A thing to be done by a day, with what it rests on. */
export const Duty = z
  .strictObject({
    id: Id,
    /** `duty` set by an act, `limit` a day after which something worse begins, `advice` of an authority or our own. */
    kind: z.enum(['duty', 'limit', 'advice']),
    title: Localized,
    who: z.array(DutyWho).min(1),
    applies: z
      .strictObject({
        /** Citizens of these countries only (ISO 3166-1 alpha-2); then a citizenship must be known. */
        countries: z
          .array(z.string().regex(/^[A-Z]{2}$/))
          .min(1)
          .optional(),
        /** Citizens of any country but these. */
        except: z
          .array(z.string().regex(/^[A-Z]{2}$/))
          .min(1)
          .optional(),
        /** First and last day of the event for which the rule holds. */
        from: IsoDate.optional(),
        to: IsoDate.optional(),
      })
      .default({}),
    clock: DutyClock,
    /** The last day is the end of a visa-free stay: left out when the end of a stay is known (visa, permit). */
    ends_stay: z.boolean().default(false),
    /** What to do. */
    do: Localized,
    /** What happens after the last day. */
    missed: Localized,
    /** Names of figures in `content/figures.yaml`, mildest first. */
    fines: z.array(FigureName).default([]),
    confidence: Confidence,
    /** What the sources leave open and who can tell. */
    uncertain: Localized.optional(),
    facts: z.array(z.string().regex(/^[A-Z]\d+$/)).default([]),
    sources: z.array(SourceRef).min(1),
  })
  .superRefine((duty, context) => {
    const { countries, except, from, to } = duty.applies;
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (countries !== undefined && except !== undefined)
      issue(['applies', 'except'], 'name countries or exceptions, not both');
    if ((from ?? '') > (to ?? '9999')) issue(['applies', 'to'], 'the rule ends before it begins');
    if (duty.clock.start === 'both' && duty.uncertain === undefined)
      issue(['uncertain'], 'a clock with two readings must say so');
    if (duty.confidence === 'low' && duty.uncertain === undefined)
      issue(['uncertain'], 'low confidence must say what is uncertain');
    if (duty.ends_stay && duty.kind !== 'limit') issue(['ends_stay'], 'only a limit ends a stay');
  });
export type Duty = z.infer<typeof Duty>;

/** A file of `content/duties/`. */
export const DutyFile = z.strictObject({ duties: z.array(Duty).min(1) });
export type DutyFile = z.infer<typeof DutyFile>;
