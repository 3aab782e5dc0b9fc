/** What somebody says in a counted mark is read by nobody else before the last one is given: every process that counts marks, on every path out of the office. */
import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiTable } from '../../server/routes/api-table.ts';
import { officeRoutes } from '../../server/routes/routes.ts';
import { fieldsOf } from '../../workflows/kit/form.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { workflows } from '../../workflows/index.ts';
import { toldOffice, type ToldOffice } from './told-office.ts';

const MINE = 'SAIDBYONE';
const [ZIP, DEFLATED] = [Buffer.from('PK\u0003\u0004'), 8];
const WATCHERS = ['head1', 'town1', 'auditor', 'privacy'];
const GIVERS: Readonly<Record<string, readonly string[]>> = { reviewer: ['reviewer1', 'reviewer2', 'reviewer3'], town_clerk: ['town1', 'town2', 'town3', 'town4'] };

const places = workflows.flatMap(({ name, states }) => Object.entries(states).flatMap(([state, { on }]) => {
  const events = Object.entries(on).flatMap(([event, { mark, who }]) => (mark ? [{ event, who }] : []));
  return events.length === 0 ? [] : [{ name, state, events }];
}));

let it: ToldOffice;
beforeAll(async () => { it = await toldOffice((on, office) => officeRoutes(on, office, 'demo')); }, 240_000);
afterAll(() => it.close());

/** Every sentence that somebody wrote, marked; codes, days and names stay. */
const withMine = (value: unknown): unknown => {
  if (typeof value === 'string') return /[\u4e00-\u9fff]{6,}/.test(value) ? `${MINE} ${value}` : value;
  if (Array.isArray(value)) return value.map(withMine);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMine(one)])) : value;
};

/** A sentence in every box of the form that has room for one. */
const remarksIn = (name: string, event: string): Data => {
  const form = workflows.find((one) => one.name === name)?.forms[event];
  return Object.fromEntries((form ? fieldsOf(form) : []).flatMap((one) => (one.input === 'lines' ? [[one.name, `${MINE} 情况属实，予以记录。`]] : [])));
};

/** What is packed in a Word file or an archive too. */
const holds = (bytes: Buffer): boolean => {
  if (bytes.includes(MINE)) return true;
  if (!bytes.subarray(0, 4).equals(ZIP)) return false;
  for (let at = 0; at >= 0; at = bytes.indexOf(ZIP, at + ZIP.length)) {
    const body = bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
    if (bytes.readUInt16LE(at + 8) === DEFLATED && holds(inflateRawSync(body))) return true;
  }
  return false;
};

const offered = async (person: string, name: string, id: string) => (await (await it.as(person)).get(`/api/${name}/${id}`)).body as { version: number; state: string; offers?: { type: string }[] };
const mayGive = async (who: readonly string[], event: string, name: string, id: string): Promise<string[]> => {
  const able: string[] = [];
  for (const person of who.flatMap((post) => GIVERS[post] ?? [])) if ((await offered(person, name, id)).offers?.some(({ type }) => type === event)) able.push(person);
  return able;
};
const give = async (person: string, name: string, id: string, event: string, marks = true): Promise<string> => {
  const client = await it.as(person);
  const { examples } = (await client.get(`/api/workflows/${name}`)).body as { examples: Record<string, Data | Data[]> };
  const { version } = await offered(person, name, id);
  const { status, body } = await client.post(`/api/${name}/${id}/events`, { id: randomUUID(), type: event, data: marks ? withMine({ ...[examples[event]].flat()[0], ...remarksIn(name, event) }) : [examples[event]].flat()[0], version });
  expect(status, JSON.stringify(body)).toBe(200);
  return String(body['state']);
};

const idsAt = async (name: string, state: string, most = 10): Promise<string[]> =>
  (await it.office.db.selectFrom('cases').select('id').where('workflow', '=', name).where('state', '=', state).orderBy('version').orderBy('id').limit(most).execute()).map(({ id }) => id);
/** Where the demo town has no case there, one is brought by whoever may. */
const bringTo = async (name: string, state: string): Promise<void> => {
  for (const [from, { on }] of Object.entries(workflows.find((one) => one.name === name)?.states ?? {})) {
    for (const [event, { who, ways }] of Object.entries(on)) {
      for (const id of ways.some(({ to }) => to === state) ? await idsAt(name, from, 200) : []) {
        const [person] = await mayGive(who, event, name, id);
        if (person && (await give(person, name, id, event, false)) === state) return;
      }
    }
  }
};

/** All that can be read of the office by whoever knows the case. */
const pathsTo = async (person: string, name: string, id: string): Promise<string[]> => {
  const { body } = await (await it.as(person)).get(`/api/${name}/${id}/papers`);
  const papers = ((body['papers'] ?? []) as { name: string }[]).map((paper) => `${paper.name}.docx`);
  return apiTable.filter(({ method, gives, url }) => method === 'GET' && gives !== 'events' && url !== '/api/openapi.json').flatMap(({ url }) => {
    const at = url.replace(':workflow', name).replace(':id', url.includes(':workflow') ? id : ':id').replace(':name', name);
    if (url.endsWith('/papers/:file')) return [...papers, 'archive.zip'].map((file) => at.replace(':file', file));
    return at.includes('/:') ? [] : [at, ...(url === '/api/:workflow' ? [`${at}?filter=${JSON.stringify({ id: [id] })}`] : [])];
  });
};
const leaksTo = async (person: string, name: string, id: string): Promise<string[]> => {
  const client = await it.as(person);
  const found: string[] = [];
  for (const path of await pathsTo(person, name, id)) if (holds((await client.look(path)).rawPayload)) found.push(path);
  const asked = { filter: { id: [id] } };
  for (const [path, body] of [['search', asked], ['export', { ...asked, format: 'xlsx', reason: '核对办理进度' }], ['export', { ...asked, format: 'csv', reason: '核对办理进度' }]] as const) {
    if (holds((await client.take(`/api/${name}/${path}`, body)).rawPayload)) found.push(`${path} ${JSON.stringify(body)}`);
  }
  return found.map((path) => `${person}: ${path}`);
};

test('marks are counted where this looks', () => expect(places.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual(expect.arrayContaining(['benefit-claim objection', 'model-household objection', 'model-household panelScoring', 'record-verification caseCheck'])));

describe.each(places)('$name at $state', ({ name, state, events }) => {
  test('shows a first mark to its giver alone, on every path, until the last is given', async () => {
    if ((await idsAt(name, state)).length === 0) await bringTo(name, state);
    const ids = await idsAt(name, state);
    const [{ event, who } = { event: '', who: [] }] = events;
    let [id, able]: [string, string[]] = ['', []];
    for (const one of ids) {
      const here = await mayGive(who, event, name, one);
      if (here.length > able.length) [id, able] = [one, here];
    }
    const [first = '', ...others] = able;
    expect(others.length, `two who may give a mark among ${ids.length} cases`).toBeGreaterThan(0);
    expect(await give(first, name, id, event)).toBe(state);
    const lastRow = async (person: string) => (await (await it.as(person)).get(`/api/${name}/${id}/log`)).rows.at(-1) as { data: Data; unseen?: true } | undefined;
    const own = await lastRow(first);
    expect(Object.keys(own?.data ?? {}).length).toBeGreaterThan(0);
    expect(await leaksTo(first, name, id)).toContain(`${first}: /api/${name}/${id}/log`);
    const leaks: string[] = [];
    for (const person of new Set([...others, ...WATCHERS, await it.villageOf(id)])) if (person !== first) leaks.push(...await leaksTo(person, name, id));
    expect(leaks).toEqual([]);
    for (const person of [...others, ...WATCHERS.filter((one) => one !== first)]) expect((await lastRow(person)) ?? { data: {}, unseen: true }, person).toMatchObject({ data: {}, unseen: true });
    expect(Object.keys((await lastRow(others[0] ?? ''))?.data ?? { seen: true })).toEqual([]);
    let stands = state;
    for (const person of others) if (stands === state) stands = await give(person, name, id, event);
    expect((await (await it.as('head1')).get(`/api/${name}/${id}/log`)).rows.find(({ type, actor }) => type === event && actor === first)?.['data']).not.toEqual({});
    expect(await leaksTo('head1', name, id)).toContain(`head1: /api/${name}/${id}/log`);
  }, 240_000);
});
