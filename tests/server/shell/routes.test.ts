/** The routes around the cases: workflows with their examples, the clock, units and people, and the description of all. */
import { sql } from 'kysely';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { apiTable } from '../../../server/routes/api-table.ts';
import { openApiOf, openApiRoutes } from '../../../server/routes/openapi.ts';
import { officeRoutes } from '../../../server/routes/routes.ts';
import { setClock } from '../../../server/store/due.ts';
import { workflows } from '../../../workflows/index.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { DISTRICT, HERE, openSmall, silent, THERE, TOWN } from './support.ts';
import type { Small } from './support.ts';

const NOW = '2026-11-23T01:00:00.000Z';
const stepped: string[] = [];
let small: Small;

/** Reads cases only after it has seen others, and is about residents. */
const curious: Workflow = {
  name: 'curious', version: 3, title: { zh: '好奇', en: 'Curious' }, about: { zh: '问', en: 'Asks' }, unit: 'village', subject: { register: 'residents', of: (data) => String(data['person']) },
  facts: {}, open: { who: ['village_clerk'], ways: [{ to: 'here' }] }, states: { here: { on: { go: { who: ['town_clerk'], ways: [{ to: 'there' }] } } }, there: { on: {}, tags: ['end'] } },
  rules: {}, branches: {}, checks: {}, effects: {}, forms: { open: z.strictObject({ person: z.string() }), go: z.strictObject({ other: z.string() }) },
  list: { title: 'person', fields: [] }, messages: { states: {}, events: {}, rules: {} },
  examples: ({ free, cases, unit }) => {
    const [first] = cases('curious', ['here']);
    const second = cases('curious', [first?.state === 'here' ? 'there' : 'nowhere'])[0];
    return { open: { person: free.residents[0]?.id, unit, name: free.residents[0]?.values['name'] }, go: { other: second?.id ?? 'none', first: first?.id } };
  },
};

beforeAll(async () => {
  small = await openSmall({ clock: 'manual', workflows: [curious], stepClock: async ({ db, district }, to) => { stepped.push(to); await setClock(db, district, to); } });
  await setClock(small.office.db, DISTRICT, NOW);
  const { db } = small.office;
  for (const [id, state, unit, subject] of [['c-1', 'here', HERE, 'p000000'], ['c-2', 'there', HERE, null], ['c-3', 'here', THERE, 'p000001']])
    await sql`insert into cases (district, id, workflow, workflow_version, subject, unit, state, live, data, memory, version, opened_by, opened_at, entered_at, changed_at, head_hash)
      values (${DISTRICT}, ${id}, 'curious', 3, ${subject}, ${unit}, ${state}, ${state === 'here'}, '{}', '{}', 1, 'x', now(), now(), now(), '')`.execute(db);
});
afterAll(() => small.close());

describe('a workflow told', () => {
  type Told = { unit: string; examples: { open: { person: string; name?: string }; go: { other: string; first?: string } } };
  const tell = async (person: string, query = ''): Promise<Told> => (await (await small.as(person))({ url: `/api/workflows/curious${query}` })).json();

  test('has its states, arrows and forms', async () => {
    const ask = await small.as('village01');
    expect((await ask({ url: '/api/workflows/curious' })).json()).toMatchObject({
      name: 'curious', version: 3, states: ['here', 'there'], arrows: [{ from: null, event: 'open', to: 'here', who: ['village_clerk'] }, { from: 'here', event: 'go', to: 'there', who: ['town_clerk'] }],
      forms: { open: { type: 'object', additionalProperties: false, required: ['person'] } },
    });
    expect((await ask({ url: '/api/workflows' })).json()).toHaveLength(1);
    expect((await ask({ url: '/api/workflows/none' })).statusCode).toBe(404);
  });

  test('gives a village clerk examples of people of the village that are free, and of its cases', async () => {
    for (let n = 0; n < 8; n++) {
      const { unit, examples } = await tell('village01');
      expect(unit).toBe(HERE);
      expect(['p000002', 'p000004', 'p000006']).toContain(examples.open.person);
      expect(examples.open.name).toBe('安居甲');
      expect(examples.go).toEqual({ other: 'c-2', first: 'c-1' });
    }
  });

  test('gives the town examples of a village with free people, or of the one it names', async () => {
    for (let n = 0; n < 5; n++) {
      const { unit, examples } = await tell('town1', `?unit=${THERE}`);
      expect(unit).toBe(THERE);
      expect(['p000003', 'p000005', 'p000007']).toContain(examples.open.person);
    }
    expect((await (await small.as('village01'))({ url: `/api/workflows/curious?unit=${THERE}` })).statusCode).toBe(404);
  });

  test('gives those who see nobody made-up ones, and writes down whom it showed', async () => {
    expect((await tell('admin')).examples.open.person).toBe('nobody');
    expect((await tell('auditor')).examples.open).not.toHaveProperty('name');
    await tell('village01');
    const { rows } = await sql<{ person: string; resource: string }>`select person, resource from reads order by id desc limit 2`.execute(small.office.db);
    expect(rows).toContainEqual({ person: 'village01', resource: 'residents/examples' });
  });
});

describe('the clock', () => {
  const turn = async (person: string, now: unknown) => (await small.as(person))({ method: 'POST', url: '/api/clock', payload: { now } });

  test('is stepped forward by the administrator alone, and everybody reads the new time', async () => {
    expect((await turn('town1', '2026-11-24T01:00:00Z')).statusCode).toBe(403);
    expect((await turn('admin', '2026-11-24T09:00:00+08:00')).json()).toEqual({ now: '2026-11-24T01:00:00.000Z' });
    expect(stepped).toEqual(['2026-11-24T01:00:00.000Z']);
    expect((await (await small.as('town1'))({ url: '/api/clock' })).json()).toEqual({ clock: 'manual', now: '2026-11-24T01:00:00.000Z' });
    expect((await small.app.inject({ url: '/api/settings/public' })).json()).toMatchObject({ clock: 'manual', now: '2026-11-24T01:00:00.000Z' });
  });

  test('never goes backwards, nor a lifetime at once, nor to what is no time', async () => {
    expect((await turn('admin', '2026-11-22T01:00:00Z')).json()).toHaveProperty('errors.now');
    expect((await turn('admin', '2036-11-22T01:00:00Z')).statusCode).toBe(422);
    for (const wrong of ['tomorrow', 5, null, '2026-13-01T00:00:00Z']) expect((await turn('admin', wrong)).statusCode).toBe(400);
    expect(stepped).toHaveLength(1);
  });
});

describe('units and people', () => {
  test('are those of my scope', async () => {
    const clerk = await small.as('village01');
    expect((await clerk({ url: '/api/units' })).json()).toEqual([{ id: HERE, kind: 'village', parent: TOWN, name: { zh: '柳岸社区', en: 'Liu’an Community' } }]);
    expect((await (await small.as('town1'))({ url: '/api/units' })).json()).toHaveLength(19);
    const met = await clerk({ url: `/api/people?filter=${encodeURIComponent('{"id":["town1","village02","village01","nobody"]}')}` });
    expect(met.json()).toEqual([{ id: 'town1', name: '陈以安', posts: [{ post: 'town_clerk', unit: TOWN }] }, { id: 'village01', name: '林知远', posts: [{ post: 'village_clerk', unit: HERE }] }]);
    expect(met.headers['content-range']).toBe('people 0-1/2');
  });
});

describe('the description of the API', () => {
  test('has every route there is, and no other', async () => {
    const there: string[] = [];
    const app = await buildApp(small.office, { log: silent() }, (on) => {
      on.addHook('onRoute', ({ method, url }) => void there.push(...[method].flat().map((verb) => `${verb} ${url}`)));
      officeRoutes(on, small.office, 'demo');
    });
    await app.close();
    const api = there.filter((route) => /^(GET|POST|PUT|DELETE) \/api/.test(route) && !/^(PUT|DELETE) \/api\/(:workflow|residents|households)/.test(route));
    const listed = apiTable.map(({ method, url }) => `${method} ${url}`).filter((route) => route !== 'POST /api/setup');
    expect(api.sort()).toEqual(listed.sort());
  });

  test('refuses to start with a route that nobody described', async () => {
    await expect(buildApp(small.office, { log: silent() }, (on) => {
      openApiRoutes(on, []);
      on.post('/api/back-door', () => 'in');
    })).rejects.toThrow('POST /api/back-door is not in the table of the API');
  });

  test('has the routes and forms of every workflow', () => {
    const { paths } = openApiOf(workflows) as { paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: { oneOf?: unknown[] } } } } }>> };
    for (const { name, forms } of workflows) {
      expect(Object.keys(paths[`/api/${name}`] ?? {})).toEqual(['get', 'post']);
      expect(paths[`/api/${name}/{id}/events`]?.['post']?.requestBody?.content['application/json'].schema.oneOf).toHaveLength(Object.keys(forms).filter((event) => event !== 'open').length);
    }
    expect(JSON.stringify(paths)).not.toContain(':workflow');
  });

  test('tells programs what is open to all', () => {
    expect(apiTable.filter(({ open }) => open).map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'DELETE /api/session', 'GET /api/health', 'GET /api/openapi.json', 'GET /api/ready', 'GET /api/settings/public', 'POST /api/session', 'POST /api/setup',
    ]);
  });
});

describe('counts for the operators', () => {
  test('name routes and statuses, and no case or person', async () => {
    await (await small.as('village01'))({ url: '/api/residents/p000002' });
    const { body, headers } = await small.app.inject({ url: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('route="/api/residents/:id",status="200"');
    for (const personal of ['p000002', 'village01', '安居']) expect(body).not.toContain(personal);
  });
});

test('with the database gone, reading answers 503 and living stays alive', async () => {
  const other = await openSmall();
  onTestFinished(() => other.close());
  const ask = await other.as('village01');
  // Every connection is lost, and no new one is to be had.
  Object.assign(other.office.pool.options, { connectionString: 'postgres://127.0.0.1:1/gone' });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(other.office.db);
  await sql`select pg_terminate_backend(pg_backend_pid())`.execute(other.office.db).catch(() => undefined);
  const gone = await ask({ url: '/api/residents' });
  expect([gone.statusCode, (await other.app.inject({ url: '/api/health' })).statusCode, (await other.app.inject({ url: '/api/ready' })).statusCode]).toEqual([503, 200, 503]);
  expect(gone.headers['retry-after']).toBe('2');
});
