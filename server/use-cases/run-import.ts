/** Works on an import, whatever step it stands at. */
import type { Office } from '../office.ts';
import { endStep, findImport, findImportsLeft } from '../store/imports.ts';
import type { ImportRow } from '../store/imports.ts';
import { isAway } from '../store/transaction.ts';
import { checkImport } from './check-import.ts';
import { loadImport, undoImport } from './load-import.ts';
import { discardImport } from './move-import.ts';

const underWay = new Set<string>();

const step = async (office: Office, row: ImportRow, enough: () => boolean): Promise<boolean> => {
  if (row.state === 'checking') await checkImport(office, row);
  if (row.state === 'undoing') await undoImport(office, row);
  return row.state !== 'loading' || (await loadImport(office, row, enough));
};

/** What cannot be done now nor later: the file stays to be checked anew, what was loaded stays to be undone. */
const giveUp = async ({ db, district, log }: Office, { id, state }: ImportRow, error: unknown): Promise<true> => {
  log.error({ err: error, import: id }, 'an import failed');
  await endStep(db, district, id, state, state === 'checking' ? 'uploaded' : 'loaded', 'failed');
  return true;
};

/** True where there is nothing left to do. Throws where the database is away: it is tried again. Two at a time do not work on one. */
export const runImport = async (office: Office, id: string, enough: () => boolean = () => false): Promise<boolean> => {
  if (underWay.has(id)) return true;
  underWay.add(id);
  try {
    const row = await findImport(office.db, office.district, id);
    return !row || (await step(office, row, enough).catch((error: unknown) => { if (isAway(error)) throw error; return giveUp(office, row, error); }));
  } finally {
    underWay.delete(id);
  }
};

/** Files that nobody went on with are not kept. */
export const forgetImports = async (office: Office, before: Date): Promise<void> => {
  for (const id of await findImportsLeft(office.db, office.district, before)) await discardImport(office, { id });
};
