/** The budget lines as the ledger has them, for those who answer for money; and the entries behind each number. */
import { account, sides } from '../../workflows/office/budget.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findEntered, findStandings } from '../store/ledger.ts';
import type { Entered } from '../store/ledger.ts';

const READERS = ['finance', 'town_head', 'district_officer', 'auditor'];
/** Entries hold numbers of cases and nobody's name: they are the office's, not a unit's. */
export const mayRead = ({ seats }: Asker): boolean => seats.some(({ post }) => READERS.includes(post));

/** Sums in fen. What was granted is what is left, set aside and paid together. */
export type LineView = { readonly id: string; readonly granted: number; readonly left: number; readonly committed: number; readonly paid: number };

export const readLedger = async ({ db, district }: Office): Promise<LineView[]> => {
  const standing = new Map((await findStandings(db, district)).map(({ account: name, fen }) => [name, fen]));
  const [first] = sides;
  const lines = [...standing.keys()].filter((name) => name.startsWith(account(first, ''))).map((name) => name.slice(account(first, '').length));
  const on = (name: string): number => standing.get(name) ?? 0;
  return lines.map((id) => ({ id, granted: -on(account('granted', id)), left: on(id), committed: on(account('committed', id)), paid: on(account('paid', id)) }));
};

export const readEntered = ({ db, district }: Office, name: string, offset: number, limit: number): Promise<{ rows: Entered[]; total: number }> => findEntered(db, district, name, offset, limit);
