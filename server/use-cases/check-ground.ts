/** What every check knows beside the register: the units there are, the day, and whether the town is a made-up one. */
import { indexUnits } from '../../workflows/office/checks/unit-index.ts';
import type { UnitIndex } from '../../workflows/office/checks/unit-index.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Day, Instant } from '../../workflows/kit/words.ts';
import type { Office } from '../office.ts';
import { findOffice } from '../store/office-row.ts';
import { findAllUnits } from '../store/people.ts';
import type { Tx } from '../store/transaction.ts';

export type CheckGround = { readonly units: UnitIndex; readonly today: Day; readonly demo: boolean };
type Kept = Omit<CheckGround, 'today'> & { readonly readAt: number };

/** A unit made a moment ago may count as unknown for so long. */
const KEPT_MS = 60_000;
const kept = new WeakMap<Office['pool'], Kept>();

export const checkGround = async ({ pool, district }: Office, tx: Tx, at: Instant): Promise<CheckGround> => {
  const known = kept.get(pool);
  const fresh = known && Date.now() - known.readAt < KEPT_MS ? known : { units: indexUnits(await findAllUnits(tx.db, district)), demo: (await findOffice(tx.db))?.kind === 'demo', readAt: Date.now() };
  kept.set(pool, fresh);
  return { units: fresh.units, demo: fresh.demo, today: dayOf(at) };
};
