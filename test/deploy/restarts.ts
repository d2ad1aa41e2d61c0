import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check, Deployed } from './checks.ts';
import { askInTelegram, askOnTheWeb, type FlowFigures } from './flow.ts';

/** A new release as the documentation has it: one bot after the other, while people ask. */
export const newRelease: Check = async (deployed) => {
  const { composition } = deployed;
  const stops: string[] = [];
  const told = await underLoad(deployed, 1_000, async () => {
    const faults: string[] = [];
    for (const bot of ['bot1', 'bot2']) {
      const started = performance.now();
      // `up` alone stops it too, but takes its log away with it.
      await composition.compose('stop', bot);
      const log = await composition.compose('logs', '--no-color', bot);
      faults.push(...log.split('\n').filter((line) => /"level":"(?:error|fatal)"/u.test(line)));
      await composition.compose('up', '-d', '--no-deps', '--no-build', '--force-recreate', bot);
      await composition.ready(bot);
      stops.push(`${bot} ${((performance.now() - started) / 1000).toFixed(1)} s`);
      await composition.healthy(bot);
    }
    return faults;
  });
  return `${stops.join(', ')}; ${told}`;
};

/** The database goes away for a while: nothing is lost, and the proxy says so. */
export const databaseAway: Check = async (deployed) => {
  const { composition } = deployed;
  return await underLoad(
    deployed,
    2_000,
    async () => {
      await composition.compose('restart', 'database');
      await composition.ready('bot1');
      await composition.ready('bot2');
      await sleep(4_000);
      return [];
    },
    true,
  );
};

/** A stop is graceful: the bots end by themselves, within their time. */
export const stop: Check = async ({ composition: { compose, inspect } }) => {
  const started = performance.now();
  await compose('stop', 'bot1', 'bot2');
  const seconds = (performance.now() - started) / 1000;
  for (const bot of ['bot1', 'bot2']) assert.equal(await inspect(bot, '{{.State.ExitCode}}'), '0');
  assert.ok(seconds < 10, `${seconds} s`);
  return `both bots within ${seconds.toFixed(1)} s, exit code 0`;
};

/**
 * @param happens resolves to what the bots logged as faults
 * @param rough visitors of the web chat may be refused meanwhile
 */
async function underLoad(
  { telegram, site, from }: Deployed,
  firstId: number,
  happens: () => Promise<readonly string[]>,
  rough = false,
): Promise<string> {
  const refused = telegram.refused.length;
  const people = askInTelegram(telegram, 60, firstId);
  const visitors = askOnTheWeb(site, from.length === 0 ? 3 : 20, from.length === 0 ? [undefined] : from);
  await sleep(3_000);
  const logged = await happens();
  const [inTelegram, web] = await Promise.all([people.end(), visitors.end()]);
  const again = telegram.refused.slice(refused);
  const told = `Telegram: ${words(inTelegram)} (deliveries tried again: ${counted(again)}); web: ${words(web)}${logged.map((line) => `\n      ${line}`).join('')}`;
  for (const { doubled } of [inTelegram, web]) assert.equal(doubled, 0, told);
  assert.equal(inTelegram.unanswered, 0, told);
  if (!rough) assert.equal(web.unanswered + web.faults.length + logged.length, 0, told);
  return told;
}

function words({ asked, answeredOnce, faults }: FlowFigures): string {
  return `${answeredOnce} of ${asked} answered once (faults: ${counted(faults)})`;
}

function counted(words: readonly string[]): string {
  const kinds = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length}× ${word}`);
  return kinds.join(', ') || 'none';
}
