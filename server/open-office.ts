/** Opens the office that the database holds, or makes the demo town where one is asked for and nothing is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoUnits } from '../workflows/office/units.ts';
import { buildApp } from './app.ts';
import type { AppSettings } from './app.ts';
import { bucketStore } from './files/bucket-store.ts';
import type { Ground } from './ground.ts';
import { openQueues, startJobs } from './jobs/start-jobs.ts';
import { systemNow } from './office.ts';
import { sendersOf } from './messages/senders.ts';
import type { Office } from './office.ts';
import { hashPassword } from './password.ts';
import { CannotStart } from './private-postgres/cannot-start.ts';
import { officeRoutes } from './routes/routes.ts';
import type { Settings } from './settings.ts';
import { setClock } from './store/due.ts';
import { fillFinding } from './store/fill-finding.ts';
import { makeIndexes } from './store/indexes.ts';
import { findOffice, findSteppedNow, lockMaking } from './store/office-row.ts';
import type { OfficeRow } from './store/office-row.ts';
import { keepQueuesCounted } from './store/queues.ts';
import { passingFolder, storeIn } from './use-cases/kept-files.ts';
import { seedDemo } from './use-cases/seed-demo.ts';

export const DEMO_PASSWORD = 'demo-2026';
const DEMO_DISTRICT = demoUnits[0]?.id ?? '';
/** Where a manual clock stands at first: the same town, whatever the day of the test. A Monday. */
const DEMO_MORNING = '2026-11-23T01:00:00.000Z';
const PANEL = join(import.meta.dirname, '../admin/dist');

/** A port that answers until it is closed. */
export type Opened = { readonly address: string; close(): Promise<void> };

export const appSettingsOf = ({ settings, log }: Ground): AppSettings => ({ log, proxies: settings.proxies, panel: existsSync(PANEL) ? PANEL : null });

const attachedBy = ({ dataDir, files: { mostBytes, bucket } }: Settings): NonNullable<Office['attached']> => {
  const files = join(dataDir, 'files');
  return { mostBytes, store: bucket ? bucketStore(bucket, passingFolder(files)) : storeIn(files) };
};

const officeOn = ({ settings, workflows, log, keys, connection: { db, pool } }: Ground, district: string, jobs: Office['jobs']): Office =>
  ({ district, workflows, db, pool, keys, clock: settings.clock, log, files: join(settings.dataDir, 'files'), attached: attachedBy(settings), publicUrl: settings.publicUrl, jobs });

const refuseOther = (there: OfficeRow | null, asked: Settings['office']): void => {
  if (there?.kind === 'real' && asked === 'demo') throw new CannotStart('This database holds a real office: leave OFFICE out, or name another database for the demo.');
  if (there?.kind === 'demo' && asked === 'empty') throw new CannotStart('This database holds the demo town, whose passwords everybody knows: set OFFICE=demo, or name another database.');
};

/** Null where an office is still to be set up. Throws `CannotStart` where the database holds one of the other kind. */
export const findDistrict = async (ground: Ground): Promise<string | null> => {
  const there = await findOffice(ground.connection.db);
  refuseOther(there, ground.settings.office);
  if (there || ground.settings.office === 'empty') return there?.district ?? null;
  await seedDemo(officeOn(ground, DEMO_DISTRICT, null), ground.settings.clock === 'manual' ? DEMO_MORNING : systemNow(), await hashPassword(DEMO_PASSWORD));
  return DEMO_DISTRICT;
};

/** Made when the town is there: rows go in quicker without them. One process after the other. */
const indexLists = ({ connection: { db }, workflows }: Ground): Promise<void> => db.transaction().execute(async (tx) => {
  await lockMaking(tx);
  await makeIndexes(tx, workflows);
});

/** Requests end first, then the jobs that answer to them. */
export const openOffice = async (ground: Ground, district: string): Promise<Opened> => {
  const { settings, log, url } = ground;
  await indexLists(ground);
  const filled = await fillFinding(ground.connection.db, ground.keys);
  if (filled > 0) log.info({ residents: filled }, 'residents can now be found by their pinyin');
  const office = officeOn(ground, district, await openQueues(url, log));
  await keepQueuesCounted(office.db);
  if (office.clock === 'manual' && !(await findSteppedNow(office.db, district))) await setClock(office.db, district, systemNow());
  const app = await buildApp(office, appSettingsOf(ground), (on) => officeRoutes(on, office, settings.office));
  const jobs = await startJobs(office, { senders: sendersOf(settings), digestHour: settings.messages.digestHour });
  const close = async (): Promise<void> => {
    await app.close();
    await jobs.stop();
  };
  try {
    return { address: await app.listen({ port: settings.port, host: settings.host }), close };
  } catch (error) {
    await close();
    throw error;
  }
};
