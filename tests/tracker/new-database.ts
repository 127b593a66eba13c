import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Address of a new, empty database on the server of an address. */
export async function newDatabaseAt(url: string): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/\/[^/]*$/, `/${name}`);
}
