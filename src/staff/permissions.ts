import type { StaffRole } from '../store/ports/staff.ts';

/** Commands only staff have; each is a permission by the same name. */
export const staffCommands = ['announce', 'announcements', 'inbox', 'stats', 'staff'] as const;
export type StaffCommand = (typeof staffCommands)[number];

/** Everything that not all of the staff may do. */
export type Permission = StaffCommand | 'approve' | 'desk' | 'switch_channel';

/**
 * Which role may do what. An administrator may everything; an editor writes what people read; an operator answers
 * people. A role is checked at every input, never remembered in a button or a running conversation.
 */
const table: Readonly<Record<Permission, readonly StaffRole[]>> = {
  announce: ['administrator', 'editor'],
  announcements: ['administrator', 'editor'],
  approve: ['administrator', 'editor'],
  desk: ['administrator', 'operator'],
  inbox: ['administrator', 'editor', 'operator'],
  staff: ['administrator'],
  stats: ['administrator', 'editor', 'operator'],
  switch_channel: ['administrator'],
};

/** Whether a role may do something; nobody in particular (`null`) may nothing. */
export function may(role: StaffRole | null, permission: Permission): boolean {
  return role !== null && table[permission].includes(role);
}

/** The commands a role is offered, in the order of Telegram's menu. */
export function commandsOf(role: StaffRole): readonly StaffCommand[] {
  return staffCommands.filter((command) => may(role, command));
}

export function isStaffCommand(name: string): name is StaffCommand {
  return (staffCommands as readonly string[]).includes(name);
}
