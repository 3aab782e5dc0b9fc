/** Log rows whose words were erased by law: which, and what must be left of each. Only a row of the log that itself stands can say so. */
import { ERASED } from '../../workflows/kit/erased.ts';
import type { ErasedNote } from '../../workflows/kit/erased.ts';
import type { Office } from '../office.ts';
import { commitmentOf } from '../store/chain.ts';
import { saltOf, toRow } from '../store/log-rows.ts';
import type { LogRow } from '../store/log-rows.ts';
import { findErasures } from '../store/verify-rows.ts';

/** `case@version` → commitment over what is left. */
export type ErasedRows = ReadonlyMap<string, string>;

/** What form and patch commit to as they stand; null where they do not open. */
export const commitmentNow = (office: Office, row: LogRow): string | null => {
  try {
    const { form, patch } = toRow(office, row);
    return commitmentOf(saltOf(office, row), form, patch);
  } catch {
    return null;
  }
};

export const nameOf = ({ case_id, version }: Pick<LogRow, 'case_id' | 'version'>): string => `${case_id}@${version}`;

/** Where a row was erased twice, the last says what is left. */
export const findErasedRows = async (office: Office): Promise<ErasedRows> => {
  const rows = (await findErasures(office.db, office.district)).filter((row) => commitmentNow(office, row) === row.commitment);
  return new Map(rows.flatMap(({ patch }) => (patch[ERASED] as ErasedNote).rows.map((one) => {
    const colon = one.lastIndexOf(':');
    return [one.slice(0, colon), one.slice(colon + 1)] as const;
  })));
};
