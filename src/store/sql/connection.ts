import type { Kysely } from 'kysely';
import type { Clock } from '../../operations/clock.ts';
import type { Ids } from '../../operations/ids.ts';
import type { Dialect } from '../database/dialect.ts';
import type { Tables } from '../database/tables.ts';

/** What every subject's queries are built from. */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** PostgreSQL refuses U+0000 in text, and half surrogate pairs are not text at all; people do send both. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}

/** A moment from a column, or nothing. */
export const moment = (value: number | null): Date | null => (value === null ? null : new Date(value));

/** Rows changed, as a number. */
export const changed = (result: { numUpdatedRows?: bigint; numDeletedRows?: bigint }): number =>
  Number(result.numUpdatedRows ?? result.numDeletedRows ?? 0n);

/** At the end of a statement: nobody is hurt when a kill loses what it wrote, so on SQLite its caller need not wait for the disk. */
export const loosely = '/* loosely */';
