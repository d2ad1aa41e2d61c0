import { sql, type Transaction } from 'kysely';
import type { Dialect } from '../store/database/dialect.ts';
import type { Tables } from '../store/database/tables.ts';

/**
 * Tables with data of ours, those referred to before those that refer: in this order rows can be written back.
 * Which migrations were applied is written apart.
 */
export async function tablesByReference(
  db: Transaction<Tables>,
  dialect: Dialect,
): Promise<readonly string[]> {
  const found = await db.introspection.getTables();
  const tables = found
    .map(({ name }) => name)
    .filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'));
  const { rows } =
    dialect === 'postgres'
      ? await sql<{ child: string; parent: string }>`
          select conrelid::regclass::text as child, confrelid::regclass::text as parent
          from pg_constraint where contype = 'f'`.execute(db)
      : await sql<{ child: string; parent: string }>`
          select m.name as child, f."table" as parent
          from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`.execute(db);
  const order: string[] = [];
  const place = (table: string): void => {
    if (order.includes(table)) return;
    for (const { child, parent } of rows) if (child === table && parent !== table) place(parent);
    order.push(table);
  };
  for (const table of tables) place(table);
  return order;
}
