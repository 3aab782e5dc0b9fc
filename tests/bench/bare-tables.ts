/** Copies of the tables that events write, with the same indexes in a schema of their own: what the very same rows cost where nothing is asked of them. */
import { Client } from 'pg';

export type BareTables = {
  /** Lets the copies stand as the office does; not measured. */
  catchUp(): Promise<void>;
  /** Milliseconds to insert the cases, log rows and inbox rows under an id, in one transaction. */
  insertUnder(id: string): Promise<{ ms: number; rows: number }>;
  /** Milliseconds to bring what became of these cases into the copies, by one statement. */
  follow(ids: readonly string[]): Promise<{ ms: number; rows: number }>;
  end(): Promise<void>;
};

const TABLES = `
  create schema bare_office;
  create table bare_office.cases (like cases including all) with (fillfactor = 80, toast_tuple_target = 8000);
  create table bare_office.log (like log including all);
  create table bare_office.inbox (like inbox including all) with (fillfactor = 80);
  insert into bare_office.cases select * from cases;
  insert into bare_office.log select * from log;
  insert into bare_office.inbox select * from inbox;
  vacuum analyze bare_office.cases;
  vacuum analyze bare_office.log;
  vacuum analyze bare_office.inbox`;

const CHANGES = ['subject', 'key', 'state', 'live', 'data', 'memory', 'version', 'entered_at', 'changed_at', 'due_at', 'asks_at', 'head_hash'];

const FOLLOW = `
  with these as materialized (select c.* from unnest($1::text[]) t(id) join cases c on c.id = t.id join bare_office.cases b on b.district = c.district and b.id = c.id and b.version < c.version),
  logged as (
    insert into bare_office.log select l.* from these t join bare_office.cases b on b.district = t.district and b.id = t.id join log l on l.district = t.district and l.case_id = t.id and l.version > b.version
  ), gone as (
    delete from bare_office.inbox i using these t where i.district = t.district and i.case_id = t.id and not exists (select from inbox p where p.district = i.district and p.case_id = i.case_id and p.post = i.post)
  ), waiting as (
    insert into bare_office.inbox select i.* from these t join inbox i on i.district = t.district and i.case_id = t.id
    on conflict (district, case_id, post) do update set step = excluded.step, barred = excluded.barred, due_at = excluded.due_at, since = excluded.since, returned = excluded.returned
  ), moved as (
    update bare_office.cases b set ${CHANGES.map((name) => `${name} = t.${name}`).join(', ')} from these t where b.district = t.district and b.id = t.id returning 1
  ) select count(*)::int as rows from moved`;

const UNDER = ['cases', 'log', 'inbox'].map((table) => {
  const id = table === 'cases' ? 'id' : 'case_id';
  return `insert into bare_office.${table} select * from ${table} where ${id} = $1 or (${id} > $1 || '.' and ${id} < $1 || '/')`;
});

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
};

export const prepareTables = async (url: string): Promise<BareTables> => {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC -c jit=off -c statement_timeout=0' });
  await client.connect();
  for (const statement of TABLES.split(';')) await client.query(statement);
  const follow = async (ids: readonly string[]): Promise<number> => (await client.query<{ rows: number }>(FOLLOW, [ids])).rows[0]?.rows ?? 0;
  return {
    catchUp: async () => {
      const { rows } = await client.query<{ id: string }>('select c.id from cases c join bare_office.cases b on b.district = c.district and b.id = c.id where b.version < c.version');
      await follow(rows.map(({ id }) => id));
      for (const table of ['cases', 'log', 'inbox']) await client.query(`insert into bare_office.${table} select * from ${table} on conflict do nothing`);
    },
    insertUnder: async (id) => {
      let rows = 0;
      const { ms } = await timed(async () => {
        await client.query('begin');
        for (const statement of UNDER) rows += (await client.query(statement, [id])).rowCount ?? 0;
        await client.query('commit');
      });
      return { ms, rows };
    },
    follow: async (ids) => {
      const { ms, value: rows } = await timed(() => follow(ids));
      return { ms, rows };
    },
    end: () => client.end(),
  };
};
