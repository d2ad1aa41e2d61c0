import { z } from 'zod';
import { Id, Text } from '../knowledge/schema/common.ts';
import { languages, scripts } from '../language/locale.ts';

/** Longest text of one language, in characters; what Telegram takes in one message is checked on the rendered text. */
const maxText = 4000;

/** Who an announcement is for. An empty list, or none, means everyone. People must fit every list. */
export const Audience = z.strictObject({
  /** Language of the reader's interface. */
  languages: z.array(z.enum(languages)).default([]),
  /** Script of the reader's interface. */
  scripts: z.array(z.enum(scripts)).default([]),
  /** ISO 3166-2 codes of the person's region. */
  regions: z.array(z.string().regex(/^KZ-\d\d$/, 'is not a region code such as KZ-75')).default([]),
  /** ISO 3166-1 alpha-2 codes of the country the person moves from. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'is not a country code such as CN')).default([]),
  /** FAQ topics: whoever has at least one of them on. */
  topics: z.array(Id).default([]),
  /** Seen within so many days. */
  active_within_days: z.int().min(1).max(3650).optional(),
});
export type Audience = z.infer<typeof Audience>;

/** Where the button leads; it opens in the reader's language. */
export const AnnouncementButton = z.union(
  [z.strictObject({ entry: Id }), z.strictObject({ guide: Id })],
  'must be "entry: ID" or "guide: ID"',
);
export type AnnouncementButton = z.infer<typeof AnnouncementButton>;

/** Readers of Russian when there is no Russian text: they get the Kazakh one, or nothing. */
export const withoutRussian = ['send_kk', 'skip'] as const;

/** How often a recurring announcement goes out. */
export const repeats = ['weekly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

const needsRussian = {
  path: ['text', 'ru'],
  error: 'Russian is missing: write text.ru, or say without_ru: send_kk or skip',
};

const fields = {
  /** The texts as authored; the Arabic and Latin scripts are derived from Kazakh. */
  text: z.strictObject({ kk: Text.max(maxText), ru: Text.max(maxText).optional() }),
  without_ru: z.enum(withoutRussian).optional(),
  button: AnnouncementButton.optional(),
  audience: Audience.prefault({}),
  /** Goes out in quiet hours too. */
  urgent: z.boolean().default(false),
  repeat: z.enum(repeats).optional(),
} as const;

const hasRussian = (value: { text: { ru?: string | undefined }; without_ru?: string | undefined }): boolean =>
  value.text.ru !== undefined || value.without_ru !== undefined;

/** What an announcement says, to whom and how: as it is stored, and as the conversation builds it. */
export const Announcement = z
  .strictObject({
    ...fields,
    /** A picture or file beside the text. `file_id` is Telegram's; without one the bytes are stored and uploaded once. */
    media: z
      .strictObject({ kind: z.enum(['photo', 'document']), file_id: z.string().min(1).optional() })
      .optional(),
    /** The first turn of a recurring one: turns are counted from it. Set when it is confirmed. */
    repeat_from: z.iso.datetime().optional(),
  })
  .refine(hasRussian, needsRussian);
export type Announcement = z.infer<typeof Announcement>;

/** An announcement as a file for `npm run admin -- announce`. Paths are relative to the file. */
export const AnnouncementFile = z
  .strictObject({
    ...fields,
    photo: Text.optional(),
    document: Text.optional(),
    /** A moment, or a time of day in Almaty when it has no offset. */
    at: Text.optional(),
  })
  .refine(hasRussian, needsRussian)
  .refine((file) => file.photo === undefined || file.document === undefined, {
    path: ['document'],
    error: 'a photo and a document cannot go together',
  });
export type AnnouncementFile = z.infer<typeof AnnouncementFile>;
