/** Tables of workbooks that came back: one row for each file, and one for each of its rows that says something. */
import type { Generated, JSONColumnType } from 'kysely';

/** `records` stand in the file, and of `nothing` among them it says nothing; `already`: said and done before; `answers` by event; `faults` are cells, `faulty` and `conflicts` rows. */
export type WorkbookCounts = { readonly records: number; readonly nothing: number; readonly already: number; readonly answers: Readonly<Record<string, number>>; readonly conflicts: number; readonly faulty: number; readonly faults: number };
export type WorkbookState = 'checked' | 'applied' | 'discarded';
export type RowKind = 'answer' | 'conflict' | 'fault';

export type WorkbookTables = {
  /** `job`: the bulk job that applies it. */
  workbooks: {
    district: string; id: string; person: string; workflow: string; parent: string; unit: string; name: string; bytes: number; state: WorkbookState;
    counts: JSONColumnType<WorkbookCounts>; job: string | null; made_at: Generated<Date>; changed_at: Generated<Date>;
  };
  /** `n`: the row's number in the file, from 0. `sealed`: what it says, with the values it was held against. */
  workbook_rows: { district: string; workbook: string; n: number; kind: RowKind; case_id: string | null; version: number | null; sealed: string };
};
