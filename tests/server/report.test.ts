/** The report of a month on a real database: each figure is the list it opens, live and frozen; who tampers with a frozen list is found. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperOf } from '../../server/use-cases/report-paper.ts';
import { verifyChains } from '../../server/use-cases/verify-chains.ts';
import type { Cell, Opens, ReportView } from '../../workflows/kit/report-view.ts';
import { workflows } from '../../workflows/index.ts';
import { NOW, openOffice } from './support.ts';
import type { Person, TestOffice } from './support.ts';

const CYCLE = 'november';
const TOWN = '999901101';
const VILLAGE = '999901101001';
const BATCH = `${CYCLE}.${VILLAGE}`;
const TODAY = NOW.slice(0, 10);

let it: TestOffice;
let [town, head, village, reviewer, looker]: Person[] = [];
let n = 0;

const send = async (by: Person | undefined, workflow: string, id: string, type: string, data: unknown): Promise<void> => {
  const before = await by?.get(`/api/${workflow}/${id}`);
  const sent = await by?.post(`/api/${workflow}/${id}/events`, { id: `e${(n += 1)}`, type, data, version: before?.body['version'] });
  if (sent?.status !== 200) throw new Error(`${type} to ${id}: ${sent?.status} ${JSON.stringify(sent?.body)}`);
};
const idsOf = async (by: Person | undefined, workflow: string, filter: object): Promise<string[]> =>
  (await by?.get(`/api/${workflow}?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,999]`))?.rows.map(({ id }) => String(id)) ?? [];
const reportOf = async (round = ''): Promise<ReportView> => (await town?.get(`/api/verification-cycle/${CYCLE}/report${round}`))?.body as unknown as ReportView;

/** The first head is away; whoever it is signs the month for them, as the second agreed. */
const standIn = async (substitute: string): Promise<void> => {
  const opened = await head?.post('/api/absence', { id: 'away', unit: TOWN, data: { absent: 'head1', post: 'town_head', substitute, from: TODAY, until: TODAY, workflows: ['verification-cycle'] } });
  expect(opened?.status, JSON.stringify(opened?.body)).toBe(201);
  await send(await it.as('head2'), 'absence', 'away', 'confirm', { opinion: '同意。' });
};

const cellsOf = ({ parts }: ReportView): Cell[] => parts.flatMap((part) => {
  switch (part.kind) {
    case 'text': return part.says.flatMap(({ zh, en }) => [...zh, ...en].filter((piece) => typeof piece !== 'string'));
    case 'table': return part.rows.flatMap(({ cells }) => cells);
    case 'bars': return part.bars.flatMap(({ values }) => values);
    case 'monitoring': return part.flags.flatMap(({ records, rate, all }) => [records, rate, all]);
    case 'written': return [];
  }
});
/** How many cases a figure opens, as the panel would ask for them. */
const totals = new Map<string, number>();
const opened = async (opens: Opens & { filter: object }): Promise<number> => {
  const url = `/api/${opens.workflow}?filter=${encodeURIComponent(JSON.stringify(opens.filter))}&range=[0,0]`;
  const known = totals.get(url) ?? Number(String((await town?.get(url))?.headers['content-range']).split('/')[1]);
  totals.set(url, known);
  return known;
};
const opensWhatItCounts = async (view: ReportView): Promise<number> => {
  let looked = 0;
  totals.clear();
  for (const cell of cellsOf(view)) {
    if (!cell.opens || !('filter' in cell.opens)) continue;
    const rows = await opened(cell.opens);
    looked += 1;
    if (cell.hidden === 'few') expect(rows > 0 && rows < 5, JSON.stringify(cell)).toBe(true);
    else if (cell.hidden === undefined) expect(rows, JSON.stringify(cell)).toBe(cell.value);
  }
  return looked;
};

const confirmRest = async (): Promise<void> => {
  const data = { groups: { identity: true, marriage: true, residence: true, contact: true }, method: 'papers', verifiedOn: TODAY };
  for (const id of await idsOf(village, 'record-verification', { parent: BATCH, state: ['pending'] })) await send(village, 'record-verification', id, 'confirmSame', data);
};
const handIn = async (): Promise<void> => {
  await send(village, 'verification-batch', BATCH, 'submit', { note: '已自查，外出人员均已电话联系。' });
  await send(town, 'verification-batch', BATCH, 'takeUp', {});
  const batch = await town?.get(`/api/verification-batch/${BATCH}`);
  const { townSample } = (batch?.body['data'] ?? { townSample: { drawn: [] } }) as { townSample: { drawn: string[] } };
  for (const id of townSample.drawn) await send(looker, 'record-verification', id, 'townCheck', { found: 'right', how: 'phone', checkedOn: TODAY });
  await send(reviewer, 'verification-batch', BATCH, 'pass', {});
  await send(town, 'verification-cycle', CYCLE, 'report', { meetingOn: TODAY, findings: '各村居均已完成核实，抽查合格。' });
};

beforeAll(async () => {
  it = await openOffice(workflows);
  [town, head, village, reviewer, looker] = [await it.as('town1'), await it.as('head1'), await it.as('village01'), await it.as('reviewer1'), await it.as('town3')];
  await town.post('/api/verification-cycle', { id: CYCLE, unit: TOWN, data: { month: '2026-11', kind: 'full' } });
  await send(village, 'verification-batch', BATCH, 'start', {});
  const [first = '', second = ''] = await idsOf(village, 'record-verification', { parent: BATCH });
  for (const id of [first, second]) await send(village, 'record-verification', id, 'markUnable', { unableReason: 'moved' });
  for (const id of await idsOf(town, 'verification-batch', { parent: CYCLE })) if (id !== BATCH) await send(head, 'verification-batch', id, 'waive', { ground: '汛期免于本期审核。' });
}, 120_000);
afterAll(() => it.close());

describe('the report of a month', () => {
  test('counts what its lists show while the month runs, and says so', async () => {
    const view = await reportOf();
    expect(view).toMatchObject({ provisional: true, round: 1, rounds: [], hides: expect.arrayContaining(['few']) as unknown });
    expect(await opensWhatItCounts(view)).toBeGreaterThan(100);
    expect(JSON.stringify(view)).not.toMatch(/"value":[1-4],[^}]*"record-verification"/);
  });

  test('is for those who read the case, and is read on record', async () => {
    for (const other of ['village01', 'finance1', 'admin']) expect((await (await it.as(other)).get(`/api/verification-cycle/${CYCLE}/report`)).status, other).toBe(404);
    expect((await town?.get(`/api/verification-cycle/nobody/report`))?.status).toBe(404);
    expect((await town?.get(`/api/verification-batch/${BATCH}/report`))?.status).toBe(404);
    for (const query of ['round=0', 'round=x', 'lang=fr', 'what=1']) expect((await town?.get(`/api/verification-cycle/${CYCLE}/report?${query}`))?.status, query).toBe(400);
    expect((await town?.get(`/api/verification-cycle/${CYCLE}/report?round=1`))?.status, 'nothing is signed yet').toBe(404);
    const { rows } = await it.office.pool.query<{ person: string }>(`select person from reads where resource = 'verification-cycle/report'`);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set(['town1']));
  });

  test('is frozen with the signature: figures, questions, time and digest, and the list behind each of them', async () => {
    await confirmRest();
    await handIn();
    const before = await reportOf();
    await send(head, 'verification-cycle', CYCLE, 'close', { opinion: '同意，按期归档。' });
    const view = await reportOf();
    expect(view).toMatchObject({ provisional: false, round: 1, digest: before.digest, cases: before.cases });
    const shown = (one: ReportView) => cellsOf(one).map(({ shown: { zh } }) => zh);
    expect(shown(view)).toEqual(shown(before));
    expect(view.signatures.map(({ name, post }) => [typeof name, post])).toEqual([['string', 'town_clerk'], ['string', 'town_head']]);
    expect(view.parts.find((part) => part.kind === 'written')).toMatchObject({ words: '各村居均已完成核实，抽查合格。' });
    expect(await opensWhatItCounts(view), 'though closing has carried hundreds over to the next month').toBeGreaterThan(100);
    expect((await verifyChains(it.office)).faults).toEqual([]);
  });

  test('of an earlier signing stays as it was when the month is reopened, corrected and signed again', async () => {
    const first = await reportOf();
    await send(head, 'verification-cycle', CYCLE, 'reopen', { ground: '上级抽查发现差错，补核。' });
    await send(head, 'verification-batch', BATCH, 'reopen', { ground: '上级抽查发现差错，补核。', cutoff: '2026-12-10' });
    const [record = ''] = await idsOf(village, 'record-verification', { parent: BATCH, state: ['consistent'] });
    await send(village, 'record-verification', record, 'undo', { ground: '重新核实' });
    await send(village, 'record-verification', record, 'markUnable', { unableReason: 'refused' });
    expect(await reportOf()).toMatchObject({ provisional: true, round: 2, rounds: [{ round: 1 }], signatures: [{ name: null }, { name: null }] });
    expect(await reportOf('?round=1')).toEqual(first);
    await handIn();
    await standIn('reviewer2');
    await send(await it.as('reviewer2'), 'verification-cycle', CYCLE, 'close', { opinion: '同意。' });
    const [second, again] = [await reportOf(), await reportOf('?round=1')];
    expect(again).toEqual({ ...first, rounds: second.rounds });
    expect(second.digest).not.toBe(first.digest);
    for (const view of [second, again]) expect(await opensWhatItCounts(view)).toBeGreaterThan(100);
    expect((await verifyChains(it.office)).faults).toEqual([]);
  });

  test('signed by a substitute names both, on the page, in the log, on paper and in an export', async () => {
    const nameOf = (id: string): string => it.town.staff.find((one) => one.id === id)?.name ?? id;
    const [absent, substitute] = [nameOf('head1'), nameOf('reviewer2')];
    const view = await reportOf();
    expect(view.signatures.at(-1)).toMatchObject({ name: substitute, behalf: absent, post: 'town_head' });
    const log = (await town?.get(`/api/verification-cycle/${CYCLE}/log`))?.rows ?? [];
    expect(log.filter(({ type }) => type === 'close').map(({ name, behalf }) => [name, behalf])).toEqual([[absent, null], [substitute, absent]]);
    for (const [lang, both] of [['zh', `${substitute}（代${absent}）`], ['en', `${substitute} for ${absent}`]] as const) {
      expect(paperOf(view, lang).blocks.flatMap((block) => (block.kind === 'signatures' ? block.lines : [])).join()).toContain(both);
    }
    const file = await town?.take('/api/verification-cycle/export', { format: 'csv', reason: '上报区里汇总' });
    expect(file?.body.split('\r\n').slice(0, 2).map((line) => line.split(',').at(-1))).toEqual(['最近签批人', `${substitute}（代${absent}）`]);
  });

  test('refuses a list that no figure has', async () => {
    for (const counted of ['nonsense', 3, ['november/1/listed'], `${CYCLE}/1/`]) expect((await town?.get(`/api/record-verification?filter=${encodeURIComponent(JSON.stringify({ counted }))}`))?.status).toBe(400);
    expect((await town?.get(`/api/record-verification?sort=["counted","ASC"]`))?.status).toBe(400);
    expect(await idsOf(town, 'record-verification', { counted: `${CYCLE}/9/listed` })).toEqual([]);
    const beyond = await idsOf(await it.as('village02'), 'record-verification', { counted: `${CYCLE}/1/listed` });
    expect(beyond.length > 0 && beyond.every((id) => id.startsWith(`${CYCLE}.999901101002`)), 'a scope is a scope').toBe(true);
  });
});

describe('a frozen list', () => {
  /** As the owner of the database would, with every guard off; taken back afterwards. */
  const tampered = async (statement: string): Promise<string[]> => {
    const client = await it.office.pool.connect();
    try {
      await client.query('create table if not exists kept_frozen as select * from frozen; create table if not exists kept_log as select * from log');
      await client.query(`alter table frozen disable trigger all; alter table log disable trigger all; ${statement}`);
      return (await verifyChains(it.office)).faults.map(({ what, caseId }) => `${what} ${caseId === CYCLE ? 'the month' : 'a record'}`);
    } finally {
      await client.query('truncate frozen, log; insert into frozen select * from kept_frozen; insert into log select * from kept_log; alter table frozen enable trigger all; alter table log enable trigger all');
      client.release();
    }
  };
  const one = `item = (select min(item) from frozen where round = 1 and 'unable' = any(figures))`;

  test.each([
    ['a record taken off it', `delete from frozen where round = 1 and ${one}`, 'list-changed the month'],
    ['a record counted elsewhere', `update frozen set figures = '{listed,verified,consistent}' where round = 1 and ${one}`, 'list-changed the month'],
    ['another version of a record', `update frozen set version = version + 1 where round = 1 and ${one}`, 'list-changed a record'],
    ['the whole of it made anew to fit', `delete from frozen where round = 1; insert into frozen select district, case_id, 1, item, version, head, figures from frozen where round = 2`, 'list-changed the month'],
    ['an answer changed behind it', `update log set form = '{"unableReason":"deceased"}' where case_id = (select min(item) from frozen where round = 1 and 'unable' = any(figures)) and type = 'markUnable'`, 'words-changed a record'],
  ])('with %s turns red', async (_, statement, fault) => {
    expect(await tampered(statement)).toContain(fault);
  });

  test('cannot be changed by whoever comes through the server', async () => {
    for (const statement of ['update frozen set version = 9', 'delete from frozen', 'truncate frozen']) await expect(it.office.pool.query(statement)).rejects.toThrow(/append-only/);
  });
});

describe('the papers', () => {
  const take = async (format: string, lang: string) => {
    const session = await it.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'town1', password: 'demo-2026' } });
    const [cookie] = session.cookies;
    return it.app.inject({ url: `/api/verification-cycle/${CYCLE}/report.${format}?lang=${lang}`, headers: { cookie: `${cookie?.name}=${cookie?.value}` } });
  };

  test.each([['pdf', 'zh', '%PDF'], ['docx', 'en', 'PK']])('comes as %s', async (format, lang, begins) => {
    const { statusCode, headers, rawPayload } = await take(format, lang);
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="verification-cycle-${CYCLE}-2.${format}"`);
    expect(rawPayload.subarray(0, begins.length).toString('latin1')).toBe(begins);
    expect(rawPayload.length).toBeGreaterThan(20_000);
  }, 90_000);

  test('is stopped before a name is printed with a hole in it', async () => {
    await it.office.db.updateTable('unit_versions').set({ name_zh: '𠮷祥村' }).where('unit', '=', '999901101002').execute();
    const { statusCode, body } = await take('pdf', 'zh');
    expect([statusCode, JSON.parse(body)]).toEqual([422, { reason: 'not-printable', characters: ['𠮷'] }]);
  }, 90_000);
});
