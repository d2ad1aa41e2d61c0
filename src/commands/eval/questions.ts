import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const QuestionFile = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    lang: z.string(),
    script: z.string(),
    style: z.string(),
    topic: z.string(),
    intent: z.string(),
    /** Harm of a wrong answer (our own sets): deadlines and fines weigh more. */
    weight: z.number().default(1),
  }),
);

/** Reads a question file. @throws Error with the file, the place and the fault, fit to print as it is. */
export function readQuestions(file: string): z.infer<typeof QuestionFile> {
  const read = QuestionFile.safeParse(contentOf(file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const [at, field] = issue?.path ?? [];
  const place =
    at === undefined ? '' : ` question ${Number(at) + 1}${field === undefined ? '' : `, ${String(field)}`}:`;
  throw new Error(`${file}:${place} ${issue?.message}`);
}

function contentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
