/** Mean monitoring (均数监控): whether a village's share lies too far from the town's, in either direction. */

/** Hits among records: of one village, or of all villages together, the one included. */
export type Share = { readonly hits: number; readonly of: number };
export type Colour = 'none' | 'yellow' | 'red';
/** `few`: too few records for a rate to say anything; it is not shown either. */
export type Verdict =
  | { readonly by: 'z'; readonly z: number; readonly colour: Colour }
  | { readonly by: 'exact'; readonly p: number; readonly side: 'above' | 'below'; readonly colour: Colour }
  | { readonly by: 'few'; readonly colour: 'none' };

/** Where fewer hits or misses are expected the normal curve does not hold. */
const EXPECTED = 5;
const FEW = 30;
const YELLOW = { z: 2, p: 0.05 } as const;
const RED = { z: 3, p: 0.003 } as const;

const shareOf = ({ hits, of }: Share): number => (of === 0 ? 0 : hits / of);

/** A rate of fewer than thirty is hidden. */
export const isShown = ({ of }: Share): boolean => of >= FEW;

/** (x − E) / √(n·p·(1−p)) with p of the town and E = n·p; null where E or n − E is below five. */
export const zScore = (village: Share, town: Share): number | null => {
  const p = shareOf(town);
  const expected = village.of * p;
  if (expected < EXPECTED || village.of - expected < EXPECTED) return null;
  return (village.hits - expected) / Math.sqrt(expected * (1 - p));
};

/** Chances of 0 … n hits, in logarithms so that large n do not vanish. */
function* binomial(n: number, p: number): Generator<number> {
  let log = n * Math.log1p(-p);
  for (let k = 0; k <= n; k += 1) {
    yield Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
}

/** Two-sided: the chance of whatever is no likelier than what was seen. */
export const exactP = (village: Share, town: Share): number => {
  const p = shareOf(town);
  if (p === 0 || p === 1) return village.hits === village.of * p ? 1 : 0;
  const chances = [...binomial(village.of, p)];
  const seen = (chances[village.hits] ?? 0) * (1 + 1e-7);
  return Math.min(1, chances.reduce((sum, one) => (one <= seen ? sum + one : sum), 0));
};

const byZ = (z: number): Colour => (Math.abs(z) >= RED.z ? 'red' : Math.abs(z) >= YELLOW.z ? 'yellow' : 'none');
const byP = (p: number): Colour => (p < RED.p ? 'red' : p < YELLOW.p ? 'yellow' : 'none');

export const judge = (village: Share, town: Share): Verdict => {
  if (!isShown(village)) return { by: 'few', colour: 'none' };
  const z = zScore(village, town);
  if (z !== null) return { by: 'z', z, colour: byZ(z) };
  const p = exactP(village, town);
  return { by: 'exact', p, side: shareOf(village) > shareOf(town) ? 'above' : 'below', colour: byP(p) };
};

const sideOf = (verdict: Verdict): string => (verdict.by === 'z' ? (verdict.z > 0 ? 'above' : 'below') : verdict.by === 'exact' ? verdict.side : '');

/** The verdicts of three months on one indicator, this month's last: red, or the same yellow twice, opens a case check. */
export const opensCaseCheck = (months: readonly Verdict[]): boolean => {
  const now = months.at(-1);
  if (!now || now.colour === 'none') return false;
  return now.colour === 'red' || months.slice(-3).filter((one) => one.colour !== 'none' && sideOf(one) === sideOf(now)).length > 1;
};

type Band = { readonly low: number; readonly high: number };

/** The funnel of the chart: between which shares a village of n records shows no colour, and no red. */
export const limitsAt = (n: number, town: Share): { readonly yellow: Band; readonly red: Band } => {
  const p = shareOf(town);
  const band = (z: number): Band => {
    const width = n > 0 ? z * Math.sqrt((p * (1 - p)) / n) : 1;
    return { low: Math.max(0, p - width), high: Math.min(1, p + width) };
  };
  return { yellow: band(YELLOW.z), red: band(RED.z) };
};
