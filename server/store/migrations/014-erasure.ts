/** Which fields of an entry were erased; log rows whose words may be erased, and rows that say what was; the log of readings asked by reader and by reason. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  'alter table residents add column erased jsonb',
  // As before, and words may be erased too: the erasing case holds a new commitment over what is left of them.
  `create or replace function log_stands() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and (current_setting('casework.sealing_anew', true) = 'on' or current_setting('casework.erasing', true) = 'on') then
      if (to_jsonb(new) - '{form,patch,salt}'::text[]) = (to_jsonb(old) - '{form,patch,salt}'::text[]) then return new; end if;
    end if;
    raise exception 'the log is append-only' using errcode = '42501';
  end $$`,
  `create index log_erasures on log (district, case_id, version) where patch ? '$erased'`,
  'create index reads_by_person on reads (district, person, at desc, id desc)',
  'create index reads_with_reason on reads (district, at desc, id desc) where reason is not null',
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
