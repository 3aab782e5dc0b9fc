/** A transaction on one connection: prepared statements, said one after the other without waiting where nothing hangs on the answer. */
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { sayTogether } from './said-together.ts';
import type { Database, Db } from './tables.ts';

const BEGIN = { name: 'begin', text: 'begin' };
const COMMIT = { name: 'commit', text: 'commit' };

/** A statement with a name is prepared once per connection. */
export type Statement = { readonly name: string; readonly text: string };

export type Tx = {
  run<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Says it without waiting for the answer: what is said later is heard later, and the commit waits for all. */
  say(statement: Statement | string, values?: readonly unknown[]): void;
  /** Sends what was said so far, for PostgreSQL to work on while the rest is thought of. */
  push(): void;
  /** Done once all is on disk, never where it is taken back; must not throw. */
  afterwards(then: () => void): void;
  /** For built queries, on the same connection. */
  readonly db: Db;
};

type Said = { readonly tx: Tx; /** Something that was said and not waited for. */ failed: boolean; readonly answers: Promise<unknown>[]; readonly after: (() => void)[] };

const txOn = (client: PoolClient): Said => {
  const together = sayTogether(client);
  const one = {
    query: ((...asked: Parameters<PoolClient['query']>) => {
      together.flush();
      return client.query(...asked);
    }) as PoolClient['query'],
    // The transaction gives the connection back, not the query.
    release: () => undefined,
  };
  const answers: Promise<unknown>[] = [];
  const after: (() => void)[] = [];
  let built: Db | undefined;
  const tx: Tx = {
    run: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => (await together.say<Row>({ ...statement, values: [...values] })).rows,
    say: (statement, values = []) => {
      const answer = typeof statement === 'string' ? one.query(statement) : together.say({ ...statement, values: [...values] });
      answer.catch(() => { said.failed = true; });
      answers.push(answer);
    },
    push: together.push,
    afterwards: (then) => void after.push(then),
    get db() {
      return (built ??= new Kysely<Database>({ dialect: new PostgresDialect({ pool: { connect: () => Promise.resolve(one), end: () => Promise.resolve(), options: {} } }) }));
    },
  };
  const said: Said = { tx, answers, after, failed: false };
  return said;
};

/** What was said first and failed; everything after it only says that the transaction is aborted. */
const firstFailure = async (answers: readonly Promise<unknown>[], error: unknown): Promise<unknown> => {
  const failed = (await Promise.allSettled(answers)).find((one) => one.status === 'rejected');
  return codeOf(error) === '25P02' && failed ? failed.reason : error;
};

/** Commits what `work` did, or nothing of it. A connection whose state is not known is thrown away. */
export const inTransaction = async <T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  const said = txOn(client);
  const { tx, answers, after } = said;
  let broken: Error | undefined;
  try {
    tx.say(BEGIN);
    const result = await work(tx);
    if (!said.failed) tx.say(COMMIT);
    await Promise.all(answers);
    for (const then of after) then();
    return result;
  } catch (error) {
    const first = await firstFailure(answers, error);
    await client.query('rollback').catch((lost: unknown) => (broken = lost instanceof Error ? lost : new Error(String(lost))));
    throw first;
  } finally {
    client.release(broken);
  }
};

/** Lifts the limits on waiting and working, for this transaction. */
export const neverGiveUp = ({ say }: Tx): void => say('set local statement_timeout = 0; set local lock_timeout = 0');

/** What is done by the thousand in one statement may take its time; locks are still not waited for long. */
export const takeTime = ({ say }: Tx): void => say(`set local statement_timeout = '5min'`);

/** For a transaction that fills empty tables: no plan is kept from when they were empty. */
export const planAnew = ({ say }: Tx): void => say('set local plan_cache_mode = force_custom_plan');

/** Tells the planner what a transaction that fills tables has put there; others see it after the commit. Only the columns that are looked up by. */
export const countTables = ({ say }: Tx): void =>
  say('analyze cases (district, id, workflow, parent, subject, key, unit, state, due_at, asks_at), inbox (district, case_id, post, unit), log (district, case_id, version, sealed_in), residents (district, id, unit)');

/** Runs `work` so that it alone can be taken back. Only one of a depth is open at a time. */
export const inSavepoint = async <T>({ say }: Tx, depth: number, work: () => Promise<{ keep: boolean; value: T }>): Promise<T> => {
  const name = `step_${depth}`;
  say(`savepoint ${name}`);
  const { keep, value } = await work();
  say(keep ? `release savepoint ${name}` : `rollback to savepoint ${name}`);
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
