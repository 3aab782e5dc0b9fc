/** Events that wait go together, each case once, and nobody waits for another's trouble. */
import { describe, expect, test, vi } from 'vitest';
import { makeLanes } from '../../server/use-cases/lanes.ts';

type Job = { readonly id: string; readonly n: number };
const WIDTH = { together: 3, alone: 2, fewest: 3, largest: 6, slow: 60 } as const;

/** Lanes whose batches end when they are told to. */
const laid = (worthAgain = true) => {
  const batches: { readonly ids: string[]; end(): void; answer(answers: readonly string[]): void; fail(): void }[] = [];
  const alone: string[] = [];
  const { send } = makeLanes<Job, string>({
    together: (jobs) => {
      const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>();
      const done = jobs.map(({ id, n }) => `${id}${n}`);
      batches.push({ ids: done, end: () => resolve(done), answer: resolve, fail: () => reject(new Error('no')) });
      return promise;
    },
    alone: ({ id, n }) => {
      alone.push(`${id}${n}`);
      return Promise.resolve(`${id}${n} alone`);
    },
    idOf: ({ id }) => id,
    worthAgain: () => worthAgain,
  }, WIDTH);
  const sent = (...ids: string[]): Promise<string>[] => ids.map((id) => send({ id: id.slice(0, 1), n: Number(id.slice(1)) }));
  return { batches, alone, sent };
};

const settle = async (): Promise<void> => { for (let i = 0; i < 10; i += 1) await Promise.resolve(); };

describe('lanes', () => {
  test('the first sets out at once, a second beside it when enough wait, and the rest when one has ended', async () => {
    const { batches, sent } = laid();
    const answers = sent('a1', 'b1', 'c1', 'd1', 'e1', 'f1');
    expect(batches.map(({ ids }) => ids)).toEqual([['a1'], ['b1', 'c1', 'd1']]);
    batches[0]?.end();
    await settle();
    expect(batches.map(({ ids }) => ids)).toEqual([['a1'], ['b1', 'c1', 'd1']]);
    batches[1]?.end();
    await settle();
    expect(batches[2]?.ids).toEqual(['e1', 'f1']);
    batches[2]?.end();
    expect(await Promise.all(answers)).toEqual(['a1', 'b1', 'c1', 'd1', 'e1', 'f1']);
  });

  test('each of the two takes half of all that is under way, and no more than the largest', async () => {
    const { batches, sent } = laid();
    void sent('a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1', 'i1', 'j1');
    const sizes = (): number[] => batches.map(({ ids }) => ids.length);
    expect(sizes()).toEqual([1, 3]);
    batches[0]?.end();
    await settle();
    // Nine are under way, six of them waiting.
    expect(sizes()).toEqual([1, 3, 5]);
    batches[1]?.end();
    await settle();
    void sent('k1', 'l1');
    expect(sizes()).toEqual([1, 3, 5]);
    void sent('n1');
    // Nine, of which four wait.
    expect(sizes()).toEqual([1, 3, 5, 4]);
    void sent(...'opqrstuvwxyzABCDEFGH'.split('').map((id) => `${id}2`));
    for (const n of [2, 3]) batches[n]?.end();
    await settle();
    expect(sizes()).toEqual([1, 3, 5, 4, 6, 6]);
  });

  test('a case goes once in a batch and never in two at a time', async () => {
    const { batches, sent } = laid();
    const answers = sent('a1', 'a2', 'b1', 'b2', 'c1', 'a3');
    expect(batches.map(({ ids }) => ids)).toEqual([['a1'], ['b1']]);
    for (const n of [0, 1, 2, 3, 4]) {
      batches[n]?.end();
      await settle();
    }
    expect(await Promise.all(answers)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'a3']);
    for (const { ids } of batches) expect(new Set(ids.map((id) => id.slice(0, 1))).size).toBe(ids.length);
  });

  test('a slow batch is not waited for', async () => {
    vi.useFakeTimers();
    try {
      const { batches, sent } = laid();
      void sent('a1', 'b1');
      expect(batches).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(WIDTH.slow + 1);
      expect(batches.map(({ ids }) => ids)).toEqual([['a1'], ['b1']]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('whose case another holds waits alone, and so does who failed together', async () => {
    const { batches, alone, sent } = laid();
    const answers = sent('a1', 'b1', 'c1', 'd1');
    batches[0]?.answer(['again']);
    batches[1]?.fail();
    expect(await Promise.all(answers)).toEqual(['a1 alone', 'b1 alone', 'c1 alone', 'd1 alone']);
    expect(alone.toSorted()).toEqual(['a1', 'b1', 'c1', 'd1']);
  });

  test('what is lost for all is told to each', async () => {
    const { batches, alone, sent } = laid(false);
    const answers = sent('a1');
    batches[0]?.fail();
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected']);
    expect(alone).toEqual([]);
  });
});
