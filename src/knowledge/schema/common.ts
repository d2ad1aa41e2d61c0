import { z } from 'zod';

/** Prose: one or more lines, trimmed, never empty. */
export const Text = z.string().trim().min(1);

/** A calendar date as content writes it (ISO 8601, `2026-07-01`). */
export const IsoDate = z.iso.date();

/** Ids are lower-case words joined by dots: `kandas.where_to_apply`. At most 48 bytes: they travel in Telegram's 64-byte callback data. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*$/)
  .max(48);

/** A text in both authored languages. */
export const Localized = z.strictObject({ kk: Text, ru: Text });
export type Localized = z.infer<typeof Localized>;

/** The same list in both languages: item by item the same statement. */
export const LocalizedList = z
  .strictObject({ kk: z.array(Text).min(1), ru: z.array(Text).min(1) })
  .refine((list) => list.kk.length === list.ru.length, {
    error: 'both languages must have the same number of items',
  });
export type LocalizedList = z.infer<typeof LocalizedList>;

/** How sure we are: `high` = act or state body, `medium` = news citing one, `low` = private or unclear. */
export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/** Language of the official text of a source. `kk_ru`: published in both with equal force. */
export const OfficialLanguage = z.enum(['kk', 'ru', 'kk_ru', 'en', 'other']);
export type OfficialLanguage = z.infer<typeof OfficialLanguage>;
