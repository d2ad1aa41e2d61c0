import { z } from 'zod';
import { Id, Text } from './common.ts';

/** Outcome a route leads to. */
export const RouteKind = z.enum(['small_talk', 'handoff', 'out_of_scope', 'refused', 'contact']);

const Phrases = z.strictObject({ kk: z.array(Text).default([]), ru: z.array(Text).default([]) });

/**
 * Something people write that is not a question our content answers (`content/routes/*.yaml`):
 * a greeting, another country's visa, a request to forge a paper, a threat to life.
 */
export const Route = z.strictObject({
  id: Id,
  kind: RouteKind,
  intents: z.array(Id).default([]),
  /** Emergency numbers first, before anything else. */
  crisis: z.boolean().default(false),
  /**
   * Phrases that decide by themselves: the words of a phrase stand in the message in this order, in any
   * form, at most three other words between two of them. `=a b`: no word between.
   */
  triggers: Phrases.default({ kk: [], ru: [] }),
  /** Whole messages as people write them; compared like the wordings of entries. */
  examples: Phrases.default({ kk: [], ru: [] }),
  /** Single words of the subject; they decide only when nothing in our content answers. */
  words: Phrases.default({ kk: [], ru: [] }),
  /** Several wordings of the reply, taken in turn. */
  replies: z.strictObject({ kk: z.array(Text).min(1), ru: z.array(Text).min(1) }),
  /** Service whose body is named with the reply. */
  body: Id.optional(),
});
export type Route = z.infer<typeof Route>;

export const RouteFile = z.strictObject({ routes: z.array(Route).min(1) });
