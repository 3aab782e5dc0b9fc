/** Many tales under one clock: each is told until it waits; when all of them wait, the clock steps to whoever wakes first. */
import type { Instant } from '../../workflows/kit/words.ts';

export type Wait = (until: Instant) => Promise<void>;
export type Tale = (wait: Wait) => Promise<void>;
/** Where a tale waits; null once it is over. */
type Stop = { readonly until: Instant; goOn(): Promise<Stop> } | null;

const begin = (tale: Tale): Promise<Stop> => new Promise((resolve, reject) => {
  let [stopped, failed] = [resolve, reject];
  const wait: Wait = (until) => new Promise((wake) => {
    const goOn = (): Promise<Stop> => new Promise((next, fail) => {
      [stopped, failed] = [next, fail];
      wake();
    });
    stopped({ until, goOn });
  });
  tale(wait).then(() => stopped(null), (error: unknown) => failed(error));
});

/** No two of them ever act at once. */
export const tellTogether = async (tales: readonly Tale[], turn: (to: Instant) => Promise<void>): Promise<void> => {
  let waiting: NonNullable<Stop>[] = [];
  const keep = (stop: Stop): void => { if (stop) waiting.push(stop); };
  for (const tale of tales) keep(await begin(tale));
  while (waiting.length > 0) {
    const next = waiting.reduce((first, { until }) => (until < first ? until : first), waiting[0]?.until ?? '');
    await turn(next);
    const all = waiting;
    waiting = [];
    for (const one of all) keep(one.until > next ? one : await one.goOn());
  }
};
