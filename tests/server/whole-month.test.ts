/** The whole town's month through the API: eighteen villages and 6,092 records, from the opening to the signed close, with the counts of the demo town half-way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import { villageStands } from '../../workflows/office/demo-town/make-up.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { recordVerification } from '../../workflows/record-verification/index.ts';
import { verificationBatch } from '../../workflows/verification-batch/index.ts';
import { verificationCycle } from '../../workflows/verification-cycle/index.ts';
import { endsWell, reportsAsTold, standsAsTold } from '../month/counts.ts';
import { BATCH, CYCLE, makeHands, type Hands } from '../month/hands.ts';
import { finishBatches, OPINION, reportOn, reviewHalf, verifyAll } from '../month/whole.ts';
import { checkAll } from './checks/check-all.ts';
import { listeningOffice, type Listening } from './listening-office.ts';
import { NOW } from './support.ts';

const TODAY = dayOf(NOW);
const MONTH = 'november';

let office: Listening;
let hands: Hands;
beforeAll(async () => {
  office = await listeningOffice([verificationCycle, verificationBatch, recordVerification], NOW, makeTown());
  await checkAll(office.office);
  hands = makeHands(office.door);
}, 120_000);
afterAll(() => office.close());

const timed = async (what: string, work: Promise<void>): Promise<void> => {
  const began = performance.now();
  await work;
  process.stdout.write(`whole month: ${what} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
};

test('a month is opened, verified, reviewed half-way as the table tells, brought to its end and signed', { timeout: 240_000 }, async () => {
  const { send, list } = hands;
  expect((await (await office.door.as('town1')).send('POST', `/api/${CYCLE}`, { id: MONTH, unit: '999901101', data: { month: '2026-11', kind: 'full' } })).status).toBe(201);
  expect(await list('auditor', BATCH, { parent: MONTH, state: 'assigned' })).toHaveLength(villageStands.length);
  await timed('verified', verifyAll(hands, MONTH, TODAY));
  await timed('reviewed half-way', reviewHalf(hands, MONTH, TODAY));
  await timed('counted', standsAsTold(hands, MONTH));
  await reportsAsTold(hands, MONTH);
  await timed('brought to its end', finishBatches(hands, MONTH, TODAY));
  expect(await send('town2', CYCLE, MONTH, 'report', reportOn(TODAY))).toBe('ready');
  expect(await send('town2', CYCLE, MONTH, 'close', OPINION)).toEqual(['not-offered']);
  expect(await send('head1', CYCLE, MONTH, 'close', OPINION)).toBe('closed');
  await endsWell(hands, MONTH);
});
