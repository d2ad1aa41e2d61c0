/**
 * `npm run admin -- …`: what operators do from a terminal, beside a running bot too. `--help` on each command.
 * Exit codes: 0 done, 1 could not be done (the reason on standard error), 2 used wrongly.
 */
import { Command, CommanderError } from 'commander';
import { announceCommand } from './admin/announce.ts';
import { announcementsCommand } from './admin/announcements.ts';
import { channelCommand } from './admin/channel.ts';
import { questionsCommand } from './admin/questions.ts';
import { Refusal } from './admin/refusal.ts';
import { staffCommand } from './admin/staff.ts';
import { usersCommand } from './admin/users.ts';

const program = new Command('admin')
  .description('Bağdar from the terminal: people, announcements, staff, channels, questions.')
  .exitOverride()
  .addCommand(usersCommand())
  .addCommand(announceCommand())
  .addCommand(announcementsCommand())
  .addCommand(staffCommand())
  .addCommand(channelCommand())
  .addCommand(questionsCommand());
for (const command of everyCommand(program)) command.exitOverride().showHelpAfterError('(--help says more)');

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code;
  } else if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
