/** The shares by which a case is held against the others of its parent, counted and judged. */
import type { Case } from '../../workflows/kit/words.ts';
import type { Shares, Workflow } from '../../workflows/kit/workflow.ts';
import { judge } from '../../workflows/office/monitoring/mean.ts';
import type { Share, Verdict } from '../../workflows/office/monitoring/mean.ts';
import { countCases } from '../store/tallies.ts';
import type { Tx } from '../store/transaction.ts';

export type OfOne = Share & { readonly case: string; readonly unit: string; readonly verdict: Verdict };
/** `all`: of every village together. */
export type Held = { readonly indicator: string; readonly all: Share; readonly of: readonly OfOne[] };

const sum = (shares: readonly Share[]): Share => ({ hits: shares.reduce((total, { hits }) => total + hits, 0), of: shares.reduce((total, { of }) => total + of, 0) });

/** `siblings` are all cases of one parent. */
export const countShares = async (tx: Tx, district: string, { shares = {} }: Workflow, siblings: readonly Case[]): Promise<Held[]> => {
  const asked = Object.entries(shares).flatMap(([indicator, ask]) => siblings.map((one): { indicator: string; one: Case } & Shares => ({ indicator, one, ...ask(one) })));
  const counts = await countCases(tx, district, asked.flatMap(({ hits, of }) => [hits, of]));
  const counted = asked.map(({ indicator, one }, i) => ({ indicator, case: one.id, unit: one.unit, hits: counts[2 * i]?.count ?? 0, of: counts[2 * i + 1]?.count ?? 0 }));
  return Object.keys(shares).map((indicator) => {
    const mine = counted.filter((one) => one.indicator === indicator);
    const all = sum(mine);
    return { indicator, all, of: mine.map(({ case: id, unit, hits, of }) => ({ case: id, unit, hits, of, verdict: judge({ hits, of }, all) })) };
  });
};
