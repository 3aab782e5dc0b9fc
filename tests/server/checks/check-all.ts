import type { Office } from '../../../server/office.ts';
import { runChecks, startCheckRun } from '../../../server/use-cases/check-register.ts';

/** A whole run, cut short as often as `cut` says; gives its id. */
export const checkAll = async (office: Office, cut: () => boolean = () => false): Promise<string> => {
  const { id } = await startCheckRun(office, 'town1');
  while (!(await runChecks(office, id, cut))) { /* taken up where it was left */ }
  return id;
};
