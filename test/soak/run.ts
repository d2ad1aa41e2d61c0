import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres-server.ts';
import { questions, type SoakFigures, soak } from './soak.ts';

/** `npm run soak`: the whole soak, and its figures. Exit code 1 when a question was lost, doubled without excuse or out of order. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: String(20_000 / questions.length) },
    kills: { type: 'string', default: '10' },
    database: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '20260701' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const load = {
  people: Number(values.people),
  endings: Number(values.kills),
  signal: 'SIGKILL',
  faults: true,
  hangs: true,
  seed: Number(values.seed),
  patienceMs: 180_000,
  report: say,
} as const;
let passed = true;

if (values.database !== 'postgres') {
  const folder = mkdtempSync(join(tmpdir(), 'bagdar-soak-'));
  show('SQLite, one process', await soak({ ...load, databaseUrl: `sqlite:${folder}/soak.db`, replicas: 1 }));
  rmSync(folder, { recursive: true, force: true });
}
if (values.database !== 'sqlite') {
  const server = await startPostgres();
  show(
    'PostgreSQL, three replicas',
    await soak({ ...load, databaseUrl: await server.createDatabase('soak'), replicas: 3 }),
  );
  await server.stop();
}
process.exit(passed ? 0 : 1);

function show(name: string, figures: SoakFigures): void {
  const { unanswered, doubled, outOfOrder, stuck, parked, other } = figures;
  passed &&= unanswered + doubled + outOfOrder + stuck + parked + other === 0;
  const rows: readonly (readonly [string, number])[] = [
    ['questions', figures.questions],
    ['people', figures.people],
    ['processes killed', figures.endings.length],
    ['calls of the Bot API', figures.calls],
    ['of these failed or were cut off', figures.faults],
    ['answered exactly once', figures.answeredOnce],
    ['twice: Telegram took the first, but its word was lost', figures.doubledUnclear],
    ['twice: killed before Telegram’s word was remembered', figures.doubledByKill],
    ['twice without excuse', doubled],
    ['never answered', unanswered],
    ['chats out of order', outOfOrder],
    ['updates stuck', stuck],
    ['updates given up', parked],
    ['messages that answer nothing', other],
    ['questions a second', Math.round(figures.questions / figures.seconds)],
  ];
  say(`\n${name}`);
  for (const [what, count] of rows) say(`${String(count).padStart(8)}  ${what}`);
}
