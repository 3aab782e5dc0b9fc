/** Urges of cases, what people have seen of their notifications, and messages that leave the office. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

const statements = [
  `create table urges (
    district code not null, case_id code not null, person code not null, id code not null, body_hash code not null, workflow code not null, unit code not null, state code not null,
    posts text[] not null, person_name text not null, post code not null, behalf text, words text, at timestamptz not null,
    primary key (district, case_id, person, id))`,
  // Of a case the last one counts, and an inbox asks it of every row.
  `create index urges_by_case on urges (district, case_id, at desc)`,
  `create function urges_stand() returns trigger language plpgsql as $$ begin
    raise exception 'urges are append-only' using errcode = '42501';
  end $$`,
  `create trigger urges_stand before update or delete on urges for each row execute function urges_stand()`,
  `create trigger urges_stand_whole before truncate on urges for each statement execute function urges_stand()`,
  // Whom it concerns who opened the case and did not do it themselves.
  `alter table told add column opener code`,
  `create index told_by_opener on told (district, opener, at desc) where opener is not null`,
  `create table notifications_seen (district code not null, person code not null, key code not null, at timestamptz not null default now(), primary key (district, person, key))`,
  `create index notifications_seen_by_age on notifications_seen (district, at)`,
  // How somebody of the office may be reached stands in one envelope, address and telephone alike.
  `create table reach (district code not null, person code not null, sealed text not null, saved_at timestamptz not null default now(), primary key (district, person))`,
  `create table messages (
    district code not null, id code not null, kind code not null, channel code not null check (channel in ('mail', 'sms')), person code, recipient text not null, subject text not null, words text not null,
    state code not null default 'waiting' check (state in ('waiting', 'sent', 'failed')), tries integer not null default 0, why code, made_at timestamptz not null default now(), ended_at timestamptz, primary key (district, id))`,
  `create index messages_by_age on messages (district, made_at desc)`,
  `create index messages_failed on messages (district, made_at desc) where state = 'failed'`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
