/** The gate before an office: stories go in one at a time, in the order they came. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { enter, openGate } from '../e2e/gate.ts';

test('who comes second goes in when the first has left, and before who comes third', async () => {
  const gate = await openGate();
  const went: number[] = [];
  const come = async (n: number): Promise<() => void> => {
    const leave = await enter(gate.port);
    went.push(n);
    return leave;
  };
  const leaveFirst = await come(1);
  const second = come(2);
  const third = come(3);
  await sleep(50);
  expect(went).toEqual([1]);
  leaveFirst();
  const leaveSecond = await second;
  await sleep(50);
  expect(went).toEqual([1, 2]);
  leaveSecond();
  (await third)();
  expect(went).toEqual([1, 2, 3]);
  gate.close();
});
