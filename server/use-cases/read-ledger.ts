/** The budget lines as the ledger has them, for those who answer for money; and the entries behind each number. */
import type { Line } from '../../workflows/kit/picture.ts';
import { MONEY_POSTS } from '../../workflows/office/posts.ts';
import { linesIn } from '../../workflows/office/spending.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findEntered, findStandings } from '../store/ledger.ts';
import type { Entered, Spending } from '../store/ledger.ts';

const READERS: readonly string[] = MONEY_POSTS;
/** Entries hold numbers of cases and nobody's name: they are the office's, not a unit's. */
export const mayRead = ({ seats }: Asker): boolean => seats.some(({ post }) => READERS.includes(post));

export const readLedger = async ({ db, district }: Office): Promise<Line[]> => linesIn(new Map((await findStandings(db, district)).map(({ account: name, fen }) => [name, fen])));

/** The field by which the money of a process is told apart, as the process declares. */
export const spendingIn = ({ workflows }: Office): Spending[] => workflows.flatMap(({ name, spends }) => (spends === undefined ? [] : [{ workflow: name, field: spends }]));

export type EntriesAsked = { readonly account: string | readonly string[]; readonly workflow?: string | undefined; readonly part?: string | undefined };

/** Whether it asks of no part of a process, or names one of a process that has some. */
export const isOfPart = (office: Office, { workflow, part }: Omit<EntriesAsked, 'account'>): boolean =>
  (workflow === undefined && part === undefined) || (part !== undefined && spendingIn(office).some((one) => one.workflow === workflow));

export const readEntered = async (office: Office, { account: name, workflow, part }: EntriesAsked, offset: number, limit: number): Promise<{ rows: Entered[]; total: number }> => {
  const spending = spendingIn(office).find((one) => one.workflow === workflow);
  return findEntered(office.db, office.district, { accounts: [name].flat(), of: spending && part !== undefined ? { ...spending, part } : null }, offset, limit);
};
