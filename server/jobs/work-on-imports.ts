/** Works on imports, those first that an earlier process left; reading and checking happen in threads of their own. */
import type { Office } from '../office.ts';
import { findImportsUnderWay } from '../store/imports.ts';
import { runImport } from '../use-cases/run-import.ts';
import { IMPORT } from './imports.ts';
import type { Import } from './imports.ts';

/** Seconds until a worker without work looks again. */
const LOOKS_EVERY = 0.5;

export const workOnImports = async (office: Office): Promise<() => void> => {
  const { jobs } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  await jobs.work<Import>(IMPORT, { pollingIntervalSeconds: LOOKS_EVERY }, async (found) => {
    for (const { data: { id } } of found) if (!(await runImport(office, id, () => ending))) await jobs.send(IMPORT, { id });
  });
  for (const id of await findImportsUnderWay(office.db, office.district)) await jobs.send(IMPORT, { id });
  return () => { ending = true; };
};
