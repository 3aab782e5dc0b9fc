/** Tables of imports: one row for each file that was brought, and what is wrong in which cell of it. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Mapping } from '../../workflows/office/import/columns.ts';
import type { Format } from '../table/read-table.ts';

export type ImportState = 'uploaded' | 'checking' | 'checked' | 'loading' | 'loaded' | 'undoing' | 'undone' | 'refused' | 'discarded';

export type ImportTables = {
  /** `rows` were found, `good` of them could be loaded, `loaded` were taken so far, `skipped` of those were registered meanwhile. `dropped`: numbers of columns that nobody may bring in; `why`: a code. */
  imports: {
    district: string; id: string; person: string; unit: string; name: string; bytes: ColumnType<number, number, never>; utf8: boolean; state: ImportState; why: string | null;
    format: JSONColumnType<Format>; header: number; headers: JSONColumnType<string[]>; dropped: number[]; mapping: JSONColumnType<Mapping>;
    rows: Generated<number>; good: Generated<number>; wrong: Generated<number>; problems: Generated<number>; loaded: Generated<number>; skipped: Generated<number>;
    made_at: Generated<Date>; changed_at: Generated<Date>;
  };
  /** `line`: the row's number in the file, from 0; `col`: its column, where one is mapped. */
  import_problems: { district: string; import: string; n: number; line: number; col: number | null; field: string; code: string };
};
