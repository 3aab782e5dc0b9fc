/** A bulk job for whoever started it; to everybody else it is not there. */
import type { Instant } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findBulk, findBulksOf, findResults } from '../store/bulk-find.ts';
import type { BulkRow, ResultRow } from '../store/bulk-find.ts';

const NEWEST = 50;

/** `done` of `total` have a result, `refused` among them. */
export type BulkView = {
  readonly id: string; readonly workflow: string; readonly type: string; readonly dryRun: boolean; readonly state: 'waiting' | 'running' | 'finished';
  readonly total: number; readonly done: number; readonly refused: number; readonly madeAt: Instant; readonly endedAt: Instant | null;
};
/** Results of one kind or of both, from one to another, counted from nought. */
export type Wanted = { readonly result: ResultRow['result'] | null; readonly from: number; readonly to: number };
export type Results = { readonly job: BulkView; readonly results: readonly ResultRow[]; readonly of: number };

export const bulkView = ({ id, workflow, type, dryRun, total, done, refused, madeAt, endedAt }: BulkRow): BulkView =>
  ({ id, workflow, type, dryRun, state: endedAt ? 'finished' : done > 0 ? 'running' : 'waiting', total, done, refused, madeAt: madeAt.toISOString(), endedAt: endedAt?.toISOString() ?? null });

export const readBulk = async ({ db, district }: Office, asker: Asker, id: string, { result, from, to }: Wanted): Promise<Results | null> => {
  const row = await findBulk(db, district, id);
  if (row?.person !== asker.id) return null;
  const of = result === 'refused' ? row.refused : result === 'done' ? row.done - row.refused : row.done;
  return { job: bulkView(row), results: to < from ? [] : await findResults(db, district, id, result, from, to - from + 1), of };
};

/** The asker's newest jobs, without their results. */
export const findMyBulks = async ({ db, district }: Office, asker: Asker): Promise<BulkView[]> => (await findBulksOf(db, district, asker.id, NEWEST)).map(bulkView);
