/** What stands in the lists and in the report of a month, half-way and at its end, against the table of the demo town. */
import { expect } from 'vitest';
import { villageStands } from '../../workflows/office/demo-town/make-up.ts';
import type { Cell, ReportView } from '../../workflows/kit/report-view.ts';
import { BATCH, CYCLE, ITEM, type Hands, type Row } from './hands.ts';
import { OUTLIERS } from './town.ts';

export const batchesOf = ({ list }: Hands, cycle: string): Promise<Row[]> => list('auditor', BATCH, { parent: cycle });

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

const reportOf = async ({ door }: Hands, cycle: string): Promise<ReportView> => (await (await door.as('head1')).get<ReportView>(`/api/${CYCLE}/${cycle}/report`)).body;

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
  expect(flags.map(({ unit, said }) => [unit, said])).toEqual(Object.keys(OUTLIERS).map((unit) => [unit, null]));
};

/** What a month holds once it is signed: every batch closed, with its sample; no record left under way; the report frozen and signed by two. */
export const endsWell = async (hands: Hands, cycle: string): Promise<void> => {
  const closed = await batchesOf(hands, cycle);
  expect(closed.map(({ state }) => state)).toEqual(villageStands.map(() => 'closed'));
  expect(closed.every(({ data }) => { const sample = data['sample'] as { sampled: number; errors: number }; return sample.sampled >= 5 && sample.errors === 0; })).toBe(true);
  expect(await hands.count('auditor', ITEM, { cycle, state: ['pending', 'corrected', 'changeProposed'] })).toBe(0);
  const { provisional, round, signatures, parts } = await reportOf(hands, cycle);
  expect([provisional, round, signatures.map(({ post }) => post)]).toEqual([false, 1, ['town_clerk', 'town_head']]);
  const flags = parts.flatMap((part) => (part.kind === 'monitoring' ? part.flags : [])).filter(({ colour }) => colour === 'red');
  expect(flags.map(({ unit, said }) => [unit, said !== null])).toEqual(Object.keys(OUTLIERS).map((unit) => [unit, true]));
};
