import { Command } from 'commander';
import type { AnnounceOptions } from './announce-file.ts';

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
    .action(async (file: string, options: AnnounceOptions) => {
      // The core is large: other commands, and this one's help, do not wait for it.
      const { announce } = await import('./announce-file.ts');
      await announce(file, options);
    });
}
