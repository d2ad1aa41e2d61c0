import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const spelling = z.strictObject({
  arab: z
    .string()
    .regex(/^\p{Script=Arabic}+$/u, 'Arabic letters only')
    .optional(),
  latn: z
    .string()
    .regex(/^\p{Script=Latin}+$/u, 'Latin letters only')
    .optional(),
});

/** `content/language/exceptions.yaml`: word (or beginning with a final hyphen) → its spellings. */
export const exceptionsSchema = z.record(
  z.string().regex(/^[\p{Ll}\p{M}]+-?$/u, 'a lower-case word, with a final hyphen if it is a beginning'),
  spelling,
);

export type Exceptions = z.infer<typeof exceptionsSchema>;

/** Reads and checks an exceptions file; the error names the word that is wrong. */
export function readExceptions(file: string | URL): Exceptions {
  const result = exceptionsSchema.safeParse(load(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${file}: ${problems.join('; ')}`);
}

/** A fixed beginning (or whole word) in a script, and the letters the rules still have to convert. */
export interface Fixed {
  readonly written: string;
  readonly rest: string;
}

/** Looks a word up: the whole word first, then the longest beginning. */
export function exceptionFinder(
  exceptions: Exceptions,
  script: 'arab' | 'latn',
): (word: string) => Fixed | undefined {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const [word, spellings] of Object.entries(exceptions)) {
    const written = spellings[script];
    if (written === undefined) continue;
    if (word.endsWith('-')) beginnings.set(word.slice(0, -1), written);
    else whole.set(word, written);
  }
  const longest = Math.max(0, ...[...beginnings.keys()].map((word) => word.length));
  return (word) => {
    const written = whole.get(word);
    if (written !== undefined) return { written, rest: '' };
    for (let length = Math.min(longest, word.length); length > 1; length -= 1) {
      const beginning = beginnings.get(word.slice(0, length));
      if (beginning !== undefined) return { written: beginning, rest: word.slice(length) };
    }
    return undefined;
  };
}

/** Looks up the longest Arabic spelling of the exceptions that a word begins with, hamza or not. */
export function exceptionReader(exceptions: Exceptions): (word: string) => Fixed | undefined {
  const words = new Map<string, { cyrillic: string; whole: boolean }>();
  for (const [word, { arab }] of Object.entries(exceptions)) {
    if (arab !== undefined)
      words.set(arab, { cyrillic: word.replace(/-$/u, ''), whole: !word.endsWith('-') });
  }
  return (source) => {
    const word = source.replace(/^\u0621/u, '');
    for (let length = word.length; length > 1; length -= 1) {
      const found = words.get(word.slice(0, length));
      if (found && (!found.whole || length === word.length))
        return { written: found.cyrillic, rest: word.slice(length) };
    }
    return undefined;
  };
}
