import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** A fresh PostgreSQL database for this test file. */
export async function freshPostgres(): Promise<string> {
  const response = await fetch(inject('postgresBroker'));
  const body = await response.text();
  if (!response.ok) throw new Error(`no PostgreSQL for the tests: ${body}`);
  return body;
}

/** A directory that is removed after the test file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'bagdar-test-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
