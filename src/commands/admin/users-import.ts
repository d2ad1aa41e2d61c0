import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ImportedPerson, PeopleImport } from '../../store/ports/people-import.ts';
import { Refusal } from './refusal.ts';
import { isOneOf, type Line, readLine } from './user-line.ts';

/** People written in one transaction. */
const batchSize = 1000;

const columns = ['telegram_id', 'language', 'script', 'region', 'country', 'topics'] as const;

export interface ImportReport {
  /** Lines read, without the header. */
  readonly read: number;
  readonly imported: number;
  readonly bad: number;
  readonly took_s: number;
}

/**
 * Reads people from CSV and stores them, without ever holding the file in memory.
 * @param onFault told of each line that is skipped, or of a topic nobody knows
 * @throws Refusal when the header is not one
 */
export async function importUsers(
  csv: Readable,
  people: PeopleImport,
  content: Pick<Knowledge, 'regions' | 'topics'>,
  onFault: (line: number, reason: string) => void,
): Promise<ImportReport> {
  const started = performance.now();
  let read = 0;
  let bad = 0;
  let imported = 0;
  let batch: ImportedPerson[] = [];
  const fault = (line: number, reason: string): void => {
    bad += 1;
    onFault(line, reason);
  };
  const save = async (): Promise<void> => {
    imported += await people.save(batch);
    batch = [];
  };
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
    columns: checkedHeader,
    skip_records_with_error: true,
    on_skip: (error) => {
      read += 1;
      fault(Number(error?.lines ?? 0), words(error));
    },
  });
  csv.once('error', (error) => parser.destroy(error));
  const records = csv.pipe(parser) as AsyncIterable<{ info: { lines: number }; record: Line }>;
  for await (const { info, record } of records) {
    read += 1;
    const line = readLine(record, content);
    if ('fault' in line) {
      fault(info.lines, line.fault);
      continue;
    }
    if (line.unknownTopics.length > 0)
      onFault(info.lines, `no such topic: ${line.unknownTopics.join(', ')} (the person is imported)`);
    batch.push(line.person);
    if (batch.length >= batchSize) await save();
  }
  await save();
  return { read, imported, bad, took_s: Math.round(performance.now() - started) / 1000 };
}

function checkedHeader(header: readonly string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  if (!names.includes('telegram_id'))
    throw new Refusal(`the first line must name the columns: ${columns.join(',')}`, 2);
  const unknown = names.filter((name) => name !== '' && !isOneOf(columns, name));
  if (unknown.length > 0)
    throw new Refusal(`unknown columns: ${unknown.join(', ')}; known are ${columns.join(',')}`, 2);
  return names;
}

function words(error: { code?: string; message: string } | undefined): string {
  return error?.code?.includes('INCONSISTENT')
    ? 'has not as many fields as the first line'
    : (error?.message ?? '');
}
