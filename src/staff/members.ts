import { maskPersonal } from '../privacy/mask.ts';
import type { Audit } from '../store/ports/audit.ts';
import { type Staff, type StaffMember, type StaffRole, staffRoles } from '../store/ports/staff.ts';
import type { Roster } from './roster.ts';

/** How a change of the staff ended. */
export type MemberChange =
  | { readonly type: 'done'; readonly before: StaffRole | null }
  | { readonly type: 'refused'; readonly reason: 'last_administrator' | 'unchanged' | 'not_staff' };

/** Who is staff, and changes to it, each with an entry in the audit log. Actor `null` = the terminal. */
export interface Members {
  list(): Promise<readonly StaffMember[]>;
  /** Adds a member of Telegram or changes their role. */
  set(actor: string | null, id: string, role: StaffRole, reason: string): Promise<MemberChange>;
  remove(actor: string | null, id: string, reason: string): Promise<MemberChange>;
}

export interface MembersParts {
  readonly staff: Staff;
  readonly audit: Audit;
  readonly roster?: Pick<Roster, 'changed'>;
}

export function createMembers({ staff, audit, roster }: MembersParts): Members {
  /** Nobody would be left to add another one. */
  const isLast = async (id: string): Promise<boolean> => {
    const administrators = (await staff.list()).filter(
      ({ channel, role }) => channel === 'telegram' && role === 'administrator',
    );
    return administrators.length === 1 && administrators[0]?.externalId === id;
  };
  const write = (actor: string | null, action: string, target: string, details: object) =>
    audit.write({ channel: 'telegram', actor, action, target, details: { ...details } });

  return {
    async list() {
      const members = (await staff.list()).filter(({ channel }) => channel === 'telegram');
      return [...members].sort((a, b) => staffRoles.indexOf(a.role) - staffRoles.indexOf(b.role));
    },

    async set(actor, id, role, reason) {
      const before = await staff.roleOf('telegram', id);
      if (before === role) return { type: 'refused', reason: 'unchanged' };
      if (before === 'administrator' && (await isLast(id)))
        return { type: 'refused', reason: 'last_administrator' };
      await staff.set('telegram', id, role);
      roster?.changed();
      const action = before === null ? 'staff.added' : 'staff.role_changed';
      await write(actor, action, id, { role, before, reason: maskPersonal(reason) });
      return { type: 'done', before };
    },

    async remove(actor, id, reason) {
      const before = await staff.roleOf('telegram', id);
      if (before === null) return { type: 'refused', reason: 'not_staff' };
      if (before === 'administrator' && (await isLast(id)))
        return { type: 'refused', reason: 'last_administrator' };
      await staff.remove('telegram', id);
      roster?.changed();
      await write(actor, 'staff.removed', id, { before, reason: maskPersonal(reason) });
      return { type: 'done', before };
    },
  };
}
