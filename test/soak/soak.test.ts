import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeToken } from '../support/bot-api/server.ts';
import { freshPostgres, temporaryDirectory } from '../support/database.ts';
import { type SoakFigures, soak } from './soak.ts';

/** Chats a process handles at once: what a kill can repeat at most. */
const inHand = 16;

function allAnswered(figures: SoakFigures, kills: number): void {
  const { output, ...shown } = figures;
  const { questions, doubledByKill } = figures;
  expect(shown).toMatchObject({ unanswered: 0, doubled: 0, outOfOrder: 0, other: 0, stuck: 0, parked: 0 });
  expect(figures.answeredOnce + figures.doubledUnclear + doubledByKill).toBe(questions);
  expect(doubledByKill).toBeLessThanOrEqual(kills * inHand);
  for (const secret of [fakeToken, fakeToken.slice(-12), 'Айжан', 'мәртебесін']) {
    expect(output).not.toContain(secret);
  }
}

/** Real processes start nine times here; a busy machine takes its time. */
const timeout = 300_000;

const short = { people: 30, faults: true, patienceMs: 90_000 } as const;

it('on SQLite, killed twice while Telegram fails: every question is answered, in order', {
  timeout,
}, async () => {
  const databaseUrl = `sqlite:${join(temporaryDirectory(), 'soak.db')}`;
  const figures = await soak({ ...short, databaseUrl, replicas: 1, endings: 2, signal: 'SIGKILL' });
  allAnswered(figures, 2);
});

it('on PostgreSQL, replicas killed twice while Telegram fails: every question is answered, in order', {
  timeout,
}, async () => {
  const databaseUrl = await freshPostgres();
  const figures = await soak({ ...short, databaseUrl, replicas: 2, endings: 2, signal: 'SIGKILL' });
  allAnswered(figures, 2);
});

it('a rolling restart of three replicas under load loses and doubles nothing', { timeout }, async () => {
  const databaseUrl = await freshPostgres();
  const figures = await soak({
    ...short,
    databaseUrl,
    replicas: 3,
    endings: 3,
    signal: 'SIGTERM',
    faults: false,
  });
  allAnswered(figures, 0);
  expect(figures.answeredOnce).toBe(figures.questions);
  expect(figures.endings.map(({ code }) => code)).toEqual([0, 0, 0]);
});
