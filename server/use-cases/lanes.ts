/** Events that arrive while transactions are on their way go together in the next one, each case once. */

export type Lanes<Job, Answer> = { send(job: Job): Promise<Answer> };

type Waiting<Job, Answer> = { readonly job: Job; readonly id: string; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void };
export type Run<Job, Answer> = {
  /** `again`: somebody else holds its case; it shall wait by itself, without those beside it. */
  together(jobs: readonly Job[]): Promise<readonly (Answer | 'again')[]>;
  alone(job: Job): Promise<Answer>;
  idOf(job: Job): string;
  /** Whether jobs that failed together may succeed one by one. */
  worthAgain(error: unknown): boolean;
};
/**
 * Two batches are on their way side by side, so that the database works on one while this process works on the other; each
 * is half of all that is under way, and the second sets out once so many wait for it, `fewest` at least, as a transaction
 * costs as much as three events whatever it holds.
 * `slow`: milliseconds after which a batch is not waited for: another sets out beside it, however small, up to `together`.
 */
type Width = { readonly together: number; readonly alone: number; readonly fewest: number; readonly largest: number; readonly slow: number };
const SIDE_BY_SIDE = 2;

/** Jobs that fail together are run one by one, so that nobody's trouble is another's. */
export const makeLanes = <Job, Answer>(run: Run<Job, Answer>, width: Width): Lanes<Job, Answer> => {
  type One = Waiting<Job, Answer>;
  const waiting: One[] = [];
  const lonely: One[] = [];
  const busy = new Set<string>();
  const running = { together: 0, jobs: 0, alone: 0 };
  let lastStart = 0;
  let waking: NodeJS.Timeout | undefined;

  /** Each case once: what waits for one that is busy waits on. */
  const take = (most: number): One[] => {
    const batch: One[] = [];
    const ids = new Set<string>();
    for (let i = 0; i < waiting.length && batch.length < most; ) {
      const one = waiting[i];
      if (!one || busy.has(one.id) || ids.has(one.id)) i += 1;
      else {
        ids.add(one.id);
        batch.push(one);
        waiting.splice(i, 1);
      }
    }
    return batch;
  };

  const finish = (one: One): void => void busy.delete(one.id);

  const drive = async (batch: readonly One[]): Promise<void> => {
    try {
      const answers = await run.together(batch.map(({ job }) => job));
      for (const [i, one] of batch.entries()) {
        const answer = answers[i];
        if (answer === undefined || answer === 'again') lonely.push(one);
        else {
          finish(one);
          one.resolve(answer as Answer);
        }
      }
    } catch (error) {
      for (const one of batch) {
        if (run.worthAgain(error)) lonely.push(one);
        else {
          finish(one);
          one.reject(error);
        }
      }
    }
  };

  const driveAlone = (one: One): Promise<void> => run.alone(one.job).finally(() => finish(one)).then(one.resolve, one.reject);

  const go = (): void => {
    while (running.alone < width.alone) {
      const one = lonely.shift();
      if (!one) break;
      running.alone += 1;
      void driveAlone(one).finally(() => { running.alone -= 1; go(); });
    }
    while (running.together < width.together) {
      const underWay = waiting.length + running.jobs;
      const goes = running.together === 0 || (running.together < SIDE_BY_SIDE && waiting.length >= Math.max(width.fewest, Math.floor(underWay / SIDE_BY_SIDE)));
      const left = goes ? 0 : lastStart + width.slow - performance.now();
      if (left > 0) {
        if (waiting.length > 0) waking ??= setTimeout(() => { waking = undefined; go(); }, left);
        break;
      }
      const batch = take(underWay < SIDE_BY_SIDE * width.fewest ? width.largest : Math.min(width.largest, Math.ceil(underWay / SIDE_BY_SIDE)));
      if (batch.length === 0) break;
      lastStart = performance.now();
      for (const { id } of batch) busy.add(id);
      running.together += 1;
      running.jobs += batch.length;
      void drive(batch).finally(() => { running.together -= 1; running.jobs -= batch.length; go(); });
    }
  };

  return {
    send: (job) => new Promise<Answer>((resolve, reject) => {
      waiting.push({ job, id: run.idOf(job), resolve, reject });
      go();
    }),
  };
};
