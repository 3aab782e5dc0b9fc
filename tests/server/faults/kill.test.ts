/** A sample of `npm run kill-test`: what an acknowledgement is worth when the office dies. */
import { expect, test } from 'vitest';
import { killAndCount } from '../../faults/kill-and-count.ts';
import { ZEROS } from '../../faults/nine-zeros.ts';
import { HONEST, NAIVE } from '../../faults/office-process.ts';
import { copyTold } from '../../tools/told-town.ts';

const quietly = { say: () => undefined, prepare: copyTold };

test('killed under load and started again, the office has lost nothing that it acknowledged and doubled nothing', { timeout: 300_000 }, async () => {
  const { acknowledged, fates, findings } = await killAndCount({ kills: 1, acknowledged: 50, caught: 1, entry: HONEST, ...quietly });
  expect(acknowledged).toBeGreaterThanOrEqual(50);
  expect(fates.unknown).toBe(0);
  expect(ZEROS.flatMap((zero) => findings[zero].found)).toEqual([]);
});

test('an office that answers before it commits is caught', { timeout: 300_000 }, async () => {
  const { findings } = await killAndCount({ kills: 2, acknowledged: 60, caught: 2, entry: NAIVE, ...quietly });
  expect(ZEROS.flatMap((zero) => findings[zero].found)).not.toEqual([]);
});
