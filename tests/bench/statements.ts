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

/** Gives, for a path asked with a cookie (and a body, where it is posted), every statement it took. */
export const startRecorder = async (url: string, keys: Keys, district: string): Promise<{ record(path: string, cookie: string, body?: object): Promise<Asked[]>; end(): Promise<void> }> => {
  const pool = new Pool({ connectionString: url, max: 2, options: '-c timezone=UTC -c jit=off' });
  let asked: Asked[] = [];
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    Object.assign(client, { query: (...given: unknown[]) => { asked.push(...askedBy(given)); return query(...given); } });
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const log = makeLog({ write: () => undefined });
  const office: Office = { district, workflows, db, pool, keys, files: '', clock: 'manual', log, jobs: null };
  const app = await buildApp(office, { log, panel: null }, (on) => officeRoutes(on, office, 'demo'));
  return {
    record: async (path, cookie, body) => {
      asked = [];
      const answer = await app.inject({ url: path, headers: { cookie, ...(body && { 'content-type': 'application/json' }) }, ...(body && { method: 'POST', payload: JSON.stringify(body) }) });
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
      return asked;
    },
    end: async () => {
      await app.close();
      await db.destroy();
    },
  };
};

type Plan = { readonly 'Node Type': string; readonly 'Index Name'?: string; readonly 'Relation Name'?: string; readonly Plans?: readonly Plan[] };
/** Indexes, and tables that are read whole. */
const readBy = (plan: Plan): string[] => [
  ...(plan['Index Name'] ? [plan['Index Name']] : plan['Node Type'].includes('Seq Scan') ? [`all of ${plan['Relation Name'] ?? '?'}`] : []), ...(plan.Plans ?? []).flatMap(readBy),
];

/** Asks statements one after another on a connection of its own; tells by which indexes they are answered. */
export const startReplayer = async (url: string): Promise<{ replay(statements: readonly Asked[]): Promise<void>; indexesOf(statements: readonly Asked[]): Promise<string[]>; end(): Promise<void> }> => {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC -c jit=off' });
  await client.connect();
  return {
    replay: async (statements) => {
      for (const { name, text, values } of statements) await client.query({ text, values, ...(name !== undefined && { name }) });
    },
    indexesOf: async (statements) => {
      const all: string[] = [];
      for (const { text, values } of statements) all.push(...readBy((await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) ${text}`, values)).rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': '' }));
      return [...new Set(all)];
    },
    end: () => client.end(),
  };
};
