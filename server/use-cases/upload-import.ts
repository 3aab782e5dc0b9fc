/** The first step of an import: the file is taken in, looked at and, if it is a table, kept. */
import { randomBytes } from 'node:crypto';
import { isForbidden, suggest } from '../../workflows/office/import/suggest.ts';
import type { Refusal } from '../../workflows/office/import/problems.ts';
import type { Asker } from '../asker.ts';
import { lookAt } from '../imports/in-thread.ts';
import type { Office } from '../office.ts';
import { findImport, insertImport } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { fileId, filePath, makeFolder, removeFiles, uploadOf } from './import-files.ts';
import { takeFile } from './take-file.ts';

/** Whose work the first load of a register is. */
const IMPORTER = 'town_clerk';
export const importSeat = ({ seats }: Asker) => seats.find(({ post }) => post === IMPORTER);
/** Units of whose imports the asker may know. */
export const importUnits = ({ seats }: Asker): string[] => seats.flatMap(({ post, covers }) => (post === IMPORTER ? covers : []));

export type Uploaded = { readonly ok: true; readonly row: ImportRow } | { readonly ok: false; readonly why: Refusal };

/** Ids of what is imported begin with this. */
const newId = (): string => `i${randomBytes(5).toString('hex')}`;

export const uploadImport = async (office: Office, asker: Asker, unit: string, name: string, source: AsyncIterable<Buffer>): Promise<Uploaded> => {
  const id = newId();
  await makeFolder(office);
  const taken = await takeFile(office, filePath(office, id, 'upload'), fileId(id, 'upload'), source);
  if (!taken) return { ok: false, why: 'too-large' };
  const looked = taken.bytes === 0 ? ({ ok: false, why: 'empty' } as const) : await lookAt(uploadOf(office, id, taken.utf8));
  if (!looked.ok) {
    await removeFiles(office, id);
    return looked;
  }
  const { format, header, headers } = looked.value;
  // A forbidden name is not even kept.
  const dropped = headers.flatMap((one, column) => (isForbidden(one) ? [column] : []));
  const kept = headers.map((one, column) => (dropped.includes(column) ? '' : one.slice(0, 100)));
  await insertImport(office.db, office.district, { id, person: asker.id, unit, name, bytes: taken.bytes, utf8: taken.utf8, format, header, headers: kept, dropped, mapping: suggest(kept) });
  const row = await findImport(office.db, office.district, id);
  if (!row) throw new Error(`The import ${id} is gone.`);
  return { ok: true, row };
};
