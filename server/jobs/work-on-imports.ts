/** Works on imports, those first that an earlier process left; reading and checking happen in threads of their own. */
import type { Office } from '../office.ts';
import { findImportsUnderWay } from '../store/imports.ts';
import { runImport } from '../use-cases/run-import.ts';
import { IMPORT } from './imports.ts';
import type { Import } from './imports.ts';
import { send, workOn } from './queue.ts';

export const workOnImports = async (office: Office): Promise<() => void> => {
  const { jobs } = office;
  if (!jobs) return () => undefined;
  let ending = false;
  await workOn<Import>(jobs, IMPORT, async (found) => {
    for (const { data: { id } } of found) if (!(await runImport(office, id, () => ending))) await send(jobs, IMPORT, { id });
  });
  for (const id of await findImportsUnderWay(office.db, office.district)) await send(jobs, IMPORT, { id });
  return () => { ending = true; };
};
