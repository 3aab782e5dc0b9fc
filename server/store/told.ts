/** What was told to which posts. */
import type { Db } from './tables.ts';

export type Told = { readonly caseId: string; readonly version: number; readonly what: string; readonly posts: readonly string[]; readonly at: string };

export const writeTold = async (db: Db, district: string, all: readonly Told[]): Promise<void> => {
  if (all.length === 0) return;
  await db.insertInto('told')
    .values(all.map(({ caseId, version, what, posts, at }) => ({ district, case_id: caseId, version, what, posts: [...posts], at })))
    .onConflict((clash) => clash.columns(['district', 'case_id', 'version', 'what']).doNothing())
    .execute();
};
