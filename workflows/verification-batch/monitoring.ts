/** Mean monitoring (均数监控): whether a village's share lies too far from the town's, in either direction. */

/** Hits among records: of one village, or of all villages of the month. */
export type Share = { readonly hits: number; readonly of: number };

/** Fewer expected hits or misses say nothing about a village. */
const EXPECTED = 5;
/** Red: needs an explanation. */
const RED = 3;

/** (x − E) / √(n·p·(1−p)) with p of the town and E = n·p; null where E or n − E is below five. */
export const zScore = (village: Share, town: Share): number | null => {
  const p = town.of === 0 ? 0 : town.hits / town.of;
  const expected = village.of * p;
  if (expected < EXPECTED || village.of - expected < EXPECTED) return null;
  return (village.hits - expected) / Math.sqrt(expected * (1 - p));
};

/** Two-sided: "too perfect" stands out as well. */
export const standsOut = (village: Share, town: Share): boolean => Math.abs(zScore(village, town) ?? 0) >= RED;

export const SAMPLE = { share: 0.05, least: 5, errors: 0.02 } as const;

/** Records a sample of a batch must have. */
export const sampleSize = (records: number): number => Math.min(records, Math.max(SAMPLE.least, Math.ceil(records * SAMPLE.share)));
