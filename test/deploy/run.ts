import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Check,
  confined,
  cookies,
  type Deployed,
  edge,
  limits,
  longPolling,
  webhook,
} from './checks.ts';
import { commands, restore } from './commands.ts';
import { startComposition, until } from './composition.ts';
import { checkFiles } from './files.ts';
import { outsider } from './outside.ts';
import { databaseAway, newRelease, stop } from './restarts.ts';
import { startTelegram } from './telegram.ts';

/**
 * `npm run deploy:check`: first the files that other programs read, by these programs where they are installed
 * (`--files`: only this). Then `compose.yaml` as it ships on this machine's Docker engine, with the fake Bot API for
 * Telegram and a certificate of Caddy's own. Needs ports 80, 443 and 8081. Exit code 1 when something is not as the
 * documentation says.
 */
const { values } = parseArgs({
  options: {
    files: { type: 'boolean', default: false },
    compose: { type: 'string', default: 'docker compose' },
    /** The address of this machine the proxy is reached at, and those to come from. */
    at: { type: 'string', default: '127.0.0.1' },
    from: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const checks: Readonly<Record<string, Check>> = {
  confined,
  edge,
  cookies,
  webhook,
  longPolling,
  commands,
  restore,
  newRelease,
  databaseAway,
  // After the others: its address may send nothing for a minute.
  limits,
  stop,
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = !checkFiles(say);
if (values.files) process.exit(failed ? 1 : 0);

// Caddy signs names below .localhost itself.
const domain = 'bagdar.localhost';
const folder = mkdtempSync(join(tmpdir(), 'bagdar-deploy-'));
const telegram = await startTelegram(8081);

const composition = await startComposition({
  compose: values.compose,
  folder,
  build: !values['no-build'],
  settings: {
    DOMAIN: domain,
    BOT_TOKEN: telegram.api.token,
    // The same each time, for a composition that was kept.
    WEBHOOK_SECRET: 'secret-of-the-check',
    POSTGRES_PASSWORD: 'password-of-the-check',
  },
});
try {
  for (const bot of ['bot1', 'bot2']) {
    await composition.ready(bot);
    await composition.healthy(bot);
  }
  const ca = await composition.exec('proxy', 'cat', '/data/caddy/pki/authorities/local/root.crt');
  const site = { domain, at: values.at, ca };
  await until(
    'the proxy serves',
    async () =>
      (
        await outsider(site)
          .get('/')
          .catch(() => null)
      )?.status === 200,
  );
  telegram.deliver(outsider(site));
  const deployed: Deployed = {
    composition,
    telegram,
    site,
    folder,
    from: values.from.split(',').filter((address) => address !== ''),
  };
  for (const [name, check] of Object.entries(checks)) {
    if (values.only !== '' && !values.only.split(',').includes(name)) continue;
    try {
      say(`ok    ${name}: ${await check(deployed)}`);
    } catch (error) {
      failed = true;
      say(`FAIL  ${name}: ${(error as Error).message}`);
    }
  }
} finally {
  if (!values.keep) await composition.down();
  await telegram.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
