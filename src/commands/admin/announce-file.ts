import { allVersions } from '../../announcements/compose.ts';
import { readAnnouncementPolicy } from '../../announcements/policy.ts';
import { createSteering } from '../../announcements/steer.ts';
import { readTexts, root, speakingFor } from '../../core.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { ContentError } from '../../knowledge/reload.ts';
import { plainText } from '../../messages/plain.ts';
import { systemClock } from '../../operations/clock.ts';
import { describeBlocker, readAnnouncement } from './read-announcement.ts';
import { Refusal } from './refusal.ts';
import { waitForEnd } from './wait-for-end.ts';
import { printLine, withStore } from './with-store.ts';

/** Options of the command, as typed. */
export interface AnnounceOptions {
  readonly at?: string;
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  readonly paid?: string;
}

/** Checks an announcement file, puts it into the ledger and follows it when asked to. */
export async function announce(path: string, options: AnnounceOptions): Promise<void> {
  const loaded = loadKnowledge(root);
  if (!loaded.ok) throw new ContentError(loaded.faults);
  const { knowledge } = loaded;
  const core = { knowledge, speaking: speakingFor(knowledge, readTexts(root)) };
  const policy = readAnnouncementPolicy(root);
  if (!policy.ok) throw new ContentError(policy.faults);
  const parts = { core: () => core, clock: systemClock, policy: policy.value };
  const read = readAnnouncement(path, options.at, parts);
  if ('faults' in read)
    throw new Refusal(
      read.faults.map(({ file, line, key, reason }) => `${file}:${line} ${key} ${reason}`).join('\n'),
    );
  const { definition, file, startsAt } = read;
  await withStore(async (store, config) => {
    const steering = createSteering(store, policy.value, systemClock);
    const reach = await steering.reach(definition);
    const notes = [...read.notes, ...(reach.total === 0 ? [{ kind: 'nobody' } as const] : [])];
    for (const note of notes) process.stderr.write(`note: ${describeBlocker(note)}\n`);
    if (options.paid !== undefined) {
      if (!config.announce.paid) throw new Refusal('--paid: ANNOUNCE_PAID is off', 2);
      if (Number(options.paid) !== reach.stars)
        throw new Refusal(`--paid: it costs ${reach.stars} Stars; confirm with --paid ${reach.stars}`, 2);
    }
    if (options.dryRun === true) {
      const versions = allVersions(definition, '0'.repeat(16), parts);
      printLine({
        total: reach.total,
        by_locale: Object.fromEntries(reach.byLocale),
        starts_at: (startsAt ?? systemClock.now()).toISOString(),
        notes: notes.map(describeBlocker),
        texts: Object.fromEntries([...versions].map(([locale, reply]) => [locale, plainText(reply)])),
        stars: reach.stars,
      });
      return;
    }
    const handed = { definition, ...(startsAt ? { startsAt } : {}), ...(file ? { file } : {}) };
    const { id } = await steering.draft(handed, null);
    await steering.confirm(id, null, { paid: options.paid !== undefined });
    if (options.wait !== true) {
      printLine({ id, total: reach.total });
      return;
    }
    const line = await waitForEnd(store, id, (text) => process.stderr.write(text));
    printLine(line.line);
    if (line.state !== 'done') process.exitCode = 1;
  });
}
