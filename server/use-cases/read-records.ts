/** Several entries of a register as one reader may see each by itself: personal fields shown, sensitive ones masked; on record before they leave. */
import { z } from 'zod';
import type { Data, Register } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import { LONGEST_PAGE } from '../../workflows/kit/asked.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { findHeldBefore, findRecordsBy } from '../store/register-records.ts';
import { entrySeen, masksOf, namesShown } from './find-register.ts';
import { openUnits, readableUnits } from './sight.ts';

/** `since`: with it each entry says what its fields `was` before the changes made from then on. */
export const RecordsBody = z.strictObject({ ids: z.array(z.string().min(1).max(64)).max(LONGEST_PAGE), since: z.iso.datetime().optional() });
export type RecordsBody = z.infer<typeof RecordsBody>;

/** Those of the entries that lie in the asker's units, in the order of their ids. */
export const readRecords = async (office: Office, asker: Asker, register: Register, { ids, since }: RecordsBody): Promise<Data[]> => {
  const { db, district } = office;
  const rows = await findRecordsBy(db, district, register, readableUnits(asker), ids);
  const found = rows.map((row) => String(row['id']));
  const was = since === undefined ? null : await findHeldBefore(db, district, register, found, since);
  const open = openUnits(asker);
  const records = rows.map((row) => {
    const entry = entrySeen(office, register, row, open.includes(String(row['unit'])));
    return was ? { ...entry, was: masksOf(register, was.get(String(row['id'])) ?? {}, open.includes(String(row['unit']))) } : entry;
  });
  await logReads(db, district, { id: asker.id, name: asker.name, posts: asker.seats }, register, found, namesShown(register, rows.some(({ unit }) => open.includes(String(unit)))));
  return records;
};
