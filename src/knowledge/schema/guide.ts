import { z } from 'zod';
import { Id, Localized, Text } from './common.ts';
import { DutyEvent, DutyWho } from './duty.ts';
import { FigureName } from './figures.ts';
import { SourceRef } from './source.ts';

/** Ids inside a guide travel in button codes beside the guide's own: kept short, no dots. */
export const StepId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(16);

/** Value of a step a person did not know or did not want to give. */
export const unknownValue = 'unknown';

/** Value of a country step for a country that is not among those the step names. */
export const otherCountry = 'other';

/**
 * When a part of a guide applies: for each step named, the answer is one of those listed. A step that was not asked
 * fits no list. Choices are named by id, regions and countries by code, dates and numbers by `known` or
 * `unknown` (numbers also by themselves).
 */
export const GuideCondition = z.record(StepId, z.array(Text).min(1));
export type GuideCondition = z.infer<typeof GuideCondition>;

const asked = {
  id: StepId,
  /** Two or three words: stands in the summary of answers. */
  name: Localized,
  question: Localized,
  /** Why it is asked, or where to find the answer. */
  hint: Localized.optional(),
  when: GuideCondition.optional(),
};

/** One answer of a choice step; `when`: offered only on ways where it makes sense. */
export const GuideChoice = z.strictObject({ id: StepId, label: Localized, when: GuideCondition.optional() });
export type GuideChoice = z.infer<typeof GuideChoice>;

/** A question of a guide. `optional`: "I don't know" is an answer, and the guide goes on without it. */
export const GuideStep = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('choice'), choices: z.array(GuideChoice).min(2).max(12) }),
  z.strictObject({ ...asked, kind: z.literal('region'), optional: z.boolean().default(false) }),
  z.strictObject({
    ...asked,
    kind: z.literal('country'),
    /** Offered as buttons; any other can be typed, and counts as `other`. */
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(2)
      .max(16),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('date'),
    optional: z.boolean().default(false),
    /** How far from today the day may lie, in days. */
    past: z.int().min(0).max(3660),
    future: z.int().min(0).max(3660),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    optional: z.boolean().default(false),
    min: z.int().min(0),
    max: z.int().max(99),
  }),
]);
export type GuideStep = z.infer<typeof GuideStep>;

/** Parts of an entry that an outcome can show; `table`: its comparison side by side. */
export const EntryPart = z.enum(['answer', 'steps', 'papers', 'missed', 'table']);
export type EntryPart = z.infer<typeof EntryPart>;

const onlyWhen = { when: GuideCondition.optional() };

/** A piece of an outcome. Everything it says comes from the content it names, or carries its own source. */
export const GuideSection = z.discriminatedUnion('kind', [
  z.strictObject({
    ...onlyWhen,
    /** One reason of a pre-check, with the clause it rests on. */
    kind: z.literal('finding'),
    /** `fits`, `against`, or `open`: the sources do not say. */
    tone: z.enum(['fits', 'against', 'open']),
    text: Localized,
    sources: z.array(SourceRef).min(1),
  }),
  z.strictObject({
    ...onlyWhen,
    /** An FAQ entry in the edition of today; what it leaves uncertain is always shown with it. */
    kind: z.literal('entry'),
    entry: Id,
    show: z.array(EntryPart).min(1).default(['answer', 'steps', 'papers', 'missed']),
  }),
  z.strictObject({
    ...onlyWhen,
    /** Papers of an entry as a list to tick off. */
    kind: z.literal('checklist'),
    entry: Id,
  }),
  z.strictObject({
    ...onlyWhen,
    /** Who to turn to. `place`: the region or country step that says where. */
    kind: z.literal('body'),
    body: Id,
    place: StepId.optional(),
  }),
  z.strictObject({
    ...onlyWhen,
    /** Every duty of a case with its last day (`content/duties/`), the soonest first; a day not known gives the term alone. */
    kind: z.literal('duties'),
    who: DutyWho,
    /** The country step that says whose citizen the foreigner is. */
    citizenship: StepId.optional(),
    /** Date steps that say when a clock began. */
    events: z.partialRecord(DutyEvent, StepId),
    /** Stands above them where an outcome shows the duties of more than one. */
    title: Localized.optional(),
    /** Duties that another section of the outcome says already. */
    without: z.array(Id).default([]),
  }),
  z.strictObject({
    ...onlyWhen,
    /** The figure `<figures>.<year>.<region>` of the region chosen, for the year of today. */
    kind: z.literal('quota'),
    figures: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/),
    region: StepId,
  }),
  z.strictObject({
    ...onlyWhen,
    /** One-time aid for the move of a family, with the formula. */
    kind: z.literal('relocation_aid'),
    people: StepId,
  }),
  z.strictObject({
    ...onlyWhen,
    /** Aid for rent: the least and the most. Without the step of months, for as many as it is paid. */
    kind: z.literal('rent_aid'),
    months: StepId.optional(),
  }),
  /** The highest a certificate of economic mobility can be. */
  z.strictObject({ ...onlyWhen, kind: z.literal('certificate') }),
  z.strictObject({
    ...onlyWhen,
    /** Income tax that a labour immigrant pays in advance for a permit of so many months. */
    kind: z.literal('labour_tax'),
    months: StepId,
  }),
  z.strictObject({
    ...onlyWhen,
    /** Fines that hang on no day of the case, with their formulas. */
    kind: z.literal('fines'),
    figures: z.array(FigureName).min(1),
  }),
]);
export type GuideSection = z.infer<typeof GuideSection>;

/** Where a path ends. The first whose condition holds is taken. */
export const GuideOutcome = z.strictObject({
  id: StepId,
  when: GuideCondition.optional(),
  /** In one sentence, what the answers come to; never a decision. */
  title: Localized,
  sections: z.array(GuideSection).min(1),
  /** What nobody can tell from here, and who can. */
  uncertain: Localized,
  /** Entries to read on, as buttons. */
  more: z.array(Id).max(6).default([]),
  /** The guide that leads on. */
  next: Id.optional(),
});
export type GuideOutcome = z.infer<typeof GuideOutcome>;

/** A guided conversation (`content/guides/<id>.yaml`): steps in the order in which they are asked, and outcomes. */
export const Guide = z.strictObject({
  id: StepId,
  title: Localized,
  /** What the person will know at the end, in one line. */
  about: Localized,
  steps: z.array(GuideStep).min(1).max(16),
  outcomes: z.array(GuideOutcome).min(1),
});
export type Guide = z.infer<typeof Guide>;

/** `content/guides/suggest.yaml`: what people write when they do not know where to begin, and the order guides are listed in. */
export const GuideSuggestions = z.strictObject({
  order: z.array(StepId).min(1),
  /** Whole phrases: their words stand side by side in the message. */
  phrases: z.strictObject({ kk: z.array(Text).min(1), ru: z.array(Text).min(1) }),
  /** Phrases that ask for one guide by what it does: «тіркеу мерзімін есепте». */
  named: z.record(StepId, z.strictObject({ kk: z.array(Text).min(1), ru: z.array(Text).min(1) })).default({}),
});
export type GuideSuggestions = z.infer<typeof GuideSuggestions>;
