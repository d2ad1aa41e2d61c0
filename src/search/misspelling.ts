import { withinEdits } from './edits.ts';

/** Calls `visit` with the place of every list that has a key at most a typing error apart from the one asked for. */
export type FindMisspelt = (
  asked: string,
  /** How many edits are a typing error, by the length of the shorter key; 0: such short keys are not compared. */
  limit: (shorter: number) => number,
  visit: (place: number) => void,
) => void;

/**
 * Keys compared by their letters. An edit changes at most two of the letters a key is made of, so most keys are ruled
 * out by one comparison of two numbers; the edits are counted for what remains.
 *
 * @param lists keys in small letters of one script (skeletons)
 */
export function findMisspelt(lists: readonly (readonly string[])[]): FindMisspelt {
  const keys: string[] = [];
  const places: number[] = [];
  lists.forEach((list, place) => {
    for (const key of list) {
      keys.push(key);
      places.push(place);
    }
  });
  const letters = Uint32Array.from(keys, lettersOf);
  return (asked, limit, visit) => {
    const own = lettersOf(asked);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? '';
      const edits = limit(Math.min(key.length, asked.length));
      if (edits === 0 || Math.abs(key.length - asked.length) > edits) continue;
      if (bits(own ^ (letters[at] ?? 0)) > 2 * edits) continue;
      if (withinEdits(asked, key, edits)) visit(places[at] ?? 0);
    }
  };
}

/** The letters a key has, as bits; letters that share a bit only let more keys through. */
function lettersOf(key: string): number {
  let letters = 0;
  for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
  return letters >>> 0;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
