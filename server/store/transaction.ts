/** A transaction on one connection, spoken to in prepared statements and in queries that are built. */
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { Database, Db } from './tables.ts';

/** A statement with a name is prepared once per connection. */
export type Statement = { readonly name: string; readonly text: string };

export type Tx = {
  run<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** For built queries, on the same connection. */
  readonly db: Db;
  readonly client: PoolClient;
};

const txOn = (client: PoolClient): Tx => {
  const one = {
    query: client.query.bind(client) as PoolClient['query'],
    // The transaction gives the connection back, not the query.
    release: () => undefined,
  };
  let built: Db | undefined;
  return {
    run: async <Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]) => (await client.query<Row>({ name, text, values: [...values] })).rows,
    get db() {
      return (built ??= new Kysely<Database>({ dialect: new PostgresDialect({ pool: { connect: () => Promise.resolve(one), end: () => Promise.resolve(), options: {} } }) }));
    },
    client,
  };
};

/** Commits what `work` did, or nothing of it. A connection whose state is not known is thrown away. */
export const inTransaction = async <T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(txOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
};

/** Lifts the limits on waiting and working, for this transaction. */
export const neverGiveUp = async ({ client }: Tx): Promise<void> => void (await client.query('set local statement_timeout = 0; set local lock_timeout = 0'));

/** For a transaction that fills empty tables: no plan is kept from when they were empty. */
export const planAnew = async ({ client }: Tx): Promise<void> => void (await client.query('set local plan_cache_mode = force_custom_plan'));

/** Tells the planner what a transaction that fills tables has put there; others see it after the commit. Only the columns that are looked up by. */
export const countTables = async ({ client }: Tx): Promise<void> =>
  void (await client.query('analyze cases (district, id, workflow, parent, subject, key, unit, state, due_at, asks_at), inbox (district, case_id, post, unit), log (district, case_id, version, sealed_in), residents (district, id, unit)'));

/** Runs `work` so that it alone can be taken back. Only one of a depth is open at a time. */
export const inSavepoint = async <T>({ client }: Tx, depth: number, work: () => Promise<{ keep: boolean; value: T }>): Promise<T> => {
  const name = `step_${depth}`;
  await client.query(`savepoint ${name}`);
  const { keep, value } = await work();
  await client.query(keep ? `release savepoint ${name}` : `rollback to savepoint ${name}`);
  return value;
};

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** Serialization failure, deadlock, or a row that another wrote first: nothing happened, and the same transaction finds its answer when run again. */
export const isConflict = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(error));

/** Locks not got in time. */
export const isBusy = (error: unknown): boolean => ['55P03', '57014'].includes(codeOf(error));

/** The database is away, going down, full or out of connections: nothing is known of what was sent. */
export const isAway = (error: unknown): boolean =>
  /^(?:08|53|57P)|^ECONN|^EPIPE$|^ENOENT$|^ETIMEDOUT$|^EAI_AGAIN$|^ENOTFOUND$/.test(codeOf(error)) || isBusy(error) || ['40001', '40P01'].includes(codeOf(error)) ||
  (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated|connection.*(?:closed|ended|timeout)|not queryable/i.test(error.message));
