import { Command } from 'commander';
import { readAnnouncementPolicy } from '../../announcements/policy.ts';
import { progressOf } from '../../announcements/progress.ts';
import { reportCsv, reportRows, totals } from '../../announcements/report.ts';
import { createSteering, type Steering } from '../../announcements/steer.ts';
import { root } from '../../core.ts';
import { ContentError } from '../../knowledge/reload.ts';
import { systemClock } from '../../operations/clock.ts';
import type { Store } from '../../store/ports/store.ts';
import { Refusal } from './refusal.ts';
import { printLine, withStore } from './with-store.ts';

/** `announcements`: the list; and what can be done with one of them. */
export function announcementsCommand(): Command {
  const announcements = new Command('announcements')
    .description('Lists announcements, newest first, one JSON object a line.')
    .option('--limit <number>', 'how many', '50')
    .action(async ({ limit }: { limit: string }) => {
      const most = Number(limit);
      if (!Number.isInteger(most) || most < 1) throw new Refusal(`--limit: not a number: ${limit}`, 2);
      await withStore(async (store) => {
        for (const { id } of await store.announcements.list(most)) printLine(await summary(store, id));
      });
    });
  announcements
    .command('report')
    .argument('<id>')
    .option('--csv', 'one line a locale and region, as CSV')
    .description('What became of an announcement.')
    .action(async (id: string, { csv = false }: { csv?: boolean }) => {
      await withStore(async (store) => {
        const line = await summary(store, id);
        const lines = await store.ledger.report(id);
        const rows = reportRows(lines);
        if (csv) process.stdout.write(reportCsv(rows));
        else {
          const { clicks, unsubscribed } = totals(lines);
          printLine({ ...line, clicks, unsubscribed, rows });
        }
      });
    });
  announcements
    .command('unclear')
    .argument('<id>')
    .description('Lists recipients of whom nobody knows whether they got it.')
    .action(async (id: string) => {
      await withStore(async (store) => {
        for (let after: string | null = null; ; ) {
          const batch = await store.ledger.listUnclear(id, after, 1000);
          for (const recipient of batch) printLine(recipient);
          after = batch.at(-1)?.personId ?? null;
          if (batch.length < 1000) return;
        }
      });
    });
  act(announcements, 'pause', 'Holds it where it stands.', (steering, id) => steering.pause(id, null));
  act(announcements, 'resume', 'Goes on where it stood.', (steering, id) => steering.resume(id, null));
  act(announcements, 'stop', 'Ends it: who still waits gets nothing.', (steering, id) =>
    steering.stop(id, null),
  );
  act(
    announcements,
    'withdraw',
    'Deletes it at everybody who got it.',
    async (steering, id, why) => (await steering.withdraw(id, null, why)) !== null,
  );
  act(
    announcements,
    'resend-unclear',
    'Sends to the unclear again; some may get it twice.',
    async (steering, id, why) => (await steering.resendUnclear(id, null, why)) > 0,
  );
  return announcements;
}

/** A command that does one thing with one announcement. */
function act(
  parent: Command,
  name: string,
  description: string,
  run: (steering: Steering, id: string, why: string) => Promise<boolean>,
): void {
  parent
    .command(name)
    .argument('<id>')
    .option('--why <words>', 'for the audit log', 'from the terminal')
    .description(description)
    .action(async (id: string, { why }: { why: string }) => {
      const policy = readAnnouncementPolicy(root);
      if (!policy.ok) throw new ContentError(policy.faults);
      await withStore(async (store) => {
        if (!(await run(createSteering(store, policy.value, systemClock), id, why)))
          throw new Refusal(`${id}: there is nothing to ${name}`);
        printLine(await summary(store, id));
      });
    });
}

async function summary(store: Pick<Store, 'announcements'>, id: string): Promise<object> {
  const progress = await progressOf(store, id, systemClock.now());
  if (progress === null) throw new Refusal(`no such announcement: ${id}`);
  const { announcement, total, waiting, claimed, delivered, failed, unclear, skipped } = progress;
  return {
    id,
    kind: announcement.kind,
    state: announcement.state,
    starts_at: announcement.startsAt.toISOString(),
    ...(announcement.origin === null ? {} : { origin: announcement.origin }),
    total,
    waiting: waiting + claimed,
    delivered,
    failed,
    unclear,
    skipped,
    took_s: Math.round(progress.tookSeconds * 10) / 10,
    text: announcement.definition.text.kk.slice(0, 60),
  };
}
