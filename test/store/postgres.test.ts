import pg from 'pg';
import { freshPostgres } from '../support/database.ts';
import { storeContracts } from './contract/all.ts';

storeContracts('PostgreSQL', freshPostgres, async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const dumps: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query(`select * from ${client.escapeIdentifier(name)}`);
    dumps.push(JSON.stringify(rows));
  }
  await client.end();
  return dumps.join('\n');
});
