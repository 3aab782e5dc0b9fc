/** A whole month: brought half-way as the table of the demo town tells it, and to its end. */
import { expect } from 'vitest';
import { villageStands, type VillageStand } from '../../workflows/office/demo-town/make-up.ts';
import { batchesOf } from './counts.ts';
import { BATCH, CYCLE, ITEM, type Hands, type Row } from './hands.ts';
import { passBatch } from './town.ts';
import { byPapers, changeAll, clerkOf, NOTE, sameOn, verifyVillage, type How } from './village.ts';

/** Villages at work at the same time. */
const TOGETHER = 6;
/** One in nine has changed, as elsewhere: a village in which nothing ever does stands out. */
const CHANGED_EVERY = 9;

const batchOf = (batches: readonly Row[], unit: string): Row => {
  const found = batches.find((one) => one.unit === unit);
  if (!found) throw new Error(`${unit} has no batch`);
  return found;
};
/** All villages, each next one as soon as a hand is free. */
const inAll = async (villages: readonly VillageStand[], act: (village: VillageStand) => Promise<void>): Promise<void> => {
  const waiting = [...villages];
  const work = async (): Promise<void> => { for (let one = waiting.shift(); one; one = waiting.shift()) await act(one); };
  await Promise.all(Array.from({ length: TOGETHER }, work));
};

/** Every village but those left to others verifies its records. */
export const verifyAll = async (hands: Hands, cycle: string, today: string, but: readonly string[] = []): Promise<void> => {
  const batches = await batchesOf(hands, cycle);
  await inAll(villageStands.filter(({ unit }) => !but.includes(unit)), (village) => verifyVillage(hands, village, batchOf(batches, village.unit).id, today));
};

const sendBack = async (hands: Hands, batch: string, count: number): Promise<void> => {
  const items = (await hands.list('town2', ITEM, { parent: batch, state: 'consistent' })).slice(0, count).map(({ id }) => ({ item: id, reason: 'R02', problem: '请对照抽查单复核。' }));
  expect(await hands.send('town2', BATCH, batch, 'sendBack', { reason: 'R02', problem: '请逐条复核所列条目。', items })).toBe('returned');
};

/** The town takes up, passes and sends back, until every batch stands where the table has it. */
export const reviewHalf = async (hands: Hands, cycle: string, today: string, but: readonly string[] = []): Promise<void> => {
  const batches = await batchesOf(hands, cycle);
  await inAll(villageStands.filter(({ unit }) => !but.includes(unit)), async ({ unit, stand, pending }) => {
    const { id } = batchOf(batches, unit);
    if (stand === 'passed') return passBatch(hands, id, unit, today);
    if (stand !== 'inProgress') expect(await hands.send('town2', BATCH, id, 'takeUp')).toBe('townReview');
    if (stand === 'returned') await sendBack(hands, id, pending);
  });
};

const verifyTheRest = async (hands: Hands, { id, state, unit }: Row, today: string, how: How): Promise<void> => {
  const clerk = clerkOf(unit);
  const waiting = await hands.list(clerk, ITEM, { parent: id, state: 'pending' });
  await changeAll(hands, clerk, waiting.filter((_, n) => n % CHANGED_EVERY === 0), today, how);
  await hands.each(waiting.filter((_, n) => n % CHANGED_EVERY !== 0), async (row, n) => expect(await hands.sendTo(clerk, ITEM, row, 'confirmSame', sameOn(today, how(n))), row.id).toBe('consistent'));
  expect(await hands.send(clerk, BATCH, id, state === 'returned' ? 'resubmit' : 'submit', NOTE)).toBe(state === 'returned' ? 'townReview' : 'submitted');
};

/** Whatever has not passed is verified, handed in and passed; until then nobody reports the month. */
export const finishBatches = async (hands: Hands, cycle: string, today: string, how: How = byPapers): Promise<void> => {
  const open = (await batchesOf(hands, cycle)).filter(({ state }) => state !== 'passed');
  for (const batch of open) if (batch.state !== 'townReview') await verifyTheRest(hands, batch, today, how);
  for (const { id, unit } of open) {
    expect(await hands.send('town2', CYCLE, cycle, 'report', reportOn(today)), unit).toEqual(['batches-not-passed']);
    await passBatch(hands, id, unit, today);
  }
};

export const reportOn = (today: string) => ({ meetingOn: today, findings: '各村居均已完成，抽查合格。' });
export const OPINION = { opinion: '同意，按期归档。' };
