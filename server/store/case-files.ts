/** Files made of a case or taken in for it: which there are, by whom and with which hash. */
import type { Data, Instant, KeptFile } from '../../workflows/kit/words.ts';
import type { Db } from './tables.ts';
import type { Statement, Tx } from './transaction.ts';

const kept: Statement = { name: 'kept-files', text: 'select way, hash, name, lines from case_files where district = $1 and case_id = $2 order by id' };

export const findKept = (tx: Tx, district: string, caseId: string): Promise<KeptFile[]> => tx.run<KeptFile>(kept, [district, caseId]);

export type FileRow = { readonly way: 'in' | 'out'; readonly name: string; readonly hash: string; readonly bytes: number; readonly person: string; readonly personName: string; readonly at: Instant };
export type NewFile = FileRow & { readonly caseId: string; readonly version: number; readonly lines: readonly Data[] };

/** The same file of the same case is there once, as it first came. */
export const insertFile = async (db: Db, district: string, { caseId, personName, lines, ...file }: NewFile): Promise<void> => {
  await db.insertInto('case_files').values({ district, case_id: caseId, person_name: personName, lines: JSON.stringify(lines), ...file })
    .onConflict((on) => on.columns(['district', 'case_id', 'way', 'hash']).doNothing()).execute();
};

/** In the order in which they came. */
export const findFiles = async (db: Db, district: string, caseId: string): Promise<FileRow[]> => {
  const rows = await db.selectFrom('case_files').select(['way', 'name', 'hash', 'bytes', 'person', 'person_name', 'at']).where('district', '=', district).where('case_id', '=', caseId).orderBy('id').execute();
  return rows.map(({ person_name, at, ...row }) => ({ ...row, personName: person_name, at: at.toISOString() }));
};
