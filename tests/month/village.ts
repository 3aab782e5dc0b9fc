/** A village's part of a month as its clerk does it by a program: what has changed and who cannot be found one by one, the rest together, after a sample. */
import { expect } from 'vitest';
import type { VillageStand } from '../../workflows/office/demo-town/make-up.ts';
import { villageStands } from '../../workflows/office/demo-town/make-up.ts';
import type { SampleCheck } from '../../workflows/office/sampling.ts';
import { BATCH, ITEM, type Hands, type Row } from './hands.ts';

export const clerkOf = (unit: string): string => `village${String(villageStands.findIndex((one) => one.unit === unit) + 1).padStart(2, '0')}`;

const groups = { identity: true, marriage: true, residence: true, contact: true };
export const NOTE = { note: '已自查，无法核实的均已登记原因。' };
const proofOn = (today: string) => [{ kind: 'signed_form', reference: '已查验原件', seenOn: today }];
/** How the nth record is verified: in the same way everywhere, for a village that goes about it otherwise stands out. */
export type How = (n: number) => string;
export const byPapers: How = () => 'papers';
export const sameOn = (today: string, method: string) => ({ groups, method, verifiedOn: today });
const movedOn = (today: string, method: string, n: number) => ({ changes: { residenceAddress: `合成路${n + 1}号` }, method, verifiedOn: today, changedOn: today, evidence: proofOn(today) });

/** Who has declared a relation to the person leaves the approval to a colleague. */
const approve = async ({ forAll }: Hands, ids: readonly string[], today: string): Promise<void> => {
  let left = ids;
  for (const by of ['town1', 'town2']) left = left.length === 0 ? [] : await forAll(by, 'approve', left, { proofSeen: proofOn(today) });
  expect(left).toEqual([]);
};

export const changeAll = async (hands: Hands, clerk: string, rows: readonly Row[], today: string, how: How): Promise<void> => {
  await hands.each(rows, async (row, n) => expect(await hands.sendTo(clerk, ITEM, row, 'proposeChange', movedOn(today, how(n), n)), row.id).toBe('changeProposed'));
  await approve(hands, rows.map(({ id }) => id), today);
};

const drawnIn = async ({ get }: Hands, clerk: string, batch: string): Promise<readonly string[]> => ((await get(clerk, BATCH, batch)).data['sampleCheck'] as SampleCheck).drawn;

/** Confirms so many of those that wait: the sample one by one, the others at once. */
export const confirmSampled = async (hands: Hands, clerk: string, batch: string, leave: number, today: string): Promise<void> => {
  expect(await hands.send(clerk, BATCH, batch, 'drawSample', { set: 'all' })).toBe('inProgress');
  const drawn = await drawnIn(hands, clerk, batch);
  await hands.each(await hands.list(clerk, ITEM, { id: drawn }), async (row) => expect(await hands.sendTo(clerk, ITEM, row, 'confirmSame', sameOn(today, byPapers(0))), row.id).toBe('consistent'));
  expect(await hands.send(clerk, BATCH, batch, 'closeSample')).toBe('inProgress');
  const waiting = (await hands.list(clerk, ITEM, { parent: batch, state: 'pending' })).map(({ id }) => id);
  expect(await hands.forAll(clerk, 'confirmSampled', waiting.slice(leave), { verifiedOn: today })).toEqual([]);
};

/** Verifies as many as the table of the month says, with the results it says; hands in what is done. */
export const verifyVillage = async (hands: Hands, { unit, stand, corrected, unable, pending }: VillageStand, batch: string, today: string): Promise<void> => {
  const clerk = clerkOf(unit);
  expect(await hands.send(clerk, BATCH, batch, 'start')).toBe('inProgress');
  const rows = await hands.list(clerk, ITEM, { parent: batch });
  await changeAll(hands, clerk, rows.slice(0, corrected), today, byPapers);
  expect(await hands.forAll(clerk, 'markUnable', rows.slice(corrected, corrected + unable).map(({ id }) => id), { unableReason: 'moved' })).toEqual([]);
  // What is sent back was verified before.
  const leave = stand === 'inProgress' ? pending : 0;
  await confirmSampled(hands, clerk, batch, leave, today);
  if (leave === 0) expect(await hands.send(clerk, BATCH, batch, 'submit', NOTE), unit).toBe('submitted');
};
