/** Empty databases in a PostgreSQL that runs. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const run = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export type Fresh = { readonly url: string; drop(): Promise<void> };

/** `drop` also ends connections that were left open. */
export const freshIn = async (server: string): Promise<Fresh> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) };
};
