/** The mock answers in the server's shapes: whoever builds on it finds every key where the server puts it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../../mock-api/app.ts';
import { makeMock } from '../../mock-api/office.ts';
import { emptyStore } from '../../mock-api/town.ts';
import { apiTable, type ApiRoute } from '../../server/routes/api-table.ts';
import { workflows } from '../../workflows/index.ts';
import { checkDigit } from '../../workflows/office/citizen-id.ts';
import { httpDoor, type Answer, type Client, type Definition, type Door } from '../doors/http.ts';
import { claims, homeId, MONDAY, personId, storyTown, village } from '../stories/cast.ts';
import { listeningOffice, type Listening } from './listening-office.ts';

let server: Server | undefined;
let office: Listening | undefined;
let doors: readonly [mock: Door, server: Door];

beforeAll(async () => {
  const app = makeApp(makeMock(workflows, emptyStore(MONDAY, storyTown())));
  server = await new Promise<Server>((resolve) => { const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening)); });
  office = await listeningOffice(workflows, MONDAY, storyTown());
  doors = [httpDoor('mock', `http://127.0.0.1:${(server.address() as AddressInfo).port}`), office.door];
  for (const door of doors) {
    const client = await door.as('village03');
    await client.send('POST', '/api/benefit-claim', { id: 'claim-1', unit: village(3), data: claims('quota-return-award', 0)(MONDAY) });
    const { body } = await client.get<Definition>('/api/workflows/benefit-claim');
    await client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'event-1', type: 'submit', data: body.examples['submit'], version: 1 });
  }
});
afterAll(async () => { server?.close(); await office?.close(); });

/** Keys by path, with the kinds of values that stand there; rows of a list are told together. */
const shapeOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => shapeOf(one, `${path}[]`)))].sort();
  if (typeof value !== 'object' || value === null) return [`${path}:${value === null ? 'null' : typeof value}`];
  return [...new Set(Object.entries(value).flatMap(([key, one]) => shapeOf(one, `${path}.${key}`)))].sort();
};
/** Which people are free for the examples is chance, and with them which parts of a form are filled: told is for which events there are some. */
const withoutPeople = (answer: Answer): Answer => {
  const { examples, ...body } = answer.body as Definition;
  return { ...answer, body: { ...body, examples: Object.fromEntries(Object.entries(examples).map(([event, some]) => [event, Array.isArray(some) ? ['some'] : 'one'])) } };
};
type Shape = { status: number; range: string | null; body: string[] };
const shape = ({ status, headers, body }: Answer): Shape => ({ status, range: headers.get('content-range')?.split(' ')[0] ?? null, body: shapeOf(body) });

const idNumber = '99990119700115100' + checkDigit('99990119700115100');
const asked: readonly (readonly [what: string, by: string, ask: (client: Client) => Promise<Answer>])[] = [
  ['the session', 'village03', (client) => client.get('/api/session')],
  ['the settings of the screen', 'admin', (client) => client.get('/api/settings/public')],
  ['the processes', 'village03', (client) => client.get('/api/workflows')],
  ['one process', 'village03', async (client) => withoutPeople(await client.get('/api/workflows/benefit-claim'))],
  ['a list of cases', 'village03', (client) => client.get('/api/benefit-claim')],
  ['a case', 'village03', (client) => client.get('/api/benefit-claim/claim-1')],
  ['its log', 'village03', (client) => client.get('/api/benefit-claim/claim-1/log')],
  ['the inbox', 'village03', (client) => client.get('/api/inbox')],
  ['the register', 'village03', (client) => client.get(`/api/residents?filter=${JSON.stringify({ id: [personId(0)] })}`)],
  ['a search by words', 'village03', (client) => client.send('POST', '/api/residents/search', { filter: { q: 'azy' }, sort: ['relevance', 'ASC'] })],
  ['a search by a number', 'village03', (client) => client.send('POST', '/api/residents/search', { filter: { idNumber: '999901197001151001' } })],
  ['a search for a home', 'village03', (client) => client.send('POST', '/api/households/search', { filter: { q: 'azy' } })],
  ['a search for a case', 'village03', (client) => client.send('POST', '/api/benefit-claim/search', { filter: { q: 'azy' } })],
  ['an export', 'village03', (client) => client.send('POST', '/api/residents/export', { filter: { q: 'azy' }, format: 'csv', reason: '上报区里汇总' })],
  ['an export of cases', 'village03', (client) => client.send('POST', '/api/benefit-claim/export', { format: 'csv', reason: '上报区里汇总' })],
  ['an export without a reason', 'village03', (client) => client.send('POST', '/api/households/export', { format: 'csv' })],
  ['a number in an address', 'village03', (client) => client.get(`/api/residents?filter={"q":"${idNumber}"}`)],
  ['an entry', 'village03', (client) => client.get(`/api/residents/${personId(0)}`)],
  ['its history', 'village03', (client) => client.get(`/api/residents/${personId(0)}/history`)],
  ['its hidden fields', 'village03', (client) => client.send('POST', `/api/residents/${personId(0)}/reveal`, { fields: ['idNumber'], reason: '核对身份证号码' })],
  ['the households', 'village03', (client) => client.get('/api/households')],
  ['who read whose data', 'privacy', (client) => client.get(`/api/reads?filter=${JSON.stringify({ resource: 'residents/reveal' })}`)],
  ['the rotations of the keys', 'privacy', (client) => client.get('/api/key-rotations')],
  ['who read whose data, asked by a clerk', 'village03', (client) => client.get('/api/reads')],
  ['the units', 'village03', (client) => client.get('/api/units')],
  ['a case that is not there', 'village03', (client) => client.get('/api/benefit-claim/none')],
  ['an unknown filter', 'village03', (client) => client.get('/api/benefit-claim?filter={"x":1}')],
  ['an unknown key', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'e1', type: 'vote', data: {}, version: 2, x: 1 })],
  ['a version left out', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'e2', type: 'vote', data: {} })],
  ['a stale version', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'e3', type: 'vote', data: {}, version: 1 })],
  ['an event not offered', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'e4', type: 'sign', data: {}, version: 2 })],
  ['a form not in order', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'e5', type: 'vote', data: {}, version: 2 })],
  ['an id used again', 'village03', (client) => client.send('POST', '/api/benefit-claim/claim-1/events', { id: 'event-1', type: 'vote', data: {}, version: 2 })],
  ['a case put', 'village03', (client) => client.send('PUT', '/api/benefit-claim/claim-1', {})],
  ['a write from elsewhere', 'village03', (client) => client.send('POST', '/api/benefit-claim', {}, { origin: 'https://elsewhere.example' })],
  ['the clock', 'admin', (client) => client.send('POST', '/api/clock', { now: '2026-11-23T02:00:00.000Z' })],
];

describe('mock and server answer in the same shape', () => {
  test.each(asked)('%s', async (_what, by, ask) => {
    const [mock, real] = await Promise.all(doors.map(async (door) => shape(await ask(await door.as(by)))));
    expect(mock).toEqual(real);
  });
  test('and whoever is not signed in', async () => {
    const [mock, real] = await Promise.all(doors.map(async (door) => shape(await door.nobody().get('/api/inbox'))));
    expect(mock).toEqual(real);
  });
});

/** Who asks a route of the table, and what, where a town clerk with nothing in hand would learn too little. */
const askedOf: Readonly<Record<string, { by?: string; query?: string; body?: unknown; params?: Readonly<Record<string, string>> }>> = {
  'DELETE /api/session': { by: 'town4' },
  'GET /api/reads': { by: 'privacy' },
  'POST /api/reads/export': { by: 'privacy', body: { format: 'csv', reason: '核查查阅情况' } },
  'GET /api/key-rotations': { by: 'privacy' },
  'GET /api/messages': { by: 'admin' },
  'GET /api/ledger': { by: 'head1' },
  'GET /api/ledger/entries': { by: 'head1', query: '?filter={"account":"none"}' },
  'GET /api/picture': { by: 'head1', query: '?from=2026-01-01&to=2026-12-31' },
  'PUT /api/notifications/settings': { body: { mail: false, sms: false } },
  'POST /api/notifications/seen': { body: { keys: [] } },
  'GET /api/residents/:id': { params: { id: personId(0) } },
  'GET /api/residents/:id/history': { params: { id: personId(0) } },
  'POST /api/residents/:id/reveal': { params: { id: personId(0) }, body: { fields: ['phone'], reason: '核对联系电话' } },
  'POST /api/residents/records': { body: { ids: [personId(0)] } },
  'GET /api/households/:id': { params: { id: homeId(0) } },
  'GET /api/households/:id/history': { params: { id: homeId(0) } },
  'POST /api/households/:id/reveal': { params: { id: homeId(0) }, body: { fields: ['address'], reason: '核对家庭住址' } },
  'POST /api/households/records': { body: { ids: [homeId(0)] } },
  'GET /api/drafts/:workflow/:case/:event': { params: { case: 'claim-1', event: 'vote' } },
  'PUT /api/drafts/:workflow/:case/:event': { params: { case: 'claim-1', event: 'vote' }, body: { version: 2, data: {} } },
  'DELETE /api/drafts/:workflow/:case/:event': { params: { case: 'claim-1', event: 'vote' } },
};
const inPath: Readonly<Record<string, string>> = { name: 'benefit-claim', workflow: 'benefit-claim', case: 'none', event: 'vote', file: 'none' };
const pathFor = ({ method, url }: ApiRoute): string => {
  const { params, query = '' } = askedOf[`${method} ${url}`] ?? {};
  return url.replaceAll(/:(\w+)/g, (_all, name: string) => params?.[name] ?? inPath[name] ?? (url.startsWith('/api/:workflow/') ? 'claim-1' : 'none')) + query;
};
const outermost = ({ status, headers, body }: Answer): { status: number; body: string | string[] } =>
  ({ status, body: Array.isArray(body) ? 'a list' : typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? Object.keys(body).sort() : (headers.get('content-type') ?? 'nothing').replace(/;.*/, '') });

describe('each route of the API', () => {
  test.each(apiTable.filter(({ gives }) => gives !== 'events'))('$method $url: the mock answers as the server does, or that it takes the server', async (route) => {
    const { by = 'town1', body = route.file ? new Uint8Array([1]) : {} } = askedOf[`${route.method} ${route.url}`] ?? {};
    const [mock, real] = await Promise.all(doors.map(async (door) => outermost(await (await door.as(by)).send(route.method, pathFor(route), ['POST', 'PUT'].includes(route.method) ? body : undefined))));
    if (mock?.status === 501) expect(mock.body).toEqual(['reason']);
    else expect(mock).toEqual(real);
  });
  test.each(apiTable.filter(({ gives }) => gives === 'events'))('$method $url: the mock says that it takes the server', async ({ url }) => {
    const { status, body } = await (await doors[0].as('town1')).get(url);
    expect([status, body]).toEqual([501, { reason: 'server-only' }]);
  });
});
