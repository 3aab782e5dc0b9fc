/** A transaction's statements, said many at a time: each has its own answer, and one that fails takes all with it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { connect } from '../../../server/store/connection.ts';
import type { Connection } from '../../../server/store/connection.ts';
import { inTransaction } from '../../../server/store/transaction.ts';
import type { Statement, Tx } from '../../../server/store/transaction.ts';
import { freshDatabase } from '../../tools/database.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let office: Connection;

beforeAll(async () => {
  database = await freshDatabase();
  // One connection: what a transaction leaves behind on it, the next one finds.
  office = connect(database.url, 1);
  await office.pool.query('create table notes (n int primary key, word text not null)');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(() => office.pool.query('truncate notes'));

const add: Statement = { name: 'add-note', text: 'insert into notes values ($1, $2)' };
const read: Statement = { name: 'read-notes', text: 'select n, word from notes order by n' };
const kept = async (): Promise<unknown[]> => (await office.pool.query(read.text)).rows as unknown[];
const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(office.pool, work);

describe('statements said in one turn', () => {
  it('are answered each by its own rows, in their order, whoever says them', async () => {
    const found = await within(async (tx) => {
      tx.say(add, [1, 'one']);
      const first = tx.run(read, []);
      tx.say(add, [2, 'two']);
      const both = tx.run(read, []);
      const built = sql<{ n: number }>`insert into notes select max(n) + 1, 'three' from notes returning n`.execute(tx.db);
      return { first: await first, both: await both, built: (await built).rows };
    });
    expect(found).toEqual({ first: [{ n: 1, word: 'one' }], both: [{ n: 1, word: 'one' }, { n: 2, word: 'two' }], built: [{ n: 3 }] });
    expect(await kept()).toHaveLength(3);
  });

  it('go out together, and no more is asked of how their rows look than once', async () => {
    const client = await office.pool.connect();
    const [sent, described] = [vi.spyOn(client, 'query'), vi.spyOn((client as PoolClient & { connection: { describe(): void } }).connection, 'describe')];
    client.release();
    const four = (tx: Tx) => Promise.all([1, 2, 3, 4].map((n) => tx.run({ name: `four-${n}`, text: `select ${n} as n` }, [])));
    expect(await within(four)).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
    // The beginning and the four; then the commit.
    expect(sent).toHaveBeenCalledTimes(2);
    described.mockClear();
    expect(await within(four)).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
    expect(described).not.toHaveBeenCalled();
    sent.mockRestore();
    described.mockRestore();
  });

  it('go out sooner where they are pushed, and are answered as one turn all the same', async () => {
    const client = await office.pool.connect() as PoolClient & { connection: { stream: { bytesWritten: number; writableLength: number }; sync(): void } };
    const { stream } = client.connection;
    const [sent, ended] = [vi.spyOn(client, 'query'), vi.spyOn(client.connection, 'sync')];
    client.release();
    const gone: number[] = [];
    const look = (): void => void gone.push(stream.bytesWritten - stream.writableLength);
    const found = await within(async (tx) => {
      look();
      tx.say(add, [1, 'one']);
      look();
      tx.push();
      look();
      const first = tx.run(read, []);
      tx.push();
      look();
      expect(ended).not.toHaveBeenCalled();
      tx.say(add, [2, 'two']);
      return { first: await first, both: await tx.run(read, []) };
    });
    const [idle = 0, gathered = 0, once = 0, twice = 0] = gone;
    expect({ gathered: gathered - idle, once: once > gathered, twice: twice > once }).toEqual({ gathered: 0, once: true, twice: true });
    expect(found).toEqual({ first: [{ n: 1, word: 'one' }], both: [{ n: 1, word: 'one' }, { n: 2, word: 'two' }] });
    // The turn; what was read after it; the commit.
    expect([sent.mock.calls.length, ended.mock.calls.length]).toEqual([3, 3]);
    sent.mockRestore();
    ended.mockRestore();
  });

  it('are undone where one of them fails that was pushed, or one said after it', async () => {
    for (const failing of [1, 2]) {
      const outcome = within(async (tx) => {
        tx.say(add, [1, 'one']);
        if (failing === 1) tx.say(add, [1, 'twice']);
        tx.push();
        tx.say(add, [failing === 2 ? 1 : 2, 'later']);
        tx.push();
        await tx.run(read, []);
      });
      await expect(outcome).rejects.toMatchObject({ code: '23505' });
      expect(await kept()).toEqual([]);
    }
    await within(async (tx) => { tx.say(add, [3, 'three']); tx.push(); tx.push(); });
    expect(await kept()).toEqual([{ n: 3, word: 'three' }]);
  });

  it('are undone where one of them fails, which is told by its own failure', async () => {
    const failing = within(async (tx) => {
      tx.say(add, [1, 'one']);
      tx.say({ name: 'add-again', text: 'insert into notes values ($1, $2)' }, [1, 'twice']);
      tx.say({ name: 'never-prepared', text: 'insert into notes values ($1, $2)' }, [3, 'three']);
      await tx.run(read, []);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await kept()).toEqual([]);
    // The connection is as it was: what was passed over then is prepared now.
    await within(async (tx) => { tx.say({ name: 'never-prepared', text: 'insert into notes values ($1, $2)' }, [3, 'three']); await tx.run(read, []); });
    expect(await kept()).toEqual([{ n: 3, word: 'three' }]);
  });

  it('commit nothing where one of them could not be said at all', async () => {
    const round: { self?: unknown } = {};
    round.self = round;
    for (const turns of [1, 2, 3]) {
      const failing = within(async (tx) => {
        tx.say(add, [turns, 'said']);
        tx.say({ name: 'add-json', text: 'insert into notes values (9, $1::jsonb::text)' }, [round]);
        // Told with the commit, or of an earlier turn, or in the middle of one.
        if (turns === 3) tx.push();
        tx.say(add, [turns * 10, 'said later']);
        if (turns === 2) await new Promise((resolve) => setImmediate(resolve));
      });
      await expect(failing).rejects.toThrow(/circular/i);
      expect(await kept()).toEqual([]);
    }
    await within(async (tx) => { tx.say(add, [5, 'five']); await tx.run(read, []); });
    expect(await kept()).toEqual([{ n: 5, word: 'five' }]);
  });

  it('all fail where the connection is lost under them', async () => {
    const lost = within(async (tx) => {
      tx.say(add, [1, 'one']);
      await Promise.all([tx.run({ name: 'end-me', text: 'select pg_terminate_backend(pg_backend_pid())' }, []), tx.run(read, [])]);
    });
    await expect(lost).rejects.toThrow(/terminat|connection/i);
    expect(await kept()).toEqual([]);
  });
});
