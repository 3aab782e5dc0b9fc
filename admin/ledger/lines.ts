/** Budget lines by year, the newest first; a line in words. */
import type { Text } from '../../workflows/kit/words.ts';
import { tierName, tiers } from '../../workflows/office/budget.ts';
import type { LedgerLine } from '../provider/records.ts';

const parts = (id: string): { tier: string; year: string } => {
  const at = id.lastIndexOf('-');
  return { tier: id.slice(0, at), year: id.slice(at + 1) };
};

export const lineText = (id: string): Text => {
  const { tier, year } = parts(id);
  return { zh: `${year}年${tierName(tier).zh}`, en: `${tierName(tier).en} ${year}` };
};

const rank = (id: string): number => (tiers as readonly string[]).indexOf(parts(id).tier);

export const byYear = (lines: readonly LedgerLine[]): { readonly year: string; readonly lines: readonly LedgerLine[] }[] =>
  [...Map.groupBy(lines, ({ id }) => parts(id).year)].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([year, of]) => ({ year, lines: of.toSorted((a, b) => rank(a.id) - rank(b.id)) }));
