import { z } from 'zod';
import { locales } from '../language/locale.ts';
import type { Reply } from '../messages/reply.ts';

/** What lies in the queue for the staff's group. Replies are stored composed: they say what was so when it happened. */
export type StaffMessage =
  /** Opens a case: makes or reopens the person's topic. */
  | { readonly kind: 'card'; readonly title: string; readonly reply: Reply }
  | { readonly kind: 'note'; readonly title: string; readonly reply: Reply }
  | { readonly kind: 'close_topic' }
  /** The person had everything deleted. */
  | { readonly kind: 'delete_topic'; readonly chat: string; readonly topic: number };

/** The staff's message that led to this: marked when it has arrived. */
const origin = z.object({ chat: z.string(), message: z.int() }).optional();

/** What lies in the queue for a person; put into their language and script when it is sent. */
export const PersonMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string(), origin }),
  z.object({ kind: z.literal('entry'), entry: z.string(), origin }),
  z.object({ kind: z.literal('closed'), by: z.enum(['staff', 'idle']) }),
  /** The answer to a question that had none when it was asked. */
  z.object({
    kind: z.literal('answer'),
    entry: z.string(),
    question: z.string(),
    /** Language and script of the question. */
    locale: z.enum(locales),
  }),
]);
export type PersonMessage = z.infer<typeof PersonMessage>;

/** Messages to the staff about one person go out in order, and so do those to the person. */
export const staffLine = (number: number): string => `s${number}`;
export const personLine = (number: number): string => `p${number}`;
