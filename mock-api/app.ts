/** json-server, speaking the office's dialect: the panel works on it without a database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import jsonServer, { type App, type Handler } from 'json-server';
import { describe } from '../workflows/kit/describe.ts';
import { makeCaseRoutes } from './cases.ts';
import { worldFor } from './examples.ts';
import type { Mock } from './office.ts';
import { makeRegisterRoutes } from './registers.ts';
import { makeSessions } from './session.ts';

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** As the server: writes are JSON and come from the same site. */
const guardWrites: Handler = (request, response, next) => {
  if (!WRITES.includes(request.method)) return next();
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && URL.parse(origin)?.host !== host);
  const json = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  return foreign || (!json && request.method !== 'DELETE') ? response.status(403).json({ reason: 'cross-site' }) : next();
};

const instant = (value: unknown): string | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null);

/** The mock as an app; `panel` is the folder of the built panel, served where it stands. */
export const makeApp = (mock: Mock, panel: string | null = null): App => {
  const { store } = mock;
  const app = jsonServer.create();
  const sessions = makeSessions(store);
  const cases = makeCaseRoutes(mock);
  const registers = makeRegisterRoutes(mock);
  const signedIn = (handle: (person: string) => Handler): Handler => (request, response, next) => {
    const person = sessions.find(request);
    if (!person) return response.status(401).json({ reason: 'not-signed-in' });
    return handle(person)(request, response, next);
  };

  app.set('etag', false);
  app.use('/api', guardWrites, ...jsonServer.bodyParser);
  app.get('/api/health', (_request, response) => response.json({ status: 'ok' }));
  app.get('/api/ready', (_request, response) => response.json({ status: 'ready' }));
  app.get('/api/settings/public', (_request, response) => response.json({ office: 'demo', clock: 'manual', now: store.now }));
  app.post('/api/session', (request, response) => sessions.signIn(request, response));
  app.delete('/api/session', (request, response) => sessions.signOut(request, response));
  app.get('/api/session', signedIn((person) => (_request, response) => response.json({ user: sessions.userOf(person) })));
  app.post('/api/clock', signedIn((person) => async (request, response) => {
    if (!sessions.userOf(person)?.posts.some(({ post }) => post === 'admin')) return response.status(403).json({ reason: 'not-offered' });
    const to = instant((request.body as { now?: unknown } | undefined)?.now);
    if (!to || to < store.now) return response.status(422).json({ errors: { now: to ? '时钟不能倒拨' : '请填写时间' } });
    await mock.stepClock(to);
    return response.json({ now: store.now });
  }));
  app.get('/api/workflows', signedIn(() => (_request, response) => response.json([...mock.workflows.values()].map(({ name, version, title, about }) => ({ id: name, name, version, title, about })))));
  app.get('/api/workflows/:name', signedIn((person) => (request, response) => {
    const workflow = mock.workflows.get(request.params.name ?? '');
    return workflow ? response.json({ id: workflow.name, ...describe(workflow, worldFor(mock, workflow, person)) }) : response.status(404).json({ reason: 'not-found' });
  }));
  app.get('/api/units', signedIn(() => (_request, response) => response.set('Content-Range', `units 0-${store.units.length - 1}/${store.units.length}`).json(store.units)));
  app.get('/api/people', signedIn(() => (_request, response) => response.set('Content-Range', `people 0-${store.people.length - 1}/${store.people.length}`).json(store.people)));
  app.use('/api/inbox', signedIn((person) => (request, response) => registers.inbox(person, request, response)));
  app.use('/api/residents', signedIn((person) => (request, response) => registers.residents(person, request, response)));
  app.use('/api/households', signedIn((person) => (request, response) => registers.households(person, request, response)));
  app.use('/api', oneAtATime(signedIn(cases.handle)));
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
