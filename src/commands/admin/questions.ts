import { once } from 'node:events';
import { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { momentOf } from '../../announcements/moments.ts';
import type { StoredQuestion } from '../../store/ports/questions.ts';
import { Refusal } from './refusal.ts';
import { withStore } from './with-store.ts';

const batchSize = 1000;

const columns = [
  'id',
  'asked_at',
  'channel',
  'language',
  'script',
  'kind',
  'reason',
  'entry',
  'confidence',
  'took_ms',
  'content_version',
  'helpful',
  'feedback_reason',
  'text',
] as const;

/** `questions export`: questions with personal numbers masked, and without who asked. */
export function questionsCommand(): Command {
  const questions = new Command('questions').description('What people asked.');
  questions
    .command('export')
    .option('--since <moment>', 'only those asked since then (ISO 8601; without an offset, Almaty)')
    .option('--jsonl', 'JSON lines instead of CSV')
    .description('Prints questions and how they were answered, oldest first; never who asked.')
    .action(async ({ since, jsonl = false }: { since?: string; jsonl?: boolean }) => {
      const from = since === undefined ? undefined : momentOf(since);
      if (from === null) throw new Refusal(`--since: not a moment: ${since}`, 2);
      await withStore(async (store) => {
        if (!jsonl) process.stdout.write(`${columns.join(',')}\n`);
        let after: StoredQuestion | null = null;
        for (;;) {
          const batch: readonly StoredQuestion[] = await store.questions.list({
            ...(from === undefined ? {} : { since: from }),
            after,
            limit: batchSize,
          });
          const rows = batch.map(row);
          const text = jsonl
            ? rows.map((values) => `${JSON.stringify(values)}\n`).join('')
            : stringify(rows, { columns: [...columns] });
          if (!process.stdout.write(text)) await once(process.stdout, 'drain');
          after = batch.at(-1) ?? null;
          if (batch.length < batchSize) return;
        }
      });
    });
  return questions;
}

function row(
  question: StoredQuestion,
): Readonly<Record<(typeof columns)[number], string | number | boolean | null>> {
  return {
    id: question.id,
    asked_at: question.askedAt.toISOString(),
    channel: question.channel,
    language: question.language,
    script: question.script,
    kind: question.kind,
    reason: question.reason,
    entry: question.entry,
    confidence: question.confidence,
    took_ms: question.tookMs,
    content_version: question.contentVersion,
    helpful: question.helpful,
    feedback_reason: question.feedbackReason,
    text: question.text,
  };
}
