/** A small office on a database of its own, asked over HTTP without a socket. */
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Logger } from 'pino';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import type { Resident, Staff } from '../../../workflows/office/demo-town/town.ts';
import { checkDigit } from '../../../workflows/office/citizen-id.ts';
import { demoUnits } from '../../../workflows/office/units.ts';
import { buildApp } from '../../../server/app.ts';
import type { AppSettings } from '../../../server/app.ts';
import { loadKeys } from '../../../server/keys/keys.ts';
import { makeLog } from '../../../server/log.ts';
import type { Office } from '../../../server/office.ts';
import { hashPassword } from '../../../server/password.ts';
import { clockRoutes } from '../../../server/routes/clock.ts';
import { healthRoutes } from '../../../server/routes/health.ts';
import { openApiRoutes } from '../../../server/routes/openapi.ts';
import { registerRoutes } from '../../../server/routes/registers.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { unitRoutes } from '../../../server/routes/units.ts';
import { workflowRoutes } from '../../../server/routes/workflows.ts';
import { connect } from '../../../server/store/connection.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { insertPeople, insertUnits } from '../../../server/store/people.ts';
import { insertHouseholds, insertRelations, insertResidents } from '../../../server/store/register.ts';
import type { StepClock } from '../../../server/use-cases/turn-clock.ts';
import { freshDatabase } from '../../tools/database.ts';
import { temporaryFolder } from '../../tools/folders.ts';

export const DISTRICT = '999901';
export const TOWN = '999901101';
export const HERE = '999901101001';
export const THERE = '999901101002';
export const PASSWORD = 'demo-2026';

const staff: readonly Staff[] = [
  { id: 'village01', name: '林知远', posts: [{ post: 'village_clerk', unit: HERE }] },
  { id: 'village02', name: '周明哲', posts: [{ post: 'village_clerk', unit: THERE }] },
  { id: 'town1', name: '陈以安', posts: [{ post: 'town_clerk', unit: TOWN }] },
  { id: 'auditor', name: '何若水', posts: [{ post: 'auditor', unit: TOWN }] },
  { id: 'privacy', name: '许清和', posts: [{ post: 'privacy_officer', unit: TOWN }] },
  { id: 'admin', name: '唐书言', posts: [{ post: 'admin', unit: DISTRICT }] },
];

const idNumberOf = (n: number): string => {
  const first = `99990119700${1 + (n % 9)}15${String(100 + n * 2).padStart(3, '0')}`;
  return first + checkDigit(first);
};

/** Resident n: even ones live here, odd ones there. */
export const residentOf = (n: number): Resident => ({
  id: `p00000${n}`, household: `h00000${n}`, unit: n % 2 === 0 ? HERE : THERE, code: `${n % 2 === 0 ? HERE : THERE}01000${n}`, name: `安居${n % 2 === 0 ? '甲' : '乙'}`,
  sex: '2', birthDate: '1970-01-15', idNumber: idNumberOf(n), idMissingReason: null, ethnic: '01', marital: '20', marriageDate: null, spouse: null, relation: '01',
  hukouUnit: HERE, hukouAddress: '柳岸社区1组1号', residenceAddress: '柳岸社区楼2号', phone: `1000000000${n}`, account: `000012345678901234${n}`, status: 'active', lastVerified: '2026-10-01',
});
export const residents: readonly Resident[] = Array.from({ length: 8 }, (_, n) => residentOf(n));

const add = async ({ db, district, keys }: Office, at: Date): Promise<void> => {
  await insertUnits(db, district, demoUnits, at);
  await insertPeople(db, district, staff, await hashPassword(PASSWORD), at);
  await insertHouseholds(db, keys, district, residents.map(({ household, unit, residenceAddress, id }) => ({ id: household, unit, address: residenceAddress, head: id })));
  await insertResidents(db, keys, district, residents);
  await insertRelations(db, district, [{ person: 'village01', resident: 'p000002' }]);
};

export type Small = {
  readonly office: Office; readonly app: FastifyInstance; readonly url: string;
  /** Signs in and gives a way to ask as that person. */
  as(person: string): Promise<(options: InjectOptions) => Promise<LightMyRequestResponse>>;
  close(): Promise<void>;
};
export type SmallSettings = { readonly clock?: Office['clock']; readonly workflows?: readonly Workflow[]; readonly stepClock?: StepClock; readonly log?: Logger; readonly app?: Partial<AppSettings> };

export const silent = (): Logger => makeLog({ write: () => undefined });

export const cookieOf = (answer: LightMyRequestResponse): string => {
  const [cookie] = answer.cookies;
  return cookie ? `${cookie.name}=${cookie.value}` : '';
};

export const signIn = (app: FastifyInstance, username: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password }, headers });

export const openSmall = async (settings: SmallSettings = {}): Promise<Small> => {
  const database = await freshDatabase();
  const folder = temporaryFolder();
  const connection = connect(database.url);
  await migrate(connection.db);
  const office: Office = {
    district: DISTRICT, workflows: settings.workflows ?? [], db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'),
    clock: settings.clock ?? 'system', log: settings.log ?? silent(), jobs: null,
  };
  await add(office, new Date());
  const app = await buildApp(office, { log: office.log, ...settings.app }, (on) => {
    openApiRoutes(on, office.workflows);
    healthRoutes(on, office, 'demo', false);
    sessionRoutes(on, office);
    unitRoutes(on, office);
    registerRoutes(on, office);
    workflowRoutes(on, office);
    clockRoutes(on, office, settings.stepClock ?? (() => Promise.resolve()));
  });
  return {
    office, app, url: database.url,
    as: async (person) => {
      const cookie = cookieOf(await signIn(app, person));
      return (options) => app.inject({ ...options, headers: { ...options.headers, cookie } });
    },
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      folder.remove();
    },
  };
};
