/** Tables of cases, their logs and inbox, the ledger, and the seals of the office chain. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Data, Memory } from '../../workflows/kit/words.ts';

type Moment = ColumnType<Date, Date | string, Date | string>;
type Perhaps = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Fen = ColumnType<string, number | string, number | string>;

/** How a case was born with its parent: the parent's log row stands for the opening. */
export type Born = { readonly parentVersion: number; readonly at: string; readonly data: Data };

export type CaseTables = {
  /** Instants are timestamptz; the P4 leaves of data, memory, form, patch and birth stand together in the envelope `$sealed` of each. */
  cases: {
    district: string; id: string; workflow: string; workflow_version: number; parent: string | null; subject: string | null; key: string | null;
    unit: string; state: string; live: boolean; data: JSONColumnType<Data>; memory: JSONColumnType<Memory & Data>; version: number;
    opened_by: string; opened_at: Moment; entered_at: Moment;
    /** When the last event happened. */
    changed_at: Moment;
    /** End of the running term that is not answered yet. */
    due_at: Perhaps;
    /** When the clock sends the term's event next; empty once it was refused, until another event is accepted. */
    asks_at: Perhaps;
    head_hash: string; birth: JSONColumnType<Born> | null;
  };
  log: {
    district: string; case_id: string; version: number; event_id: string; workflow: string; type: string; from_state: string | null; to_state: string; way: number;
    at: Moment; actor: string; actor_name: string; post: string; unit: string; behalf: string | null; absent: string | null;
    form: JSONColumnType<Data>; patch: JSONColumnType<Data>; term: JSONColumnType<{ readonly is: number | string | null }>;
    salt: string; commitment: string; prev_hash: string; hash: string; sealed_in: number | null;
  };
  inbox: { district: string; case_id: string; post: string; step: string; workflow: string; unit: string; barred: string[]; due_at: Perhaps; since: Moment; returned: boolean };
  idempotency: { district: string; person: string; case_id: string; event_id: string; body_hash: string; status: number; /** JSON, as it was sent. */ answer: string; made_at: Generated<Date> };
  /** Made of a case (`out`) or taken in for it (`in`): the hash, and of what came in the lines. */
  case_files: { id: Generated<string>; district: string; case_id: string; way: 'in' | 'out'; name: string; hash: string; bytes: number; lines: JSONColumnType<readonly Data[]>; version: number; person: string; person_name: string; at: Moment };
  ledger: { id: Generated<string>; district: string; case_id: string; version: number; step: string; account: string; fen: Fen; at: Moment; person: string };
  office_seals: { district: string; n: number; at: Moment; rows: string[]; prev: string; root: string; signature: string };
  /** What was told, and to which posts; written by the job, once. */
  told: { district: string; case_id: string; version: number; what: string; posts: string[]; at: Moment; /** Who opened the case, where somebody else went on with it. */ opener: string | null };
  /** The hand-stepped clock of a demo office. */
  clock: { district: string; now: Moment };
};
