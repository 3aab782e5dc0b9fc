/** What a page asks of the database: recorded from the same routes on the same data, and asked again with nothing around it. */
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import type { PoolClient } from 'pg';
import { buildApp } from '../../server/app.ts';
import type { Keys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { officeRoutes } from '../../server/routes/routes.ts';
import type { Database } from '../../server/store/tables.ts';
import { workflows } from '../../workflows/index.ts';

export type Asked = { readonly name?: string; readonly text: string; readonly values: unknown[] };

const askedBy = ([first, second]: readonly unknown[]): Asked[] => {
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [] }];
  const { name, text, values = [] } = first as { name?: string; text?: string; values?: unknown[] };
  return text === undefined ? [] : [{ ...(name !== undefined && { name }), text, values }];
};

/** Gives, for a path asked with a cookie, every statement it took. */
export const startRecorder = async (url: string, keys: Keys, district: string): Promise<{ record(path: string, cookie: string): Promise<Asked[]>; end(): Promise<void> }> => {
  const pool = new Pool({ connectionString: url, max: 2, options: '-c timezone=UTC -c jit=off' });
  let asked: Asked[] = [];
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    Object.assign(client, { query: (...given: unknown[]) => { asked.push(...askedBy(given)); return query(...given); } });
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const log = makeLog({ write: () => undefined });
  const office: Office = { district, workflows, db, pool, keys, clock: 'manual', log, jobs: null };
  const app = await buildApp(office, { log, panel: null }, (on) => officeRoutes(on, office, 'demo'));
  return {
    record: async (path, cookie) => {
      asked = [];
      const { statusCode, body } = await app.inject({ url: path, headers: { cookie } });
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body}`);
      return asked;
    },
    end: async () => {
      await app.close();
      await db.destroy();
    },
  };
};

/** Asks statements one after another on a connection of its own. */
export const startReplayer = async (url: string): Promise<{ replay(statements: readonly Asked[]): Promise<void>; end(): Promise<void> }> => {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  return {
    replay: async (statements) => {
      for (const { name, text, values } of statements) await client.query({ text, values, ...(name !== undefined && { name }) });
    },
    end: () => client.end(),
  };
};
