/** One event for many cases: exact verdicts, within one's scope, never twice, as many as there are. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBulk } from '../../../server/use-cases/run-bulk.ts';
import { openOffice } from '../support.ts';
import type { Person, TestOffice } from '../support.ts';
import { openSlips, slip } from './slip.ts';
import type { Opened } from './slip.ts';

const HERE = '999901101001';
const THERE = '999901101002';
const MANY = 6092;

let test: TestOffice;
let town: Person;
let clerk: Person;

beforeAll(async () => {
  test = await openOffice([slip]);
  [town, clerk] = [await test.as('town1'), await test.as('village01')];
});
afterAll(() => test.close());

type Result = { id: string; result: string; why: string[]; errors?: Record<string, string> };
const start = (by: Person, body: object) => by.post('/api/test-slip/events', { type: 'stamp', data: { note: '已核对' }, ...body });
const resultsOf = async (by: Person, id: string, query = ''): Promise<Result[]> => (await by.get(`/api/jobs/${id}${query}`)).body['results'] as Result[];
const run = (id: string, enough?: () => boolean) => runBulk(test.office, id, enough);
const slips = (prefix: string, count: number, of: Partial<Opened> = {}): Opened[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}-${String(i).padStart(4, '0')}`, by: 'reviewer1', unit: HERE, kind: 'plain', ...of }));
const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
const told = (results: readonly Result[]): Map<string, string> => new Map(results.map(({ id, result, why }) => [id, [result, ...why].join(' ')]));

/** Every table of the office but those of bulk jobs, row by row. */
const digest = async (): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'bulk%' and table_name not in ('sessions') order by 1`.execute(test.office.db);
  const parts: string[] = [];
  for (const { name } of rows) {
    const { rows: [row] } = await sql<{ sum: string }>`select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${sql.id(name)} t`.execute(test.office.db);
    parts.push(`${name} ${row?.sum}`);
  }
  return parts.join('\n');
};

describe('a bulk over thousands of cases', () => {
  const plain = slips('p', MANY - 200);
  const mine = slips('mine', 80, { by: 'town1' });
  const locked = slips('locked', 60, { kind: 'locked' });
  const over = slips('over', 30);
  const nowhere = slips('nowhere', 30);
  const all = [...plain, ...mine, ...locked, ...over, ...nowhere];
  const verdicts = new Map([
    ...ids(plain).map((id) => [id, 'done'] as const), ...ids(mine).map((id) => [id, 'refused same-person'] as const), ...ids(locked).map((id) => [id, 'refused locked'] as const),
    ...ids(over).map((id) => [id, 'refused not-offered'] as const), ...ids(nowhere).map((id) => [id, 'refused absent'] as const),
  ]);

  beforeAll(async () => {
    await openSlips(test.office, [...plain, ...mine, ...locked, ...over]);
    await start(town, { id: 'before', ids: ids(over) });
    await run('before');
  });

  it('is tried out first: the same verdicts, and nothing of it is kept', async () => {
    const before = await digest();
    expect((await start(town, { id: 'dry', ids: ids(all), dryRun: true })).body).toMatchObject({ id: 'dry', state: 'waiting', dryRun: true, total: MANY, done: 0, results: [] });
    expect(await run('dry')).toBe(true);
    expect(told(await resultsOf(town, 'dry'))).toEqual(verdicts);
    expect(await digest()).toBe(before);
  });

  it('gives each case its verdict, and one row in its log where it was done', async () => {
    expect((await start(town, { id: 'wet', ids: [...ids(all), ...ids(plain)] })).body['total']).toBe(MANY);
    const began = performance.now();
    expect(await run('wet')).toBe(true);
    process.stdout.write(`bulk of ${MANY}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    expect((await town.get('/api/jobs/wet?range=[0,-1]')).body).toMatchObject({ state: 'finished', total: MANY, done: MANY, refused: 200, results: [] });
    expect(told(await resultsOf(town, 'wet'))).toEqual(verdicts);
    const { rows } = await sql<{ id: string }>`select case_id as id from log where type = 'stamp' and event_id = 'bulk.wet'`.execute(test.office.db);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids(plain).sort());
    expect((await sql`select from cases where state = 'stamped' and version <> 2`.execute(test.office.db)).rows).toHaveLength(0);
    expect(await run('wet'), 'once more does nothing').toBe(true);
    expect((await sql`select from log where type = 'stamp'`.execute(test.office.db)).rows).toHaveLength(plain.length + over.length);
  });

  it('shows its results by pages and by kind', async () => {
    const refused = await town.get('/api/jobs/wet?result=refused&range=[190,219]');
    expect(refused.headers['content-range']).toBe('results 190-199/200');
    expect(refused.body['results']).toHaveLength(10);
    for (const query of ['?range=[5,1]', '?range=[0,1000000]', '?result=maybe', '?more=1', '?range=x']) expect((await town.get(`/api/jobs/wet${query}`)).status, query).toBe(400);
  });
});

describe('a bulk job', () => {
  it('is the same again for the same id and body, and nobody else’s', async () => {
    await openSlips(test.office, slips('again', 3));
    const first = await start(town, { id: 'again', ids: ['again-0000'] });
    const again = await start(town, { id: 'again', ids: ['again-0000'] });
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([202, 202, 'true']);
    expect(again.body).toEqual(first.body);
    expect(await start(town, { id: 'again', ids: ['again-0001'] })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });
    expect(await start(await test.as('town2'), { id: 'again', ids: ['again-0000'] })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });
    await Promise.all([run('again'), run('again'), run('again')]);
    expect((await town.get('/api/jobs/again')).body).toMatchObject({ state: 'finished', done: 1, results: [{ id: 'again-0000', result: 'done', why: [] }] });
    expect((await (await test.as('town2')).get('/api/jobs/again')).body).toEqual((await town.get('/api/jobs/no-such-job')).body);
    expect((await (await test.as('town2')).get('/api/jobs')).rows).toEqual([]);
    expect((await town.get('/api/jobs')).rows.map(({ id }) => id)).toContain('again');
  });

  it('reaches no case outside one’s units', async () => {
    await openSlips(test.office, [...slips('here', 3), ...slips('there', 3, { unit: THERE })]);
    const before = await digest();
    await start(clerk, { id: 'scope', ids: ['there-0000', 'there-0001', 'nowhere'] });
    await run('scope');
    expect(told(await resultsOf(clerk, 'scope'))).toEqual(new Map([['there-0000', 'refused absent'], ['there-0001', 'refused absent'], ['nowhere', 'refused absent']]));
    expect(await digest()).toBe(before);
    await start(clerk, { id: 'found', filter: { id: ['here-0000', 'here-0001', 'there-0000'] } });
    await run('found');
    expect(told(await resultsOf(clerk, 'found'))).toEqual(new Map([['here-0000', 'done'], ['here-0001', 'done']]));
  });

  it('takes what a list takes, and the cases that it found then', async () => {
    await openSlips(test.office, slips('kind', 4, { kind: 'blue' }));
    expect((await start(town, { id: 'frozen', filter: { kind: 'blue', state: 'open', q: 'bl' } })).body['total']).toBe(4);
    await openSlips(test.office, slips('later', 2, { kind: 'blue' }));
    await run('frozen');
    expect(await resultsOf(town, 'frozen')).toHaveLength(4);
    expect((await start(town, { id: 'none', filter: { kind: 'green' } })).body).toMatchObject({ state: 'finished', total: 0 });
    const wrong: [object, number][] = [
      [{ id: 'x', filter: { nothing: 1 } }, 400], [{ id: 'x' }, 400], [{ id: 'x', ids: [], filter: {} }, 400], [{ id: 'x', ids: ['a'], extra: 1 }, 400], [{ id: 'a/b', ids: ['a'] }, 400], [{ ids: ['a'] }, 400],
    ];
    for (const [body, status] of wrong) expect((await start(town, body)).status, JSON.stringify(body)).toBe(status);
    expect((await town.post('/api/no-such/events', { id: 'x', type: 'stamp', data: {}, ids: ['a'] })).status).toBe(404);
    expect((await town.get('/api/jobs/x')).status).toBe(404);
  });

  it('tells what the form lacks, and refuses what must be looked at one by one', async () => {
    await openSlips(test.office, slips('form', 2));
    await start(town, { id: 'short', ids: ['form-0000'], data: { note: 'x' } });
    await start(town, { id: 'looked', type: 'look', ids: ['form-0000'], data: {} });
    await run('short');
    await run('looked');
    expect(await resultsOf(town, 'short')).toEqual([{ id: 'form-0000', result: 'refused', why: ['invalid'], errors: { note: '附注须说明理由' } }]);
    expect(told(await resultsOf(town, 'looked'))).toEqual(new Map([['form-0000', 'refused one-by-one']]));
    expect((await town.post('/api/test-slip/form-0000/events', { id: 'l', type: 'look', version: 1, data: {} })).status).toBe(200);
  });

  it('goes by the posts of the moment', async () => {
    await openSlips(test.office, slips('rights', 250));
    await start(await test.as('town3'), { id: 'rights', filter: { id_gte: 'rights-', id_lte: 'rights-z' } });
    let turns = 0;
    expect(await run('rights', () => turns++ > 0)).toBe(false);
    expect((await (await test.as('town3')).get('/api/jobs/rights?range=[0,-1]')).body).toMatchObject({ state: 'running', done: 100, refused: 0 });
    await test.office.db.updateTable('posts_held').set({ until: new Date() }).where('person', '=', 'town3').execute();
    expect(await run('rights')).toBe(true);
    expect((await (await test.as('town3')).get('/api/jobs/rights?range=[0,-1]')).body).toMatchObject({ state: 'finished', done: 250, refused: 150 });
  });

  it('keeps a telephone number sealed, and no form once it has ended', async () => {
    await openSlips(test.office, slips('sealed', 1));
    await start(town, { id: 'sealed', ids: ['sealed-0000'], data: { note: '已核对', phone: '10012345678' } });
    const kept = async () => JSON.stringify(await test.office.db.selectFrom('bulk_jobs').select('data').where('id', '=', 'sealed').execute());
    expect(await kept()).toMatch(/\$sealed/);
    expect(await kept()).not.toContain('10012345678');
    await run('sealed');
    expect(await kept()).toBe('[{"data":{}}]');
    expect((await town.get('/api/test-slip/sealed-0000')).body['data']).toMatchObject({ phone: { masked: '100****5678' } });
  });

  it('is not held up by one case that fails', async () => {
    await openSlips(test.office, [...slips('whole', 3), ...slips('broken', 1, { kind: 'broken' })]);
    await start(town, { id: 'broken', type: 'break', data: {}, ids: ['whole-0000', 'broken-0000', 'whole-0001', 'whole-0002'] });
    expect(await run('broken')).toBe(true);
    expect(told(await resultsOf(town, 'broken'))).toEqual(new Map([['broken-0000', 'refused failed'], ['whole-0000', 'done'], ['whole-0001', 'done'], ['whole-0002', 'done']]));
  });
});
