/** How often one person may do something: a bucket that fills steadily, kept by this process. */

export type Limit = { readonly burst: number; readonly perMinute: number };
/** Seconds to wait, or 0 where there is room. */
export type Limiter = (who: string, nowMs: number) => number;

const FORGET_ABOVE = 10_000;

export const limiter = ({ burst, perMinute }: Limit): Limiter => {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftAt = (bucket: { left: number; at: number }, nowMs: number): number => Math.min(burst, bucket.left + (Math.max(0, nowMs - bucket.at) * perMinute) / 60_000);
  return (who, nowMs) => {
    if (buckets.size > FORGET_ABOVE) for (const [key, bucket] of buckets) if (leftAt(bucket, nowMs) >= burst) buckets.delete(key);
    const left = leftAt(buckets.get(who) ?? { left: burst, at: nowMs }, nowMs);
    if (left < 1) return Math.ceil(((1 - left) * 60) / perMinute);
    buckets.set(who, { left: left - 1, at: nowMs });
    return 0;
  };
};
