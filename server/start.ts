/** Starts an office in order — database, schema, keys, town, jobs, port — and stops it in the other. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { demoUnits } from '../workflows/office/units.ts';
import { buildApp } from './app.ts';
import { loadKeys } from './keys/keys.ts';
import type { Keys } from './keys/keys.ts';
import { systemNow } from './office.ts';
import type { Office } from './office.ts';
import { hashPassword } from './password.ts';
import { CannotStart } from './private-postgres/cannot-start.ts';
import { startPrivatePostgres } from './private-postgres/start.ts';
import { beforeOfficeRoutes, officeRoutes } from './routes/routes.ts';
import type { Settings } from './settings.ts';
import { connect } from './store/connection.ts';
import type { Connection } from './store/connection.ts';
import { setClock } from './store/due.ts';
import { makeIndexes } from './store/indexes.ts';
import { migrate } from './store/migrate.ts';
import { findOffice, findSteppedNow, lockMaking } from './store/office-row.ts';
import type { OfficeRow } from './store/office-row.ts';
import { seedDemo } from './use-cases/seed-demo.ts';

export const DEMO_PASSWORD = 'demo-2026';
const DEMO_DISTRICT = demoUnits[0]?.id ?? '';
const PANEL = join(import.meta.dirname, '../admin/dist');

export type Running = {
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly address: string;
  /** What makes the office, where there is none yet. */
  readonly setUpToken: string | null;
  stop(): Promise<void>;
};

/** Processes that start together on one database find the same keys. */
const keysOf = ({ db }: Connection, folder: string): Promise<Keys> => db.transaction().execute(async (tx) => {
  await lockMaking(tx);
  return loadKeys(folder);
});

const refuseOther = (there: OfficeRow | null, asked: Settings['office']): void => {
  if (there?.kind === 'real' && asked === 'demo') throw new CannotStart('This database holds a real office: leave OFFICE out, or name another database for the demo.');
  if (there?.kind === 'demo' && asked === 'empty') throw new CannotStart('This database holds the demo town, whose passwords everybody knows: set OFFICE=demo, or name another database.');
};

type Ground = { readonly settings: Settings; readonly connection: Connection; readonly keys: Keys; readonly log: Logger; readonly workflows: readonly Workflow[] };

const officeOn = ({ settings, connection: { db, pool }, keys, log, workflows }: Ground, district: string): Office =>
  ({ district, workflows, db, pool, keys, clock: settings.clock, log, jobs: null });

const findDistrict = async (ground: Ground): Promise<string | null> => {
  const { settings, connection: { db } } = ground;
  const there = await findOffice(db);
  refuseOther(there, settings.office);
  if (there || settings.office === 'empty') return there?.district ?? null;
  await seedDemo(officeOn(ground, DEMO_DISTRICT), systemNow(), await hashPassword(DEMO_PASSWORD));
  return DEMO_DISTRICT;
};

const openOffice = async (ground: Ground, district: string): Promise<{ app: FastifyInstance; close(): Promise<void> }> => {
  const { settings, log } = ground;
  const office = officeOn(ground, district);
  if (office.clock === 'manual' && !(await findSteppedNow(office.db, district))) await setClock(office.db, district, systemNow());
  const app = await buildApp(office, { log, proxies: settings.proxies, panel: existsSync(PANEL) ? PANEL : null }, (on) => officeRoutes(on, office, settings.office));
  return { app, close: () => app.close() };
};

const openSetUp = (ground: Ground, token: string, made: () => void): Promise<FastifyInstance> =>
  buildApp(null, { log: ground.log, proxies: ground.settings.proxies, panel: existsSync(PANEL) ? PANEL : null }, (on) => beforeOfficeRoutes(on, ground.connection, token, made));

const listen = (app: FastifyInstance, { port, host }: Settings): Promise<string> => app.listen({ port, host });

/** Answers with set-up alone until somebody made the office — here, or through another process — and then as that office. */
const waitForSetUp = async (ground: Ground, failed: (error: unknown) => void): Promise<Running> => {
  const token = randomBytes(24).toString('base64url');
  let close: () => Promise<void>;
  let turning: Promise<void> | null = null;
  const turn = async (): Promise<void> => {
    const there = await findOffice(ground.connection.db).catch(() => null);
    if (!there) return;
    clearInterval(look);
    await close();
    const opened = await openOffice(ground, there.district);
    close = opened.close;
    await listen(opened.app, ground.settings);
  };
  const turnOnce = (): void => void (turning ??= turn().catch(failed).finally(() => (turning = null)));
  const app = await openSetUp(ground, token, turnOnce);
  close = () => app.close();
  const look = setInterval(turnOnce, 2_000);
  const address = await listen(app, ground.settings);
  return {
    address, setUpToken: token,
    stop: async () => {
      clearInterval(look);
      await turning;
      await close();
    },
  };
};

/** Throws `CannotStart` with one sentence where it cannot. `failed` hears of an office that could not open once it was set up. */
export const startServer = async (settings: Settings, workflows: readonly Workflow[], log: Logger, failed: (error: unknown) => void): Promise<Running> => {
  const postgres = settings.databaseUrl === undefined ? await startPrivatePostgres(settings.dataDir) : null;
  const connection = connect(settings.databaseUrl ?? postgres?.url ?? '', undefined, (error) => log.warn({ err: error }, 'a connection was lost'));
  const closeGround = async (): Promise<void> => {
    await connection.close();
    await postgres?.stop();
  };
  try {
    await migrate(connection.db);
    await makeIndexes(connection.db, workflows);
    const ground = { settings, connection, log, workflows, keys: await keysOf(connection, join(settings.dataDir, 'keys')) };
    const district = await findDistrict(ground);
    if (district === null) {
      const waiting = await waitForSetUp(ground, failed);
      return { ...waiting, stop: () => waiting.stop().then(closeGround) };
    }
    const opened = await openOffice(ground, district);
    return { address: await listen(opened.app, settings), setUpToken: null, stop: () => opened.close().then(closeGround) };
  } catch (error) {
    await closeGround();
    throw error;
  }
};
