import { Command } from 'commander';
import { allVersions } from '../../announcements/compose.ts';
import { readAnnouncementPolicy } from '../../announcements/policy.ts';
import { createSteering } from '../../announcements/steer.ts';
import { root } from '../../core.ts';
import { ContentError } from '../../knowledge/reload.ts';
import { plainText } from '../../messages/plain.ts';
import { systemClock } from '../../operations/clock.ts';
import { coreOrExit } from '../core-or-exit.ts';
import { describeBlocker, readAnnouncement } from './read-announcement.ts';
import { Refusal } from './refusal.ts';
import { waitForEnd } from './wait-for-end.ts';
import { printLine, withStore } from './with-store.ts';

interface Options {
  readonly at?: string;
  readonly dryRun?: boolean;
  readonly wait?: boolean;
  readonly paid?: string;
}

/** `announce FILE.yaml [--at ISO] [--dry-run] [--wait]`. */
export function announceCommand(): Command {
  return new Command('announce')
    .argument('<file>', 'YAML: text, audience, button, photo or document, urgent, at, repeat')
    .option('--at <moment>', 'when it goes out (ISO 8601; without an offset, Almaty)')
    .option('--dry-run', 'check it, show what each reader would see and count them; nothing is stored')
    .option('--wait', 'follow it to its end, then print one JSON line')
    .option('--paid <stars>', 'by the paid lane; the number of Stars it costs confirms it')
    .description('Puts an announcement into the ledger; the running bot sends it.')
    .addHelpText(
      'after',
      `
text: {kk: …, ru: …}            without ru, say without_ru: send_kk or skip
audience: {languages: [kk, ru], scripts: [cyrl, arab, latn], regions: [KZ-75], countries: [CN],
           topics: [kandas], active_within_days: 30}      everyone when left out
button: {entry: ID} or {guide: ID}     photo: PATH or document: PATH     urgent: true
at: 2026-12-01T09:00 (Almaty)   repeat: weekly or monthly`,
    )
    .action(announce);
}

async function announce(path: string, options: Options): Promise<void> {
  const core = coreOrExit();
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
