/** Tables of bulk jobs. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Data, FieldErrors } from '../../workflows/kit/words.ts';

export type BulkTables = {
  /** `data`: the form, its P4 leaves sealed; empty once the job has ended. `done` counts the items that have a result, `refused` those among them. */
  bulk_jobs: {
    district: string; id: string; person: string; workflow: string; type: string; data: JSONColumnType<Data>; dry_run: boolean; body_hash: string;
    total: Generated<number>; done: Generated<number>; refused: Generated<number>; made_at: Generated<Date>; ended_at: ColumnType<Date | null, never, Date>;
  };
  /** `own`: an event of the case's own, sealed, for the `version` it was made for; empty once the job has ended. */
  bulk_items: { district: string; job: string; n: number; case_id: string; own: string | null; version: number | null; result: 'done' | 'refused' | null; why: string[] | null; errors: JSONColumnType<FieldErrors> | null };
};
