/** Sends what stands in a form to the office a moment after the last key: the newest only, one at a time, tried again where the way is cut. */

/** A second of rest, and however long it takes: well within the three that may pass. */
const REST_MS = 1_000;
const AGAIN_MS = 3_000;

export type Saver<Kept> = {
  keep(kept: Kept): void;
  /** Drops what waits, and waits for what is under way: nothing arrives after this. */
  settle(): Promise<void>;
  /** The page goes away: at once, by a request that outlives it. */
  leave(): void;
  /** The form goes away, the page stays. */
  close(): void;
};

/** `put` answers false where it makes no sense to try again. */
export const makeSaver = <Kept>(put: (kept: Kept, leaving: boolean) => Promise<boolean>): Saver<Kept> => {
  let waiting: Kept | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = Promise.resolve();
  let closed = false;

  const send = async (): Promise<void> => {
    const kept = waiting;
    if (kept === null) return;
    waiting = null;
    if ((await put(kept, false)) || waiting !== null || closed) return;
    waiting = kept;
    rest(AGAIN_MS);
  };
  const rest = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { underWay = underWay.then(send); }, ms);
  };

  return {
    keep: (kept) => {
      waiting = kept;
      rest(REST_MS);
    },
    settle: () => {
      clearTimeout(timer);
      waiting = null;
      return underWay;
    },
    leave: () => {
      clearTimeout(timer);
      if (waiting !== null) void put(waiting, true);
      waiting = null;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      underWay = underWay.then(send);
    },
  };
};
