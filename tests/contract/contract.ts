/** The HTTP contract as behaviour: the same suite for every door. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { rangeText, remedies } from '../../workflows/kit/asked.ts';
import type { ArrowInfo } from '../../workflows/kit/describe.ts';
import type { Answer, CaseOut, Client, Definition, Door } from '../doors/http.ts';

const first = (given: unknown): unknown => (Array.isArray(given) ? given[0] : given);
const uuid = () => randomUUID();

/** Who opens cases of a workflow at the demo town's first village, or at the town. */
const openerOf = (definition: Definition): { user: string; other: string; unit: string } | null => {
  const opening = definition.arrows.find(({ from }) => from === null);
  if (opening?.who.includes('village_clerk')) return { user: 'village01', other: 'village02', unit: '999901101001' };
  if (opening?.who.includes('town_clerk')) return { user: 'town1', other: 'village02', unit: '999901101' };
  if (opening?.who.includes('finance')) return { user: 'finance1', other: 'village02', unit: '999901101' };
  return null;
};

type Opened = { client: Client; definition: Definition; one: CaseOut; unit: string; other: string };

export const contractHolds = (name: string, getDoor: () => Promise<Door>): void => {
  describe(`the contract, at the ${name}`, () => {
    let door: Door;
    const opened = new Map<string, Opened>();

    beforeAll(async () => {
      door = await getDoor();
      const asker = await door.as('village01');
      const { body } = await asker.get<{ name: string }[]>('/api/workflows');
      for (const { name: workflow } of body) {
        const known = (await asker.get<Definition>(`/api/workflows/${workflow}`)).body;
        const who = openerOf(known);
        if (!who) continue;
        const client = await door.as(who.user);
        const definition = (await client.get<Definition>(`/api/workflows/${workflow}`)).body;
        const answer = await client.send<CaseOut>('POST', `/api/${workflow}`, { id: uuid(), unit: who.unit, data: first(definition.examples.open) });
        if (answer.status === 201) opened.set(workflow, { client, definition, one: answer.body, unit: who.unit, other: who.other });
      }
    });

    const some = () => {
      const dutyOf = ({ definition, one }: Opened): ArrowInfo | undefined => definition.arrows.find(({ from, who, aside, oneByOne }) => from === one.state && !aside && !oneByOne && who.includes('village_clerk'));
      const found = [...opened.values()].find(dutyOf);
      const arrow = found && dutyOf(found);
      if (!found || !arrow) throw new Error('no case was opened');
      return { ...found, arrow, data: first(found.definition.examples[arrow.event]), path: `/api/${found.one.workflow}/${found.one.id}` };
    };
    const present = async (client: Client, path: string) => (await client.get<CaseOut>(path)).body;
    /** The answer, having seen that neither case nor log changed. */
    const refused = async (client: Client, path: string, body: unknown, sender = client): Promise<Answer<{ reason?: string; why?: string[]; errors?: Record<string, string>; current?: CaseOut }>> => {
      const [before, log] = [await present(client, path), (await client.get(`${path}/log`)).body];
      const answer = await sender.send<{ reason?: string }>('POST', `${path}/events`, body);
      expect((await client.get(`${path}/log`)).body).toEqual(log);
      expect(await present(client, path)).toEqual(before);
      return answer;
    };

    test('every workflow tells its states, arrows, forms and examples', async () => {
      const client = await door.as('town1');
      const { body } = await client.get<{ name: string }[]>('/api/workflows');
      expect(body.length).toBeGreaterThanOrEqual(6);
      for (const { name: workflow } of body) {
        const definition = (await client.get<Definition>(`/api/workflows/${workflow}`)).body;
        expect(definition).toMatchObject({ name: workflow, version: expect.any(Number) as number });
        for (const arrow of definition.arrows) {
          expect([null, ...definition.states]).toContain(arrow.from);
          expect(definition.states).toContain(arrow.to);
          if (!arrow.who.includes('clock')) {
            expect(definition.forms[arrow.event], `${workflow}: form of ${arrow.event}`).toBeTypeOf('object');
            expect(definition.examples[arrow.event], `${workflow}: example of ${arrow.event}`).toBeDefined();
          }
        }
      }
    });

    test('each workflow that a person opens is opened by its example, and shows as the contract says', () => {
      expect(opened.size).toBeGreaterThanOrEqual(4);
      for (const { one, unit } of opened.values()) {
        expect(one).toMatchObject({ unit, version: 1, offers: expect.any(Array) as [], blocked: expect.any(Array) as [], parent: null });
      }
    });

    test('nobody is answered without a sign-in', async () => {
      const { path } = some();
      for (const asked of [path, `${path}/log`, '/api/inbox', '/api/workflows', '/api/residents', '/api/session']) expect((await door.nobody().get(asked)).status, asked).toBe(401);
      expect((await door.nobody().send('POST', `${path}/events`, { id: uuid(), type: 'x', data: {}, version: 1 })).status).toBe(401);
    });

    test('a case that is not there and a case outside my units get the same answer', async () => {
      const { path, one, arrow, data, other } = some();
      const stranger = await door.as(other);
      const missing = `/api/${one.workflow}/no-such-case`;
      for (const tail of ['', '/log']) {
        const [foreign, absent] = [await stranger.get(path + tail), await stranger.get(missing + tail)];
        expect(foreign.status).toBe(404);
        expect(foreign.body).toEqual(absent.body);
      }
      const body = { id: uuid(), type: arrow.event, data, version: 1 };
      expect(await stranger.send('POST', `${path}/events`, body)).toMatchObject({ status: 404 });
      expect((await stranger.list(one.workflow, { id: [one.id] }))).toEqual([]);
    });

    test('unknown keys are 400, a missing version 428, a stale one 409 with the present case', async () => {
      const { client, path, arrow, data, one } = some();
      expect((await refused(client, path, { id: uuid(), type: arrow.event, data, version: one.version, state: 'closed' })).status).toBe(400);
      expect((await refused(client, path, { id: uuid(), type: arrow.event, data })).status).toBe(428);
      const stale = await refused(client, path, { id: uuid(), type: arrow.event, data, version: one.version + 7 });
      expect(stale).toMatchObject({ status: 409, body: { reason: 'stale', current: { id: one.id, version: one.version } } });
    });

    test('an event that is not offered here, or not to this post, is 409', async () => {
      const { client, path, arrow, data, one } = some();
      expect(await refused(client, path, { id: uuid(), type: 'noSuchEvent', data: {}, version: one.version })).toMatchObject({ status: 409, body: { reason: 'not-offered' } });
      const auditor = await door.as('auditor');
      const answer = await refused(client, path, { id: uuid(), type: arrow.event, data, version: one.version }, auditor);
      expect([404, 409]).toContain(answer.status);
      const town = await door.as('town1');
      expect(await refused(client, path, { id: uuid(), type: arrow.event, data, version: one.version }, town)).toMatchObject({ status: 409, body: { reason: 'not-offered' } });
    });

    test('a bad form names its fields, and its id may be used again', async () => {
      const { client, definition } = some();
      const unit = '999901101001';
      const id = uuid();
      const good = first((await client.get<Definition>(`/api/workflows/${definition.name}`)).body.examples.open) as object;
      const bad = await client.send<{ errors: Record<string, string> }>('POST', `/api/${definition.name}`, { id, unit, data: { ...good, noSuchField: 1 } });
      expect(bad.status).toBe(422);
      expect(bad.body.errors.noSuchField).toMatch(/\p{Script=Han}/u);
      expect((await client.send<{ errors: Record<string, string> }>('POST', `/api/${definition.name}`, { id, unit, data: {} }, { 'accept-language': 'en' })).body.errors).not.toEqual({});
      expect((await client.send('POST', `/api/${definition.name}`, { id, unit, data: good })).status).toBe(201);
      const again = await client.send('POST', `/api/${definition.name}`, { id, unit, data: good });
      expect(again.status).toBe(201);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(await client.send('POST', `/api/${definition.name}`, { id, unit, data: {} })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });
    });

    test('opening in another unit is 404, in another post 409', async () => {
      const { client, definition } = some();
      const data = first(definition.examples.open);
      expect((await client.send('POST', `/api/${definition.name}`, { id: uuid(), unit: '999901101002', data })).status).toBe(404);
      expect((await client.send('POST', `/api/${definition.name}`, { id: uuid(), unit: 'nowhere', data })).status).toBe(404);
      const town = await door.as('reviewer1');
      expect(await town.send('POST', `/api/${definition.name}`, { id: uuid(), unit: '999901101001', data })).toMatchObject({ status: 409, body: { reason: 'not-offered' } });
    });

    test('the same thing sent twice happens once', async () => {
      const { client, path, arrow, definition } = some();
      const one = await present(client, path);
      const data = first((await client.get<Definition>(`/api/workflows/${definition.name}`)).body.examples[arrow.event]);
      const body = { id: uuid(), type: arrow.event, data, version: one.version };
      const [once, twice] = [await client.send<CaseOut>('POST', `${path}/events`, body), await client.send<CaseOut>('POST', `${path}/events`, body)];
      expect(once.status).toBe(200);
      expect(once.body.version).toBe(one.version + 1);
      expect(twice.body).toEqual(once.body);
      expect(twice.headers.get('idempotent-replayed')).toBe('true');
      expect(once.headers.get('idempotent-replayed')).toBeNull();
      expect(await refused(client, path, { ...body, data: { other: true } })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });
      const log = (await client.get<{ version: number }[]>(`${path}/log`)).body;
      expect(log.map(({ version }) => version)).toEqual([...log.keys()].map((i) => i + 1));
    });

    type Job = { id: string; state: string; dryRun: boolean; total: number; done: number; refused: number; results: { id: string; result: string; why: string[]; errors?: Record<string, string> }[] };
    const finished = async (client: Client, id: string, query = ''): Promise<Job> => {
      for (;;) {
        const { status, body } = await client.get<Job>(`/api/jobs/${id}${query}`);
        expect(status).toBe(200);
        if (body.state === 'finished') return body;
        await sleep(50);
      }
    };

    test('one event goes to many cases: tried out first, then done, a result for each, never twice', async () => {
      const { client, definition, unit, arrow, other } = some();
      const examples = async () => (await client.get<Definition>(`/api/workflows/${definition.name}`)).body.examples;
      const mine: string[] = [];
      for (let i = 0; i < 4; i += 1) {
        const { status, body: { id } } = await client.send<CaseOut>('POST', `/api/${definition.name}`, { id: `many-${uuid()}`, unit, data: first((await examples()).open) });
        expect(status).toBe(201);
        mine.push(id);
      }
      const spare = mine.pop() ?? '';
      const ids = [...mine, 'no-such-case'].sort();
      const data = first((await examples())[arrow.event]);
      const url = `/api/${definition.name}/events`;
      const states = async () => Promise.all(mine.map(async (id) => (await present(client, `/api/${definition.name}/${id}`)).version));
      const verdicts = ids.map((id) => (id === 'no-such-case' ? { id, result: 'refused', why: ['absent'] } : { id, result: 'done', why: [] }));

      const trial = { id: uuid(), type: arrow.event, data, ids, dryRun: true };
      expect(await client.send('POST', url, trial)).toMatchObject({ status: 202, body: { id: trial.id, workflow: definition.name, type: arrow.event, dryRun: true, total: 4, results: [] } });
      expect(await finished(client, trial.id)).toMatchObject({ done: 4, refused: 1, total: 4, results: verdicts });
      expect(await states()).toEqual([1, 1, 1]);

      const job = { id: uuid(), type: arrow.event, data, filter: { id: ids, state: arrow.from } };
      expect(await client.send('POST', url, { ...job, filter: { noSuch: 1 } })).toMatchObject({ status: 400, body: { errors: { 'filter.noSuch': remedies.unknown.zh } } });
      const [once, twice] = [await client.send<Job>('POST', url, job), await client.send<Job>('POST', url, job)];
      expect([once.status, twice.status, once.headers.get('idempotent-replayed'), twice.headers.get('idempotent-replayed')]).toEqual([202, 202, null, 'true']);
      expect((await finished(client, job.id)).results).toEqual(verdicts.filter(({ result }) => result === 'done'));
      expect(await states()).toEqual([2, 2, 2]);
      expect(await client.send('POST', url, { ...job, data: { other: true } })).toMatchObject({ status: 422, body: { reason: 'id-reused' } });

      const again = { ...job, id: uuid(), filter: undefined, ids: mine };
      expect((await client.send('POST', url, again)).status).toBe(202);
      expect((await finished(client, again.id, '?result=refused&range=[1,1]')).results).toEqual([{ id: mine.toSorted()[1], result: 'refused', why: ['not-offered'] }]);
      expect(await client.get(`/api/jobs/${again.id}?result=all&range=x`)).toMatchObject({ status: 400, body: { errors: { result: '请从列表中选择', range: rangeText(10_000).zh } } });
      const stranger = await door.as(other);
      expect((await stranger.get(`/api/jobs/${job.id}`)).body).toEqual((await client.get('/api/jobs/no-such-job')).body);
      expect((await stranger.get<Job[]>('/api/jobs')).body).toEqual([]);
      expect((await client.get<Job[]>('/api/jobs')).body.map(({ id }) => id)).toEqual([again.id, job.id, trial.id]);
      const foreign = { id: uuid(), type: arrow.event, data, ids: [mine[0]] };
      expect((await stranger.send('POST', url, foreign)).status).toBe(202);
      expect((await finished(stranger, foreign.id)).results).toEqual([{ id: mine[0], result: 'refused', why: ['absent'] }]);
      const wrong = { id: uuid(), type: arrow.event, data: { noSuchField: 1 }, ids: [spare] };
      expect((await client.send('POST', url, wrong)).status).toBe(202);
      const [told] = (await finished(client, wrong.id)).results;
      expect(told).toMatchObject({ result: 'refused', why: ['invalid'] });
      expect(told?.errors?.noSuchField).toMatch(/\p{Script=Han}/u);
      for (const body of [{}, { ...job, ids }, { ...trial, version: 1 }, { ...trial, id: 'a/b' }]) expect((await client.send('POST', url, body)).status, JSON.stringify(body)).toBe(400);
      expect((await door.nobody().send('POST', url, job)).status).toBe(401);
    });

    test('what must be looked at one by one is refused to many', async () => {
      const client = await door.as('town1');
      const { arrows } = (await client.get<Definition>('/api/workflows/record-verification')).body;
      expect([...new Set(arrows.filter(({ oneByOne }) => oneByOne).map(({ event }) => event))]).toEqual(['confirmSame', 'proposeChange', 'townCheck', 'judge']);
    });

    test('a case is never put, patched or deleted', async () => {
      const { client, path, one } = some();
      for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await client.send(method, path, one)).status, method).toBe(405);
    });

    test('writes from another site, or not in JSON, are 403', async () => {
      const { client, path, arrow, data, one } = some();
      const body = { id: uuid(), type: arrow.event, data, version: one.version };
      expect((await client.send('POST', `${path}/events`, body, { origin: 'https://elsewhere.example' })).status).toBe(403);
      expect((await client.send('POST', `${path}/events`, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await client.send('POST', `${path}/events`, JSON.stringify(body), { 'content-type': 'text/plain' })).status).toBe(403);
    });

    test('the register is masked, scoped, and revealed only with a reason', async () => {
      const client = await door.as('village01');
      const [resident] = await client.list<{ id: string; unit: string; idNumber: unknown }>('residents', {}, [0, 0]);
      expect(resident?.unit).toBe('999901101001');
      expect(typeof resident?.idNumber, 'the number itself stays behind').not.toBe('string');
      const path = `/api/residents/${resident?.id ?? ''}`;
      expect((await (await door.as('village02')).get(path)).status).toBe(404);
      expect((await client.send('POST', `${path}/reveal`, { fields: ['idNumber'] })).status).toBe(400);
      expect(await client.send('POST', `${path}/reveal`, { fields: ['idNumber'], reason: '看' })).toMatchObject({ status: 422, body: { errors: { reason: expect.any(String) as string } } });
      const shown = await client.send<{ values: { idNumber: string | null } }>('POST', `${path}/reveal`, { fields: ['idNumber'], reason: '核对身份证号码' });
      expect(shown.status).toBe(200);
      expect(shown.body.values).toHaveProperty('idNumber');
      expect((await client.send('PUT', path, resident)).status).toBe(405);
      expect((await (await door.as('admin')).get('/api/residents')).status).toBe(403);
    });

    test('the clock goes forward only, and only for the administrator', async () => {
      const { body: { now } } = await (await door.as('admin')).get<{ now: string }>('/api/settings/public');
      expect((await (await door.as('town1')).send('POST', '/api/clock', { now })).status).toBe(403);
      expect((await (await door.as('admin')).send('POST', '/api/clock', { now: '2020-01-01T00:00:00.000Z' })).status).toBe(422);
      expect((await (await door.as('admin')).send('POST', '/api/clock', { now })).status).toBe(200);
    });
  });
};
