import { Command } from 'commander';
import { createMembers } from '../../staff/members.ts';
import { staffRoles } from '../../store/ports/staff.ts';
import { Refusal } from './refusal.ts';
import { isOneOf } from './user-line.ts';
import { withStore } from './with-store.ts';

const roles = staffRoles.join(', ');
const refusals = {
  last_administrator: 'the last administrator cannot be removed; name another one first',
  not_staff: 'has no role',
  unchanged: 'has this role already',
} as const;

/** `staff add ID ROLE`, `staff list`, `staff remove ID`. */
export function staffCommand(): Command {
  const staff = new Command('staff').description('Who may announce, answer and administrate.');
  staff
    .command('add')
    .argument('<id>', 'Telegram user id')
    .argument('<role>', roles)
    .description('Gives somebody a role, or another one.')
    .option('--reason <why>', 'for the audit log', '')
    .action(async (id: string, role: string, options: { readonly reason: string }) => {
      if (!isOneOf(staffRoles, role)) throw new Refusal(`no such role: ${role}; there are ${roles}`, 2);
      const change = await withStore((store) =>
        createMembers(store).set(null, userId(id), role, options.reason),
      );
      if (change.type === 'refused' && change.reason !== 'unchanged')
        throw new Refusal(refusals[change.reason]);
      process.stdout.write(`${id} ${role}\n`);
    });
  staff
    .command('remove')
    .argument('<id>', 'Telegram user id')
    .description('Takes the role away.')
    .option('--reason <why>', 'for the audit log', '')
    .action(async (id: string, options: { readonly reason: string }) => {
      const change = await withStore((store) =>
        createMembers(store).remove(null, userId(id), options.reason),
      );
      if (change.type === 'refused') throw new Refusal(`${id}: ${refusals[change.reason]}`);
    });
  staff
    .command('list')
    .description('Prints everybody with a role: id, role, since when.')
    .action(async () => {
      const members = await withStore((store) => store.staff.list());
      for (const { externalId, role, addedAt } of members)
        process.stdout.write(`${externalId} ${role} ${addedAt.toISOString()}\n`);
    });
  return staff;
}

function userId(text: string): string {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw new Refusal(`not a Telegram user id: ${text}`, 2);
  return text;
}
