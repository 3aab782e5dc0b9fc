import { expect, test } from 'vitest';
import { tellTogether } from './one-clock.ts';

test('tales that wait are woken in the order of their moments, and the clock is turned once for each', async () => {
  const told: string[] = [];
  const tale = (name: string, ...moments: string[]) => async (wait: (until: string) => Promise<void>): Promise<void> => {
    for (const moment of moments) {
      told.push(`${name} waits for ${moment}`);
      await wait(moment);
    }
    told.push(`${name} is over`);
  };
  await tellTogether([tale('a', '3', '4'), tale('b', '1', '3'), tale('c')], (to) => { told.push(to); return Promise.resolve(); });
  expect(told).toEqual(['a waits for 3', 'b waits for 1', 'c is over', '1', 'b waits for 3', '3', 'a waits for 4', 'b is over', '4', 'a is over']);
});

test('a tale that fails while it is woken fails the whole', async () => {
  await expect(tellTogether([async (wait) => { await wait('1'); throw new Error('no'); }], () => Promise.resolve())).rejects.toThrow('no');
});
