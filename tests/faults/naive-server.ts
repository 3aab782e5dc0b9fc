/** What the kill test must turn red: the same office, but it answers before it has committed and enqueues its jobs afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { PgBoss } from 'pg-boss';

const LATER_MS = 100;
/** Jobs gathered and enqueued together now and then. */
const JOBS_LATER_MS = 1_000;

/** Only once it takes requests: an office that is not made yet would not get that far. */
let open = false;

type Query = (...given: unknown[]) => Promise<unknown>;

/** `commit` is answered at once and happens later; the connection goes back when it has. */
const commitLater = (client: PoolClient): PoolClient => {
  const query = client.query.bind(client) as Query;
  const release = client.release.bind(client);
  let committed: Promise<unknown> = Promise.resolve();
  const hasty: Query = (...given) => {
    if (given[0] !== 'commit') return query(...given);
    committed = sleep(LATER_MS).then(() => query('commit'));
    return Promise.resolve({ rows: [] });
  };
  const restore = { query: client.query, release: client.release };
  return Object.assign(client, {
    query: hasty,
    release: (broken?: Error | boolean): void => {
      const giveBack = (): void => {
        Object.assign(client, restore);
        release(broken);
      };
      void committed.then(giveBack, giveBack);
    },
  });
};

const connect = Pool.prototype.connect as (this: Pool, done?: unknown) => Promise<PoolClient>;
Pool.prototype.connect = function (this: Pool, done?: unknown) {
  return done || !open ? connect.call(this, done) : connect.call(this).then(commitLater);
} as typeof Pool.prototype.connect;

const insert = PgBoss.prototype.insert;
PgBoss.prototype.insert = async function (this: PgBoss, name, jobs) {
  if (!open) return insert.call(this, name, jobs);
  void sleep(JOBS_LATER_MS).then(() => insert.call(this, name, jobs)).catch(() => undefined);
  return null;
};

const { main } = await import('../../server/main.ts');
await main();
open = true;
