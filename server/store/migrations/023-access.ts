/** Which transactions last changed who may do what: whoever remembers somebody's posts sees by it whether they still stand. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Told at commit, so that nobody waits for it longer than that. */
const tells = (what: 'posts' | 'sessions', table: string, on: string, when = ''): string =>
  `create constraint trigger ${table}_tells_${on.replaceAll(' ', '_')} after ${on} on ${table} deferrable initially deferred for each row ${when} execute function tell_access('${what}')`;

const ANY = 'insert or update or delete';

const statements = [
  `create table access (district text not null, what text not null check (what in ('posts', 'sessions')), changed_by xid8 not null, primary key (district, what))`,
  // An office that has people has something to hold.
  `insert into access select district, what, pg_current_xact_id() from (select distinct district from people) d, (values ('posts'), ('sessions')) w (what)`,
  `create function tell_access() returns trigger language plpgsql as $$
  begin
    insert into access as a values (coalesce(new.district, old.district), tg_argv[0], pg_current_xact_id())
      on conflict (district, what) do update set changed_by = excluded.changed_by where a.changed_by <> excluded.changed_by;
    return null;
  end $$`,
  ...['people', 'posts_held', 'unit_closure', 'substitutions'].map((table) => tells('posts', table, ANY)),
  tells('sessions', 'clock', ANY),
  tells('sessions', 'sessions', 'delete'),
  // A request that keeps its session alive changes nothing.
  tells('sessions', 'sessions', 'update', 'when (new.person <> old.person or new.made_at <> old.made_at or new.seen_at < old.seen_at)'),
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
