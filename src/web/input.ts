import { z } from 'zod';
import { type Command, commands } from '../conversation/conversation.ts';
import { decodeAction } from '../messages/action.ts';
import type { Action } from '../messages/reply.ts';
import { boundedText } from '../operations/bounded.ts';

/** What a visitor did on the page. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly action: Action | null; readonly code: string }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'clear_history' };

/** Longer texts are cut by the core, which says so; this only keeps a form from carrying a book. */
const mostText = 150_000;

const Body = z.union([
  z.strictObject({ text: boundedText(mostText) }),
  z.strictObject({ action: boundedText(200) }),
  z.strictObject({ command: z.enum([...commands, 'clear_history']) }),
]);

/** Reads a form or JSON body; `null` when it is neither of the three inputs. */
export function readInput(body: unknown): Input | null {
  const parsed = Body.safeParse(withoutEmptyText(body));
  if (!parsed.success) return null;
  const { data } = parsed;
  if ('text' in data) return { kind: 'text', text: data.text };
  if ('action' in data) return { kind: 'action', action: decodeAction(data.action), code: data.action };
  return data.command === 'clear_history'
    ? { kind: 'clear_history' }
    : { kind: 'command', command: data.command };
}

/** Without JavaScript a pressed button sends the form's other fields too. */
function withoutEmptyText(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('action' in body || 'command' in body)) return body;
  const { text: _text, ...rest } = body as Record<string, unknown>;
  return rest;
}
