/**
 * `npm run --silent ask -- "сұрақ"`: one question on the terminal, answered as the bot would.
 * `--json`: one JSON object. `--jsonl`: reads `{"id","text"}` lines and writes one object a line, same order.
 */
import { explainTrace } from '../answer/explain.ts';
import type { Answer } from '../answer/outcome.ts';
import { coreOrExit } from './core-or-exit.ts';
import { endWithReader, inputLines, readArguments, wrongUse } from './terminal.ts';

const usage = 'npm run --silent ask -- "question" [--json] [--explain] | --jsonl < lines';
const { values: flags, positionals } = readArguments({
  usage,
  options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, explain: { type: 'boolean' } },
});
const text = positionals.join(' ');
if (text === '' && flags.jsonl !== true) wrongUse(usage);
endWithReader();

const { answerer } = coreOrExit();

if (flags.jsonl === true) {
  let number = 0;
  for await (const line of inputLines()) {
    number += 1;
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerLine(line, number))}\n`);
  }
} else if (flags.explain === true) {
  process.stdout.write(`${explainTrace(answerer.explain(text))}\n`);
} else {
  const answer = answerer.ask({ text });
  process.stdout.write(flags.json === true ? `${JSON.stringify(outside(answer))}\n` : `${answer.answer}\n`);
}

/** The answer as the contract shows it: without the reply's blocks and the conversation's context. */
function outside({ reply: _reply, context: _context, ...answer }: Answer): Omit<Answer, 'reply' | 'context'> {
  return answer;
}

function answerLine(line: string, number: number): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: `line ${number} is not JSON` };
  }
  if (
    typeof parsed !== 'object' ||
    parsed === null ||
    !('text' in parsed) ||
    typeof parsed.text !== 'string'
  ) {
    return { error: `line ${number} has no "text"` };
  }
  const id = 'id' in parsed ? { id: parsed.id } : {};
  return { ...id, ...outside(answerer.ask({ text: parsed.text })) };
}
