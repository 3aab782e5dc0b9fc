/** Shows masked fields of one entry to somebody with a reason; the reading is written down before the values leave. */
import { z } from 'zod';
import type { Data, FieldErrors, Register } from '../../workflows/kit/words.ts';
import { holdsNumber, numberError } from '../../workflows/office/read-words.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { logReads } from '../store/reads.ts';
import { fieldsOfRegister } from '../store/register-fields.ts';
import { findEntry } from '../store/register-find.ts';
import { fromRow } from '../store/register-rows.ts';
import { openUnits, readableUnits } from './sight.ts';

export const RevealBody = z.strictObject({ fields: z.array(z.string().max(50)).min(1).max(20), reason: z.string().max(500) });
export type ToReveal = z.output<typeof RevealBody>;
export type Reveal =
  | { readonly ok: true; readonly values: Data }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-yours' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

const SHORTEST_REASON = 4;

export const reasonErrors = (reason: string): FieldErrors => ({
  ...([...reason.trim()].length < SHORTEST_REASON && { reason: { zh: `请写明查看原因，至少 ${SHORTEST_REASON} 个字`, en: `Say why you need to see it, in at least ${SHORTEST_REASON} characters` } }),
  ...(holdsNumber(reason) && { reason: numberError }),
});

const errorsOf = (register: Register, { fields, reason }: ToReveal): FieldErrors => ({
  ...reasonErrors(reason),
  ...(fields.some((name) => !fieldsOfRegister(register).some((field) => field.name === name && field.mask)) && { fields: { zh: '所选项目不是可查看的脱敏项', en: 'These are not masked fields of this register' } }),
});

/** Outside the asker's units an entry is not there; one whose post sees people masked gets `not-yours`. */
export const revealEntry = async ({ db, district, keys }: Office, asker: Asker, register: Register, id: string, asked: ToReveal): Promise<Reveal> => {
  const row = await findEntry(db, district, register, readableUnits(asker), id);
  if (!row) return { ok: false, reason: 'not-found' };
  if (!openUnits(asker).includes(String(row['unit']))) return { ok: false, reason: 'not-yours' };
  const errors = errorsOf(register, asked);
  if (Object.keys(errors).length > 0) return { ok: false, reason: 'invalid', errors };
  await logReads(db, district, { id: asker.id, name: asker.name, posts: asker.seats }, `${register}/reveal`, [id], asked.fields, asked.reason.trim());
  const opened = fromRow(keys, register, district, row);
  return { ok: true, values: Object.fromEntries(asked.fields.map((name) => [name, opened[name] ?? null])) };
};
