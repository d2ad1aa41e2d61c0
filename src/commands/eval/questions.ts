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

/** Reads a question file; throws with the place and fault when a question lacks a field. */
export function readQuestions(file: string): z.infer<typeof QuestionFile> {
  return QuestionFile.parse(parse(readFileSync(file, 'utf8')));
}
