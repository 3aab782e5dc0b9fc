/** The checks over the whole register of the demo town: everything planted is found, nothing else at error level, and a run cut short goes on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRun } from '../../../server/store/check-runs.ts';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import planted from '../../fixtures/planted.json' with { type: 'json' };
import { checkAll, openDemoTown } from './demo.ts';
import type { DemoTown } from './demo.ts';

type Row = { id: string; rule: string; level: string; unit: string; units: string[]; residents: string[]; field: string | null; state: string; params: Record<string, unknown> };
let town: DemoTown;
let took = 0;
const rows = async (): Promise<Row[]> => (await town.office.pool.query<Row>('select * from findings order by id')).rows;
const open = async (): Promise<Row[]> => (await rows()).filter(({ state }) => state === 'open');

beforeAll(async () => {
  town = await openDemoTown();
  const began = performance.now();
  await checkAll(town.office);
  took = performance.now() - began;
  process.stdout.write(`the register of ${(await town.office.pool.query('select 1 from residents')).rowCount} checked in ${Math.round(took)} ms: ${(await rows()).length} findings\n`);
}, 240_000);
afterAll(() => town.close());

describe('a run over the demo town', () => {
  test('finds all that was planted', async () => {
    const found = await open();
    const known = new Set(found.flatMap(({ rule, residents, units }) => [...residents.map((id) => `${rule} ${id}`), ...units.map((unit) => `${rule} ${unit}`)]));
    const missed = planted.flatMap(({ rule, residents, unit }: { rule: string; residents: string[]; unit?: string }) => [...residents.map((id) => `${rule} ${id}`), ...(unit ? [`${rule} ${unit}`] : [])]).filter((one) => !known.has(one));
    expect(missed).toEqual([]);
  });

  test('finds no error beyond, and none in a village that has passed', async () => {
    const errors = (await open()).filter(({ level }) => level === 'error');
    const known = new Set(planted.flatMap(({ rule, residents }) => residents.map((id) => `${rule} ${id}`)));
    expect(errors.flatMap(({ rule, residents }) => residents.map((id) => `${rule} ${id}`)).filter((one) => !known.has(one))).toEqual([]);
    const passed = new Set(villageStands.filter(({ stand }) => stand === 'passed').map(({ unit }) => unit));
    expect(errors.filter(({ units }) => units.some((unit) => passed.has(unit)))).toEqual([]);
    expect(errors.length).toBeGreaterThan(70);
  });

  test('finds one hasty day, one village of copied remarks, the late changes, and the two villages that stand out', async () => {
    const of = async (rule: string) => (await open()).filter((one) => one.rule === rule);
    expect((await of('D30')).map(({ field, params }) => [field, params['person']])).toEqual([['at', 'village05']]);
    expect((await of('D31')).map(({ unit }) => unit)).toEqual(['999901101207']);
    expect((await of('D32')).map(({ unit, field, params }) => [unit, field, params['colour']]).toSorted(([one], [other]) => String(one).localeCompare(String(other)))).toEqual([['999901101203', 'corrected', 'red'], ['999901101209', 'unable', 'red']]);
    const late = planted.filter(({ rule }) => rule === 'D28').flatMap(({ residents }) => residents).sort();
    expect((await of('D28')).flatMap(({ residents }) => residents).sort()).toEqual(late);
  });

  test('names nobody’s number', async () => {
    expect(JSON.stringify(await rows()).match(/(?<![\w-])(?:100\d{8}|0000\d{15}|\d{17}[\dX])(?![\w-])/g)).toBeNull();
  });

  test('made again finds the same, page by page too', async () => {
    const before = await open();
    const id = await checkAll(town.office, () => true);
    expect(await open()).toEqual(before.map((row) => ({ ...row, seen_at: expect.anything() as unknown })));
    expect(await findRun(town.office.db, town.office.district, id)).toMatchObject({ done: 6092, total: 6092, endedAt: expect.any(Date) as unknown });
  });
});
