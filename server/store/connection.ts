/** One pool of connections for everything; each session speaks UTC and gives up rather than hang. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Database, Db } from './tables.ts';

/** Milliseconds after which a waiter gets 503 rather than nothing. */
const PATIENCE = { connect: 5_000, lock: 4_000, statement: 15_000 } as const;

/** Connections at most: a request never holds one and asks for another, so a few serve many. */
export const POOL_SIZE = 12;

export type Connection = { readonly pool: Pool; readonly db: Db; close(): Promise<void> };

export const connect = (url: string, size = POOL_SIZE, onError: (error: Error) => void = () => undefined): Connection => {
  const pool = new Pool({
    connectionString: url, max: size, connectionTimeoutMillis: PATIENCE.connect, idleTimeoutMillis: 60_000, keepAlive: true, pipeline: true,
    options: `-c timezone=UTC -c lock_timeout=${PATIENCE.lock} -c statement_timeout=${PATIENCE.statement} -c idle_in_transaction_session_timeout=60000 -c jit=off`,
  });
  // A connection that dies while idle is dropped and replaced; without a listener it would end the process.
  pool.on('error', onError);
  // One that dies in use is told to whoever uses it, by what was asked; the pool listens to idle ones alone.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, close: () => db.destroy() };
};
