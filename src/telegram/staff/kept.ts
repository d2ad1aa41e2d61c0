import { z } from 'zod';
import { boundedList, boundedText } from '../../operations/bounded.ts';

/** Units of a text that are kept; Telegram's own limit is 4,096. */
const longestText = 4096;

const file = z.object({ file_id: boundedText(256).refine((id) => id !== '') });
const message = z.object({
  photo: boundedList(file, 20).optional().catch(undefined),
  document: file.optional().catch(undefined),
  caption: z
    .string()
    .transform((text) => text.slice(0, longestText).toWellFormed())
    .optional()
    .catch(undefined),
  forward_origin: z
    .object({ sender_user: z.object({ id: z.int() }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  users_shared: z
    .object({ users: boundedList(z.object({ user_id: z.int() }), 10) })
    .optional()
    .catch(undefined),
});

/** What is kept of a message beyond its text when a member of staff wrote it: an announcement's file, a new member's id. */
export interface KeptForStaff {
  readonly photo?: string;
  readonly document?: string;
  readonly caption?: string;
  /** Telegram id of the person whose message was forwarded, or who was picked from the contacts. */
  readonly named?: string;
}

/** Reads it from a raw message. People's messages never come here: their files and forwards are dropped unread. */
export function keptForStaff(raw: unknown): KeptForStaff {
  const read = message.safeParse(raw);
  if (!read.success) return {};
  const { photo, document, caption, forward_origin: origin, users_shared: shared } = read.data;
  // Telegram lists the sizes of a photo from the smallest to the largest.
  const largest = photo?.at(-1)?.file_id;
  const named = origin?.sender_user?.id ?? shared?.users[0]?.user_id;
  return {
    ...(largest === undefined ? {} : { photo: largest }),
    ...(document === undefined ? {} : { document: document.file_id }),
    ...(caption === undefined ? {} : { caption }),
    ...(named === undefined ? {} : { named: String(named) }),
  };
}
