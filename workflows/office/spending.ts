/** The budget lines, and what each part of a process set aside and paid, from sums of the ledger. */
import type { Line, Part } from '../kit/picture.ts';
import type { Day } from '../kit/words.ts';
import { account, sides, yearOf } from './budget.ts';

/** What stands on an account of a line by one part of a process, in fen. */
export type Spent = { readonly workflow: string; readonly part: string; readonly account: string; readonly fen: number };

const [GRANTED] = sides;

/** By account, on every one that was ever posted to; what was granted is what is left, set aside and paid together. */
export const linesIn = (standing: ReadonlyMap<string, number>): Line[] => {
  const lines = [...standing.keys()].filter((name) => name.startsWith(account(GRANTED, ''))).map((name) => name.slice(account(GRANTED, '').length));
  const on = (name: string): number => standing.get(name) ?? 0;
  return lines.map((id) => ({ id, granted: -on(account('granted', id)), left: on(id), committed: on(account('committed', id)), paid: on(account('paid', id)) }));
};

/** Lines of the years in which the period lies. */
export const inYears = (lines: readonly Line[], { from, to }: { readonly from: Day; readonly to: Day }): Line[] => lines.filter(({ id }) => yearOf(id) >= from.slice(0, 4) && yearOf(id) <= to.slice(0, 4));

/** Where parts of a process show in the ledger. */
export const accountsOf = (lines: readonly Line[]): string[] => lines.flatMap(({ id }) => [account('committed', id), account('paid', id)]);

export const partsIn = (spent: readonly Spent[]): Part[] => [...Map.groupBy(spent, ({ workflow, part }) => `${workflow}:${part}`).values()].flatMap((same) => {
  const on = (side: 'committed' | 'paid'): number => same.filter(({ account: name }) => name.startsWith(account(side, ''))).reduce((sum, { fen }) => sum + fen, 0);
  return same.slice(0, 1).map(({ workflow, part }) => ({ workflow, part, committed: on('committed'), paid: on('paid') }));
});
