/** json-server, speaking the office's dialect: the panel works on it without a database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import jsonServer, { type App, type Handler, type Response } from 'json-server';
import { isMisread } from '../workflows/kit/asked.ts';
import { describe } from '../workflows/kit/describe.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { idsIn } from '../workflows/office/citizen-id.ts';
import { covers, type Unit } from '../workflows/office/units.ts';
import { makeCaseRoutes } from './cases.ts';
import { readListUrl, sendMisread, type Fields, type ListQuery } from './dialect.ts';
import { makeDraftRoute } from './drafts.ts';
import { makeNotificationRoute } from './notifications.ts';
import { makeUrgeRoute } from './urges.ts';
import { worldFor } from './examples.ts';
import { makeFileRoutes } from './files.ts';
import { makeFindingRoutes } from './finding-routes.ts';
import type { Mock } from './office.ts';
import { makeOversightRoutes } from './oversight.ts';
import { makePictureRoute } from './picture-route.ts';
import { makeRegisterRoutes } from './registers.ts';
import { ofProcesses, publicPages, serverOnly } from './server-only.ts';
import { makeSessions } from './session.ts';
import { standsOf } from './stands.ts';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

const TAKES_FILES = /^\/api\/(files|imports|workbooks|[a-z-]+\/[^/]+\/return)$/;

/** As the server: writes are JSON and come from the same site. */
const guardWrites: Handler = (request, response, next) => {
  if (!WRITES.includes(request.method)) return next();
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && URL.parse(origin)?.host !== host);
  const wanted = TAKES_FILES.test(request.originalUrl) ? /^application\/octet-stream\b/i : /^application\/json\b/i;
  return foreign || (!wanted.test(request.headers['content-type'] ?? '') && request.method !== 'DELETE') ? response.status(403).json({ reason: 'cross-site' }) : next();
};

/** As the server: an ID number travels in a body, never in an address. */
const guardAddresses: Handler = (request, response, next) => {
  const told = idsIn(request.query);
  return told ? sendMisread(request, response, told) : next();
};

const BY_ID: Fields = { id: 'id', beside: 'beside' };
/** The rows that the filter names by id; all without one. */
const named = <Row extends { id: string }>({ filter: { id } }: ListQuery, rows: readonly Row[]): readonly Row[] => (id === undefined ? rows : rows.filter((row) => [id].flat().includes(row.id)));
/** Answers a list that is asked by ids. */
const byIds = (answer: (list: ListQuery, response: Response) => unknown): Handler => (request, response) => {
  const list = readListUrl(request.query, BY_ID);
  return isMisread(list) ? sendMisread(request, response, list) : answer(list, response);
};
const all = (response: Response, resource: string, rows: readonly unknown[]) => response.set('Content-Range', `${resource} 0-${rows.length - 1}/${rows.length}`).json(rows);

const instant = (value: unknown): string | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null);

/** The mock as an app; `panel` is the folder of the built panel, served where it stands. */
export const makeApp = (mock: Mock, panel: string | null = null): App => {
  const { store } = mock;
  const app = jsonServer.create();
  const sessions = makeSessions(store);
  const cases = makeCaseRoutes(mock);
  const registers = makeRegisterRoutes(mock);
  const oversight = makeOversightRoutes(mock);
  const findings = makeFindingRoutes(mock);
  const files = makeFileRoutes(mock, cases.see);
  const signedIn = (handle: (person: string) => Handler): Handler => (request, response, next) => {
    const person = sessions.find(request);
    if (!person) return response.status(401).json({ reason: 'signed-out' });
    return handle(person)(request, response, next);
  };

  /** A workflow with examples for the asker, for a unit of theirs where one is named; null where it is not theirs. */
  const told = (workflow: Workflow, person: string, unit?: string) => {
    if (unit !== undefined && !unitsOf(person).some(({ id }) => id === unit)) return null;
    const world = worldFor(mock, workflow, person, unit);
    return { ...describe(workflow, world), unit: world.unit };
  };
  const unitsOf = (person: string): Unit[] => store.units.filter(({ id }) => [...(sessions.userOf(person)?.posts ?? []), ...standsOf(store, person)].some((held) => covers(store.units, held.unit, id)));

  app.set('etag', false);
  app.use('/api', guardWrites, guardAddresses, ...jsonServer.bodyParser);
  app.get('/api/health', (_request, response) => response.json({ ok: true }));
  app.get('/api/ready', (_request, response) => response.json({ ready: true }));
  app.get('/api/settings/public', (_request, response) => response.json({ office: 'demo', clock: 'manual', now: store.now, needsSetUp: false }));
  app.post('/api/session', (request, response) => sessions.signIn(request, response));
  app.delete('/api/session', (request, response) => sessions.signOut(request, response));
  app.get('/api/session', signedIn((person) => (_request, response) => response.json({ user: sessions.meOf(person) })));
  app.get('/api/clock', signedIn(() => (_request, response) => response.json({ clock: 'manual', now: store.now })));
  app.post('/api/clock', signedIn((person) => async (request, response) => {
    const to = instant((request.body as { now?: unknown } | undefined)?.now);
    if (!to) return response.status(400).json({ reason: 'unreadable' });
    if (!sessions.userOf(person)?.posts.some(({ post }) => post === 'admin')) return response.status(403).json({ reason: 'not-yours' });
    if (to < store.now) return response.status(422).json({ errors: { now: '时钟不能倒拨' } });
    await mock.stepClock(to);
    return response.json({ now: store.now });
  }));
  app.get('/api/workflows', signedIn((person) => (_request, response) => all(response, 'workflows', [...mock.workflows.values()].map((workflow) => told(workflow, person)))));
  app.get('/api/workflows/:name', signedIn((person) => (request, response) => {
    const workflow = mock.workflows.get(request.params.name ?? '');
    const { unit } = request.query;
    const description = workflow && told(workflow, person, typeof unit === 'string' ? unit : undefined);
    return description ? response.json(description) : response.status(404).json({ reason: 'not-found' });
  }));
  const besideOr = (person: string, { filter: { beside } }: ListQuery): Unit[] => {
    const mine = unitsOf(person).find(({ id }) => id === beside);
    return beside === undefined ? unitsOf(person) : store.units.filter(({ parent }) => mine !== undefined && parent === mine.parent);
  };
  app.get('/api/units', signedIn((person) => byIds((list, response) => all(response, 'units', named(list, besideOr(person, list).map(({ id, kind, parent, name }) => ({ id, kind, parent, name })))))));
  app.get('/api/people', signedIn((person) => byIds((list, response) => {
    const mine = unitsOf(person).map(({ id }) => id);
    const meets = (held: string): boolean => mine.some((unit) => covers(store.units, held, unit) || covers(store.units, unit, held));
    return all(response, 'people', named(list, store.people.filter(({ posts }) => posts.some(({ unit }) => meets(unit)))));
  })));
  app.all('/api/drafts/:workflow/:case/:event', signedIn(makeDraftRoute(mock, cases.sees)));
  app.use('/api/files', signedIn(files.mine));
  app.get('/api/:workflow/:id/files', signedIn(files.ofCase));
  app.get('/api/:workflow/:id/files/:file', signedIn(files.ofCase));
  app.get('/api/:workflow/:id/files/:file/thumbnail', signedIn(files.ofCase));
  app.all('/api/:workflow/:id/urges', oneAtATime(signedIn(makeUrgeRoute(mock, cases.see))));
  app.use('/api/notifications', signedIn(makeNotificationRoute(mock)));
  app.use('/api/jobs', signedIn(cases.jobs));
  app.get('/api/reads', signedIn(oversight.reads));
  app.post('/api/reads/export', signedIn(oversight.exported));
  app.get('/api/key-rotations', signedIn(oversight.rotations));
  app.use('/api/findings', signedIn(findings.findings));
  app.use('/api/checks', signedIn(findings.checks));
  app.get('/api/picture', signedIn(makePictureRoute(mock, unitsOf)));
  app.get('/public/*', publicPages);
  // Files are the server's alone, which seals them on their way in.
  app.get('/api/workbooks', signedIn(() => (_request, response) => all(response, 'workbooks', [])));
  app.get('/api/:workflow/:id/shares', signedIn(findings.shares));
  app.use('/api/inbox', signedIn((person) => (request, response) => registers.inbox(person, request, response)));
  app.use('/api/residents', signedIn((person) => (request, response) => registers.residents(person, request, response)));
  app.use('/api/households', signedIn((person) => (request, response) => registers.households(person, request, response)));
  app.use('/api', signedIn(() => ofProcesses));
  app.use('/api', oneAtATime(signedIn(cases.handle)));
  app.use('/api', signedIn(() => serverOnly));
  app.use('/api', (_request, response) => response.status(404).json({ reason: 'not-found' }));
  if (panel && existsSync(join(panel, 'index.html'))) {
    app.use(...jsonServer.defaults({ static: panel, logger: false, bodyParser: false, noCors: true }));
    app.get('*', (_request, response) => response.sendFile(join(panel, 'index.html')));
  }
  return app;
};

/** Requests wait for one another, as rows under a lock would make them. */
const oneAtATime = (handler: Handler): Handler => {
  let last: Promise<unknown> = Promise.resolve();
  return (request, response, next) => {
    const run = last.then(() => handler(request, response, next)).catch(next);
    last = run;
    return run;
  };
};
