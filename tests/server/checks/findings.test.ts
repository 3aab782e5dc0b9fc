/** The checks over the register of the demo town: everything planted is found, nothing else at error level; what is found keeps a batch from passing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRun } from '../../../server/store/check-runs.ts';
import { villageStands } from '../../../workflows/office/demo-town/make-up.ts';
import planted from '../../fixtures/planted.json' with { type: 'json' };
import { checkAll } from './check-all.ts';
import { caseRoutes } from '../../../server/routes/cases.ts';
import { findingRoutes } from '../../../server/routes/findings.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { toldOffice, type ToldOffice } from '../told-office.ts';

type Row = { id: string; rule: string; level: string; unit: string; units: string[]; residents: string[]; field: string | null; state: string; params: Record<string, unknown> };
let town: ToldOffice;
let took = 0;
const rows = async (): Promise<Row[]> => (await town.office.pool.query<Row>('select * from findings order by id')).rows;
const open = async (): Promise<Row[]> => (await rows()).filter(({ state }) => state === 'open');

beforeAll(async () => {
  town = await toldOffice((on, office) => { sessionRoutes(on, office); findingRoutes(on, office); caseRoutes(on, office); });
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

const MONTH = 'verify-2026-11';
const RIVER = '999901101003';
const listed = async (person: string, filter: Record<string, unknown> = {}): Promise<{ id: string; rule: string; units: string[]; residents: { id: string; item: { id: string } | null }[]; elsewhere: number }[]> =>
  (await (await town.as(person)).get(`/api/findings?range=[0,999]&filter=${encodeURIComponent(JSON.stringify({ state: 'open', ...filter }))}`)).rows as never;
const batch = (unit: string): string => `/api/verification-batch/${MONTH}.${unit}`;
const whyNot = async (unit: string): Promise<string[]> => {
  const { body } = await (await town.as('reviewer1')).get(batch(unit));
  return ((body['blocked'] as { type: string; why: string[] }[]).find(({ type }) => type === 'pass')?.why ?? []).toSorted();
};
const send = async (person: string, path: string, type: string, data: object): Promise<number> => {
  const asker = await town.as(person);
  const { version } = (await asker.get(path)).body;
  return (await asker.post(`${path}/events`, { id: `${type}-${person}-${String(version)}`, type, data, version })).status;
};
const suppress = async (person: string, id: string, reason: string) => (await town.as(person)).post(`/api/findings/${id}/suppress`, { reason });

describe('a reader', () => {
  test('sees the findings of the own units, and the counts tell of no others', async () => {
    const mine = await listed('village03');
    expect(mine.length).toBeGreaterThan(10);
    expect(mine.filter(({ units }) => units.some((unit) => unit !== RIVER))).toEqual([]);
    const { villages } = (await (await town.as('village03')).get('/api/findings/summary')).body as { villages: { unit: string; open: number }[] };
    expect([...new Set(villages.map(({ unit }) => unit))]).toEqual([RIVER]);
    expect(villages.reduce((sum, { open: count }) => sum + count, 0)).toBe(mine.length);
    const all = await listed('town1');
    const foreign = all.find(({ units }) => !units.includes(RIVER));
    expect((await (await town.as('village03')).get(`/api/findings/${foreign?.id}`)).status).toBe(404);
    expect(all.length).toBe((await open()).length);
  });

  test('is led to the person and to the case of the month; of a pair in two villages each sees its own', async () => {
    const [one] = await listed('town1', { rule: 'D05', unit: RIVER });
    expect(one?.residents[0]?.item?.id).toBe(`${MONTH}.${RIVER}.${one?.residents[0]?.id}`);
    const [pair] = (await listed('town1', { rule: 'D22' })).filter(({ units }) => units.length === 2);
    const clerk = `village${String(villageStands.findIndex(({ unit }) => unit === pair?.units[0]) + 1).padStart(2, '0')}`;
    expect((await listed(clerk, { id: pair?.id }))[0]).toMatchObject({ units: [pair?.units[0]], elsewhere: 1 });
  });

  test('finds them by resident and by batch, and nothing by what is no field', async () => {
    const [one] = await listed('town1', { rule: 'D05' });
    expect((await listed('town1', { resident: one?.residents[0]?.id, rule: 'D05' })).map(({ id }) => id)).toEqual([one?.id]);
    const errors = await listed('town1', { parent: `${MONTH}.${RIVER}`, level: 'error' });
    expect(errors.length).toBeGreaterThan(3);
    for (const filter of [{ params: 'x' }, { residents: 'p000001' }, { unit_gte: '1' }]) expect((await (await town.as('town1')).get(`/api/findings?filter=${JSON.stringify(filter)}`)).status).toBe(400);
    expect((await (await town.as('admin')).get('/api/findings')).status).toBe(403);
  });
});

describe('a batch', () => {
  test('with open errors does not pass, nor one that stands out before that is explained', async () => {
    expect(await whyNot(RIVER)).toEqual(['errors-open']);
    // 石桥村's sample has been looked at; 双井村's is being.
    const looking = { 999901101203: [], 999901101209: ['town-sample-open'] };
    for (const [unit, sample] of Object.entries(looking)) expect(await whyNot(unit)).toEqual(['errors-open', 'outlier-unexplained', ...sample]);
    const explanation = '镇经办回访12条，均与登记一致；本村上月已集中更正，故本月比例偏离。';
    for (const [unit, indicator] of [['999901101203', 'corrected'], ['999901101209', 'unable']] as const) {
      expect(await send('town4', batch(unit), 'explain', { indicator, checkedRecords: 12, explanation })).toBe(200);
      expect(await whyNot(unit)).toEqual(['errors-open', ...looking[unit]]);
    }
  });

  test('shows its shares beside the town’s; a village sees its own among all', async () => {
    const asked = async (person: string, unit: string) => (await (await town.as(person)).get(`${batch(unit)}/shares`)).rows as { indicator: string; all: { of: number }; of: { unit: string; verdict: { colour: string } }[] }[];
    const shares = await asked('town1', '999901101209');
    expect(shares.map(({ indicator, of }) => [indicator, of.filter(({ verdict }) => verdict.colour === 'red').map(({ unit }) => unit)])).toEqual([['corrected', ['999901101203']], ['unable', ['999901101209']], ['visited', []]]);
    expect((await asked('village03', RIVER)).map(({ of, all }) => [of.map(({ unit }) => unit), all.of])).toEqual([[[RIVER], 5666], [[RIVER], 5666], [[RIVER], 5666]]);
    expect((await (await town.as('village03')).get(`${batch('999901101209')}/shares`)).status).toBe(404);
  });

  test('passes when each error is on its way to be mended or was put aside with a reason', { timeout: 120_000 }, async () => {
    const errors = await listed('town1', { parent: `${MONTH}.${RIVER}`, level: 'error' });
    const named = errors.find(({ rule }) => rule === 'D05');
    const item = `/api/record-verification/${named?.residents[0]?.item?.id}`;
    const papers = [{ kind: 'household_book', reference: '已查验原件', seenOn: '2026-11-23' }];
    expect(await send('privacy', item, 'subjectRequest', { requestReference: '2026-7', requestedOn: '2026-11-23', changes: { name: '林晚晴' }, evidence: papers })).toBe(200);
    expect(await send('town2', item, 'approve', { proofSeen: papers })).toBe(200);
    expect(await send('reviewer2', item, 'confirmKey', { proofSeen: papers })).toBe(200);
    for (const { id } of errors.filter((one) => one.id !== named?.id)) {
      expect(await whyNot(RIVER)).toEqual(['errors-open']);
      expect((await suppress('town1', id, '已查验证件，本人到派出所更正中')).status).toBe(200);
    }
    expect(await whyNot(RIVER)).toEqual([]);
    expect(await send('reviewer1', batch(RIVER), 'pass', {})).toBe(200);
    // The change came into the register with the passing, and the finding went with it.
    expect((await rows()).find(({ id }) => id === named?.id)?.state).toBe('gone');
  });
});

describe('putting aside', () => {
  test('needs a reason and the right post, happens once, is written down, outlives a run, and can be taken back', async () => {
    const [one] = await listed('town1', { rule: 'D10' });
    const id = one?.id ?? '';
    expect((await suppress('town1', id, '已核实 ')).body).toEqual({ errors: { reason: '请写明理由，至少 5 个字' } });
    expect((await suppress('village05', id, '已查验身份证原件')).status).toBe(one?.units.includes('999901101005') ? 403 : 404);
    expect((await suppress('head1', id, '已查验身份证原件')).status).toBe(403);
    expect((await suppress('town1', id, '已查验身份证原件')).body).toMatchObject({ state: 'suppressed', suppressedBy: 'town1', reason: '已查验身份证原件' });
    expect((await suppress('town2', id, '已查验身份证原件')).status).toBe(409);
    await checkAll(town.office);
    expect((await rows()).find((row) => row.id === id)?.state).toBe('suppressed');
    const reviewer = await town.as('reviewer3');
    expect((await reviewer.post(`/api/findings/${id}/reopen`, { reason: '证件与登记仍不一致' })).body).toMatchObject({ state: 'open', reason: null });
    expect((await reviewer.get(`/api/findings/${id}`)).body['said']).toMatchObject([{ act: 'reopen', by: 'reviewer3' }, { act: 'suppress', by: 'town1', post: 'town_clerk' }]);
    await expect(town.office.pool.query('delete from finding_acts')).rejects.toThrow('append-only');
  });
});
