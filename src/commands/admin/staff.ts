import { Command } from 'commander';
import { staffRoles } from '../../store/ports/staff.ts';
import { Refusal } from './refusal.ts';
import { isOneOf } from './user-line.ts';
import { withStore } from './with-store.ts';

const roles = staffRoles.join(', ');

/** `staff add ID ROLE`, `staff list`, `staff remove ID`. */
export function staffCommand(): Command {
  const staff = new Command('staff').description('Who may announce, answer and administrate.');
  staff
    .command('add')
    .argument('<id>', 'Telegram user id')
    .argument('<role>', roles)
    .description('Gives somebody a role, or another one.')
    .action(async (id: string, role: string) => {
      if (!isOneOf(staffRoles, role)) throw new Refusal(`no such role: ${role}; there are ${roles}`, 2);
      await withStore(async (store) => {
        await store.staff.set('telegram', userId(id), role);
        await store.audit.write({
          channel: 'telegram',
          actor: null,
          action: 'staff.added',
          target: id,
          details: { role },
        });
      });
      process.stdout.write(`${id} ${role}\n`);
    });
  staff
    .command('remove')
    .argument('<id>', 'Telegram user id')
    .description('Takes the role away.')
    .action(async (id: string) => {
      const removed = await withStore(async (store) => {
        const done = await store.staff.remove('telegram', userId(id));
        if (done)
          await store.audit.write({
            channel: 'telegram',
            actor: null,
            action: 'staff.removed',
            target: id,
            details: {},
          });
        return done;
      });
      if (!removed) throw new Refusal(`${id} has no role`);
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
