import { Command } from 'commander';
import { systemClock } from '../../operations/clock.ts';
import { createSwitchboard } from '../../staff/switchboard.ts';
import { type Channel, channels } from '../../store/ports/people.ts';
import type { Store } from '../../store/ports/store.ts';
import { Refusal } from './refusal.ts';
import { isOneOf } from './user-line.ts';
import { withStore } from './with-store.ts';

const names = channels.join(', ');

interface OffOptions {
  readonly reason: string;
  readonly kk?: string;
  readonly ru?: string;
}

/** `channel off CHANNEL --reason WHY`, `channel on CHANNEL`, `channel list`: see docs/operations/turn-off.md. */
export function channelCommand(): Command {
  const channel = new Command('channel').description('Switches the answers of a channel off and on.');
  channel
    .command('off')
    .argument('<channel>', names)
    .requiredOption('--reason <why>', 'for the audit log; not shown to people')
    .option('--kk <text>', 'what people read, in Kazakh (Cyrillic); the usual words without it')
    .option('--ru <text>', 'what people read, in Russian; the usual words without it')
    .description('People read a banner instead of answers, within seconds in every process.')
    .action(async (name: string, { reason, kk, ru }: OffOptions) => {
      const off = channelOf(name);
      const banner = { kk: kk ?? null, ru: ru ?? null };
      await withStore((store) => switchboardOf(store).turnOff(null, { channel: off, reason, banner }));
      process.stdout.write(`${off} off\n`);
    });
  channel
    .command('on')
    .argument('<channel>', names)
    .option('--reason <why>', 'for the audit log', '')
    .description('Answers again.')
    .action(async (name: string, { reason }: { readonly reason: string }) => {
      const on = channelOf(name);
      if (!(await withStore((store) => switchboardOf(store).turnOn(null, on, reason))))
        throw new Refusal(`${on} was on`);
      process.stdout.write(`${on} on\n`);
    });
  channel
    .command('list')
    .description('Prints each channel: on, or off since when and why.')
    .action(async () => {
      const off = await withStore((store) => store.switches.list());
      for (const name of channels) {
        const state = off.find((one) => one.channel === name);
        const words = state === undefined ? 'on' : `off since ${state.since.toISOString()}: ${state.reason}`;
        process.stdout.write(`${name} ${words}\n`);
      }
    });
  return channel;
}

function switchboardOf({ switches, audit }: Store) {
  return createSwitchboard({ switches, audit, clock: systemClock });
}

function channelOf(name: string): Channel {
  if (!isOneOf(channels, name)) throw new Refusal(`no such channel: ${name}; there are ${names}`, 2);
  return name;
}
