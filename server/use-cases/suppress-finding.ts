/** Putting a finding aside with a reason, and taking it up again: both are written down for good. */
import { z } from 'zod';
import type { FieldErrors } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findFinding, sayOf } from '../store/findings-find.ts';
import { inTransaction } from '../store/transaction.ts';
import { readFinding } from './find-findings.ts';
import type { FindingView } from './find-findings.ts';
import { readableUnits } from './sight.ts';

const POSTS = ['town_clerk', 'reviewer'];
const SHORTEST = 5;

export const SuppressBody = z.strictObject({ reason: z.string().max(500) });
export type Suppressed =
  | { readonly ok: true; readonly view: FindingView }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-yours' | 'not-so' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly errors: FieldErrors };

const refuse = (reason: 'not-found' | 'not-yours' | 'not-so'): Suppressed => ({ ok: false, reason });

const short: FieldErrors = { reason: { zh: `请写明理由，至少 ${SHORTEST} 个字`, en: `Say why, in at least ${SHORTEST} characters` } };

/** `suppress` what is open, `reopen` what was put aside. Only who looks after every village it concerns may. */
export const sayOfFinding = async (office: Office, asker: Asker, id: string, act: 'suppress' | 'reopen', { reason }: z.output<typeof SuppressBody>): Promise<Suppressed> => {
  const { pool, district } = office;
  const refusal = await inTransaction(pool, async (tx): Promise<Suppressed | null> => {
    const row = await findFinding(tx.db, district, readableUnits(asker), id, true);
    if (!row) return refuse('not-found');
    const seat = asker.seats.find(({ post, covers }) => POSTS.includes(post) && row.units.every((unit) => covers.includes(unit)));
    if (!seat) return refuse('not-yours');
    if ([...reason.trim()].length < SHORTEST) return { ok: false, reason: 'invalid', errors: short };
    if (row.state !== (act === 'suppress' ? 'open' : 'suppressed')) return refuse('not-so');
    await sayOf(tx.db, district, { finding: id, act, at: asker.at, person: asker.id, name: asker.name, post: seat.post, unit: seat.unit, reason: reason.trim() });
    return null;
  });
  if (refusal) return refusal;
  const view = await readFinding(office, asker, id);
  return view ? { ok: true, view } : refuse('not-found');
};
