/** A whole month: brought half-way as the table of the demo town tells it, held against the table, and brought to its end. */
import { expect } from 'vitest';
import { villageStands, type VillageStand } from '../../workflows/office/demo-town/make-up.ts';
import type { Cell, ReportView } from '../../workflows/kit/report-view.ts';
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
const batchesOf = ({ list }: Hands, cycle: string): Promise<Row[]> => list('auditor', BATCH, { parent: cycle });

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

const FIGURES = ['consistent', 'corrected', 'unable', 'pending'] as const;
const STATES = { consistent: ['consistent'], corrected: ['corrected', 'applied'], unable: ['unable'], pending: ['pending'] } as const;
const sumOf = (figure: (typeof FIGURES)[number]): number => villageStands.reduce((sum, one) => sum + one[figure], 0);

/** In the lists: 18 batches and 6,092 records, village by village. */
export const standsAsTold = async (hands: Hands, cycle: string): Promise<void> => {
  const batches = await batchesOf(hands, cycle);
  expect(new Map(batches.map(({ unit, state }) => [unit, state]))).toEqual(new Map(villageStands.map(({ unit, stand }) => [unit, stand])));
  const items = (figure: (typeof FIGURES)[number], of: object = {}): Promise<number> => hands.count('auditor', ITEM, { cycle, state: STATES[figure], ...of });
  expect(await Promise.all(FIGURES.map((figure) => items(figure)))).toEqual([4_912, 611, 143, 426]);
  for (const village of villageStands) expect(await Promise.all(FIGURES.map((figure) => items(figure, { unit: village.unit }))), village.unit).toEqual(FIGURES.map((figure) => village[figure]));
};

export const reportOf = async ({ door }: Hands, cycle: string): Promise<ReportView> => (await (await door.as('head1')).get<ReportView>(`/api/${CYCLE}/${cycle}/report`)).body;

/** What the report says of a village, its small numbers told as such. */
const agrees = ({ value, hidden }: Cell | undefined = { shown: { zh: '', en: '' }, value: null }, counted: number): boolean => (hidden === 'few' ? counted > 0 && counted < 5 : hidden === 'kept' || value === counted);

/** In the report, which says that it is not signed yet. */
export const reportsAsTold = async (hands: Hands, cycle: string): Promise<void> => {
  const { provisional, parts } = await reportOf(hands, cycle);
  expect(provisional).toBe(true);
  const table = parts.find((part) => part.kind === 'table');
  const rows = table?.kind === 'table' ? table.rows : [];
  expect(rows).toHaveLength(villageStands.length + 1);
  for (const village of villageStands) {
    const cells = rows.find(({ unit }) => unit === village.unit)?.cells;
    expect([village.records, ...FIGURES.map((figure) => village[figure])].map((counted, n) => agrees(cells?.[n], counted)), village.unit).toEqual([true, true, true, true, true]);
  }
  expect(rows.find(({ unit }) => unit === null)?.cells.slice(0, 5).map(({ value }) => value)).toEqual([6_092, ...FIGURES.map(sumOf)]);
  const flags = parts.flatMap((part) => (part.kind === 'monitoring' ? part.flags : [])).filter(({ colour }) => colour === 'red');
  expect(flags.map(({ unit, said }) => [unit, said]).toSorted()).toEqual([['999901101203', null], ['999901101209', null]]);
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

/** What a month holds once it is signed: every batch closed, with its sample; no record left under way; the report frozen and signed by two. */
export const endsWell = async (hands: Hands, cycle: string): Promise<void> => {
  const closed = await batchesOf(hands, cycle);
  expect(closed.map(({ state }) => state)).toEqual(villageStands.map(() => 'closed'));
  expect(closed.every(({ data }) => { const sample = data['sample'] as { sampled: number; errors: number }; return sample.sampled >= 5 && sample.errors === 0; })).toBe(true);
  expect(await hands.count('auditor', ITEM, { cycle, state: ['pending', 'corrected', 'changeProposed'] })).toBe(0);
  const { provisional, round, signatures, parts } = await reportOf(hands, cycle);
  expect([provisional, round, signatures.map(({ post }) => post)]).toEqual([false, 1, ['town_clerk', 'town_head']]);
  const flags = parts.flatMap((part) => (part.kind === 'monitoring' ? part.flags : [])).filter(({ colour }) => colour === 'red');
  expect(flags.map(({ unit, said }) => [unit, said !== null]).toSorted()).toEqual([['999901101203', true], ['999901101209', true]]);
};
