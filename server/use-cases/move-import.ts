/** The steps that somebody takes with an import; the work itself is a job, queued in the same transaction. */
import { z } from 'zod';
import { required, targets } from '../../workflows/office/import/columns.ts';
import type { Mapping } from '../../workflows/office/import/columns.ts';
import { IMPORT } from '../jobs/imports.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Office } from '../office.ts';
import { findResting } from '../store/import-load.ts';
import type { Rests } from '../store/import-load.ts';
import type { ImportState } from '../store/import-tables.ts';
import { mapImport, moveImport } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { inTransaction, neverGiveUp } from '../store/transaction.ts';
import type { Tx } from '../store/transaction.ts';
import { removeFiles } from './import-files.ts';

const column = z.number().int().min(0).max(199);
export const CheckBody = z.strictObject({ mapping: z.partialRecord(z.enum(targets), column) });

export type Moved = { readonly ok: true } | { readonly ok: false; readonly reason: 'elsewhere' | 'unmapped' } | { readonly ok: false; readonly reason: 'in-use'; readonly why: Rests };
const elsewhere: Moved = { ok: false, reason: 'elsewhere' };

/** Each field from a column of its own that is there and may be brought in. */
const fits = (mapping: Mapping, { headers, dropped }: ImportRow): boolean => {
  const used = Object.values(mapping);
  return required.every((target) => mapping[target] !== undefined) && new Set(used).size === used.length && used.every((at) => at < headers.length && !dropped.includes(at));
};

const begin = (office: Office, { id }: ImportRow, from: readonly ImportState[], to: ImportState, also: (tx: Tx) => Promise<Moved | null> = () => Promise.resolve(null)): Promise<Moved> =>
  inTransaction(office.pool, async (tx) => {
    if (!(await moveImport(tx, office.district, id, from, to))) return elsewhere;
    const refused = await also(tx);
    if (refused) {
      await moveImport(tx, office.district, id, [to], from[0] ?? to);
      return refused;
    }
    await enqueue(office.jobs, tx, IMPORT, [{ id }]);
    return { ok: true };
  });

/** May be asked again with other columns, until the rows are loaded. */
export const startCheck = async (office: Office, row: ImportRow, mapping: Mapping): Promise<Moved> => {
  if (!fits(mapping, row)) return { ok: false, reason: 'unmapped' };
  return begin(office, row, ['uploaded', 'checked'], 'checking', (tx) => {
    mapImport(tx, office.district, row.id, mapping);
    return Promise.resolve(null);
  });
};

export const startLoad = (office: Office, row: ImportRow): Promise<Moved> => begin(office, row, ['checked'], 'loading');

export const startUndo = (office: Office, row: ImportRow): Promise<Moved> => begin(office, row, ['loaded'], 'undoing', async (tx) => {
  neverGiveUp(tx);
  const why = await findResting(tx, office.district, row.id);
  return why && { ok: false, reason: 'in-use', why };
});

/** Gives it up before anything was loaded. */
export const discardImport = async (office: Office, { id }: Pick<ImportRow, 'id'>): Promise<Moved> => {
  const moved = await inTransaction(office.pool, (tx) => moveImport(tx, office.district, id, ['uploaded', 'checked'], 'discarded'));
  if (moved) await removeFiles(office, id);
  return moved ? { ok: true } : elsewhere;
};
