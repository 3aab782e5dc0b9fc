/** A whole office on a database of its own: the small synthetic town, all its staff, and the API without a socket. */
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../server/app.ts';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { hashPassword } from '../../server/password.ts';
import { bulkRoutes } from '../../server/routes/bulk.ts';
import { caseRoutes } from '../../server/routes/cases.ts';
import { clockRoutes } from '../../server/routes/clock.ts';
import { disclosureRoutes } from '../../server/routes/disclosure.ts';
import { exchangeRoutes } from '../../server/routes/exchange.ts';
import { inboxRoutes } from '../../server/routes/inbox.ts';
import { ledgerRoutes } from '../../server/routes/ledger.ts';
import { pictureRoutes } from '../../server/routes/picture.ts';
import { paperRoutes } from '../../server/routes/papers.ts';
import { publicCertificateRoutes } from '../../server/routes/public-certificates.ts';
import { reportRoutes } from '../../server/routes/reports.ts';
import { sessionRoutes } from '../../server/routes/session.ts';
import { connect } from '../../server/store/connection.ts';
import { setClock } from '../../server/store/due.ts';
import { makeIndexes } from '../../server/store/indexes.ts';
import { migrate } from '../../server/store/migrate.ts';
import { insertPeople, insertUnits } from '../../server/store/people.ts';
import { insertHouseholds, insertRelations, insertResidents } from '../../server/store/register.ts';
import { stepClock } from '../../server/use-cases/run-due.ts';
import { granted, left, moved } from '../../workflows/office/budget.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { freshDatabase } from '../tools/database.ts';
import { temporaryFolder } from '../tools/folders.ts';

const DISTRICT = '999901';
const PASSWORD = 'demo-2026';
/** A Monday morning in the office's zone. */
export const NOW = '2026-11-23T01:00:00.000Z';

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly rows: Record<string, unknown>[]; readonly headers: LightMyRequestResponse['headers'] };
export type Person = {
  get(url: string): Promise<Answer>;
  post(url: string, body: unknown): Promise<Answer>;
  put(url: string, body: unknown): Promise<Answer>;
  /** What is read, as bytes. */
  look(url: string): Promise<LightMyRequestResponse>;
  /** The answer as bytes. */
  take(url: string, body: unknown): Promise<LightMyRequestResponse>;
  /** Brings a file. */
  bring(url: string, file: Uint8Array): Promise<Answer>;
};

const plain = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

const answerOf = ({ statusCode, body, headers }: LightMyRequestResponse): Answer => {
  const read: unknown = body === '' ? null : JSON.parse(body);
  return { status: statusCode, body: plain(read), rows: Array.isArray(read) ? (read as Record<string, unknown>[]) : [], headers };
};

const signedIn = async (app: FastifyInstance, username: string): Promise<Person> => {
  const session = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } });
  const [cookie] = session.cookies;
  if (!cookie) throw new Error(`${username} was not let in: ${session.body}`);
  const headers = { cookie: `${cookie.name}=${cookie.value}`, 'content-type': 'application/json' };
  const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Answer> =>
    answerOf(await app.inject({ method, url, headers, ...(body !== undefined && { payload: JSON.stringify(body) }) }));
  return { get: (url) => ask('GET', url), post: (url, body) => ask('POST', url, body), put: (url, body) => ask('PUT', url, body),
    look: (url) => app.inject({ method: 'GET', url, headers }),
    take: (url, body) => app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) }),
    bring: async (url, file) => answerOf(await app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/octet-stream' }, payload: Buffer.from(file) })),
  };
};

/** Everybody signs in once. */
export const peopleAt = (app: FastifyInstance): ((person: string) => Promise<Person>) => {
  const people = new Map<string, Promise<Person>>();
  return (person) => {
    const known = people.get(person) ?? signedIn(app, person);
    people.set(person, known);
    return known;
  };
};

export type TestOffice = { readonly office: Office; readonly app: FastifyInstance; readonly town: Town; as(person: string): Promise<Person>; close(): Promise<void> };

export const fillTown = async ({ db, district, keys }: Office, town: Town, at: Date): Promise<void> => {
  await insertUnits(db, district, town.units, at);
  await insertPeople(db, district, town.staff, await hashPassword(PASSWORD), at);
  await insertHouseholds(db, keys, district, town.households);
  await insertResidents(db, keys, district, town.residents);
  await insertRelations(db, district, town.relations);
  const carried = town.funds.flatMap(({ id, fen }) => moved({ [id]: fen }, granted, left).map((entry) => ({ district, case_id: `carried-over:${id}`, version: 0, step: 'carried-over', ...entry, at, person: 'clock' })));
  await db.insertInto('ledger').values(carried).execute();
};

/** An office with a hand-stepped clock that stands at `NOW`. */
export const openOffice = async (workflows: readonly Workflow[], change: (town: Town) => Town = (town) => town): Promise<TestOffice> => {
  const database = await freshDatabase();
  const folder = temporaryFolder();
  const { pool, db, close } = connect(database.url);
  await migrate(db);
  const office: Office = { district: DISTRICT, workflows, db, pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
  await makeIndexes(db, workflows);
  const town = change(makeTown({ scale: 'small' }));
  await fillTown(office, town, new Date(NOW));
  await setClock(db, DISTRICT, NOW);
  const app = await buildApp(office, { log: office.log }, (on) => {
    sessionRoutes(on, office);
    clockRoutes(on, office, stepClock);
    inboxRoutes(on, office);
    bulkRoutes(on, office);
    ledgerRoutes(on, office);
    pictureRoutes(on, office);
    exchangeRoutes(on, office);
    disclosureRoutes(on, office);
    caseRoutes(on, office);
    reportRoutes(on, office);
    paperRoutes(on, office);
    publicCertificateRoutes(on, office, 'demo');
  });
  return {
    office, app, town, as: peopleAt(app),
    close: async () => {
      await app.close();
      await close();
      await database.drop();
      folder.remove();
    },
  };
};
