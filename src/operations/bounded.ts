import { z } from 'zod';

/**
 * Text from outside, of at most so many UTF-16 units. Not zod's own `max`: it is asked of anything with a `length`, and
 * `{"length": {"toString": 1}}` in a place of text made it throw, which was a server error for whoever sent it.
 */
export const boundedText = (most: number) =>
  z.string().refine((text) => text.length <= most, { error: `longer than ${most}` });

/** A list from outside of at most so many items; see `boundedText`. */
export const boundedList = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).refine((list) => list.length <= most, { error: `more than ${most}` });
