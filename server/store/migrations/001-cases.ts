/** Cases, their logs and inbox, the ledger, and the seals of the office chain. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Every column of the log but the seal's. */
const LOGGED = [
  'district', 'case_id', 'version', 'event_id', 'workflow', 'type', 'from_state', 'to_state', 'way', 'at', 'actor', 'actor_name', 'post', 'unit', 'behalf',
  'form', 'patch', 'term', 'salt', 'commitment', 'prev_hash', 'hash',
];

const statements = [
  // Ids, codes and hashes are ordered by their bytes, many times quicker than as words; what people write is ordered as they do.
  `create domain code as text collate "C"`,
  // Rows of two or three thousand bytes stay as they are: to pack them costs more at each event than it saves.
  `create table cases (
    district code not null, id code not null, workflow code not null, workflow_version integer not null, parent code, subject code, key code,
    unit code not null, state code not null, live boolean not null, data jsonb not null, memory jsonb not null, version integer not null,
    opened_by code not null, opened_at timestamptz not null, entered_at timestamptz not null, changed_at timestamptz not null,
    due_at timestamptz, asks_at timestamptz, head_hash code not null, birth jsonb,
    primary key (district, id)) with (fillfactor = 80, toast_tuple_target = 8000)`,
  `create index cases_by_state on cases (district, workflow, state, unit)`,
  `create index cases_by_unit on cases (district, workflow, unit, id)`,
  `create index cases_by_parent on cases (district, parent, workflow, state) where parent is not null`,
  `create index cases_by_key on cases (district, workflow, key) where key is not null`,
  `create index cases_by_subject on cases (district, subject, workflow) where subject is not null`,
  `create index cases_to_ask on cases (district, asks_at) where asks_at is not null`,
  `create table log (
    district code not null, case_id code not null, version integer not null, event_id code not null, workflow code not null, type code not null,
    from_state code, to_state code not null, way integer not null, at timestamptz not null, actor code not null, actor_name text not null,
    post code not null, unit code not null, behalf code, form jsonb not null, patch jsonb not null, term jsonb not null,
    salt code not null, commitment code not null, prev_hash code not null, hash code not null, sealed_in integer,
    primary key (district, case_id, version))`,
  `create index log_unsealed on log (district, case_id, version) where sealed_in is null`,
  `create index log_sealed on log (district, sealed_in) where sealed_in is not null`,
  // The log is written once; a row only ever learns, once, in which seal it stands. Its words may be sealed under a new key:
  // the commitment over them stands, and shows that they are the same.
  `create function log_stands() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and current_setting('casework.sealing_anew', true) = 'on' then
      if (to_jsonb(new) - '{form,patch,salt}'::text[]) = (to_jsonb(old) - '{form,patch,salt}'::text[]) then return new; end if;
    end if;
    raise exception 'the log is append-only' using errcode = '42501';
  end $$`,
  `create trigger log_stands before update of ${LOGGED.join(', ')} on log for each row execute function log_stands()`,
  `create trigger log_sealed_once before update of sealed_in on log for each row when (old.sealed_in is not null or new.sealed_in is null) execute function log_stands()`,
  `create trigger log_stays before delete on log for each row execute function log_stands()`,
  `create trigger log_stands_whole before truncate on log for each statement execute function log_stands()`,
  `create table inbox (
    district code not null, case_id code not null, post code not null, step code not null, workflow code not null, unit code not null,
    barred text[] not null, due_at timestamptz, since timestamptz not null, returned boolean not null,
    primary key (district, case_id, post)) with (fillfactor = 80)`,
  `create index inbox_by_post on inbox (district, post, unit, workflow, due_at)`,
  `create table idempotency (
    district code not null, person code not null, case_id code not null, event_id code not null, body_hash code not null,
    status integer not null, answer json not null, made_at timestamptz not null default now(),
    primary key (district, person, case_id, event_id)) with (toast_tuple_target = 8000)`,
  `create table budget_lines (
    district code not null, id code not null, tier code not null, year integer not null, fen bigint not null check (fen >= 0),
    primary key (district, id))`,
  `create table ledger (
    id bigint generated always as identity, district code not null, case_id code not null, version integer not null, step code not null,
    account code not null, fen bigint not null, at timestamptz not null, person code not null,
    primary key (district, id), unique (district, case_id, step, account))`,
  `create index ledger_by_account on ledger (district, account)`,
  `create function ledger_balances() returns trigger language plpgsql as $$ begin
    if (select sum(fen) from ledger where district = new.district and case_id = new.case_id and step = new.step) <> 0 then
      raise exception 'the entries of a posting must sum to nothing' using errcode = '23514';
    end if;
    return null;
  end $$`,
  `create constraint trigger ledger_balances after insert on ledger deferrable initially deferred for each row execute function ledger_balances()`,
  `create function ledger_stands() returns trigger language plpgsql as $$ begin
    raise exception 'the ledger is append-only: post the reverse' using errcode = '42501';
  end $$`,
  `create trigger ledger_stands before update or delete on ledger for each row execute function ledger_stands()`,
  `create table office_seals (
    district code not null, n integer not null, at timestamptz not null, rows text[] not null, prev code not null, root code not null,
    signature code not null, primary key (district, n))`,
  `create table told (
    district code not null, case_id code not null, version integer not null, what code not null, posts text[] not null, at timestamptz not null,
    primary key (district, case_id, version, what))`,
  `create table clock (district code primary key, now timestamptz not null)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db);
};
