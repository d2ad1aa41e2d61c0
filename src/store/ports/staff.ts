import type { Channel } from './people.ts';

/** Who somebody is among the staff: `staff/permissions.ts` says who may do what. */
export const staffRoles = ['administrator', 'editor', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffMember {
  readonly channel: Channel;
  readonly externalId: string;
  readonly role: StaffRole;
  readonly addedAt: Date;
}

/** Who is staff, by the id of their channel: they may be named before they ever wrote. */
export interface Staff {
  /** Adds a member or changes their role. */
  set(channel: Channel, externalId: string, role: StaffRole): Promise<void>;
  remove(channel: Channel, externalId: string): Promise<boolean>;
  roleOf(channel: Channel, externalId: string): Promise<StaffRole | null>;
  list(): Promise<readonly StaffMember[]>;
}
