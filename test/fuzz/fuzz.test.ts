import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/database.ts';
import { fuzz } from './fuzz.ts';

it('spoilt updates and requests crash nothing, end in no server error and leak nothing into the log', async () => {
  const figures = await fuzz({
    databaseUrl: `sqlite:${join(temporaryDirectory(), 'fuzz.db')}`,
    count: 1200,
    seed: 7,
  });
  expect(figures).toMatchObject({
    unanswered: [],
    serverErrors: [],
    parked: 0,
    errorLines: [],
    leaks: [],
    alive: true,
  });
  expect(figures.statuses['200']).toBeGreaterThan(300);
  expect(figures.statuses['400']).toBeGreaterThan(100);
});
