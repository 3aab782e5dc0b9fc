/** The server as it is asked in earnest, over a socket: an office of its own on a database of its own, its clock stepped by hand. */
import { join } from 'node:path';
import { buildApp } from '../../server/app.ts';
import { openQueues } from '../../server/jobs/start-jobs.ts';
import { workOnBulks } from '../../server/jobs/work-on-bulks.ts';
import { workOnTells } from '../../server/jobs/tell.ts';
import { workOnImports } from '../../server/jobs/work-on-imports.ts';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { hashPassword } from '../../server/password.ts';
import { officeRoutes } from '../../server/routes/routes.ts';
import { connect } from '../../server/store/connection.ts';
import { setClock } from '../../server/store/due.ts';
import { makeIndexes } from '../../server/store/indexes.ts';
import { migrate } from '../../server/store/migrate.ts';
import { seedDemo } from '../../server/use-cases/seed-demo.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';
import { httpDoor, type Door } from '../doors/http.ts';
import { freshDatabase } from '../tools/database.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { fillTown } from './support.ts';

const DISTRICT = '999901';
const PASSWORD = 'demo-2026';

export type Listening = { readonly office: Office; readonly door: Door; close(): Promise<void> };

/** `town`: only its people and registers; without one, the whole demo town with its past. */
export const listeningOffice = async (workflows: readonly Workflow[], at: Instant, town: Town | null): Promise<Listening> => {
  const database = await freshDatabase();
  const folder = temporaryFolder();
  const { pool, db, close } = connect(database.url);
  await migrate(db);
  const log = makeLog({ write: () => undefined });
  const jobs = await openQueues(database.url, log);
  const office: Office = { district: DISTRICT, workflows, db, pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log, jobs };
  await makeIndexes(db, workflows);
  if (town) {
    await fillTown(office, town, new Date(at));
    await setClock(db, DISTRICT, at);
  } else await seedDemo({ ...office, jobs: null }, at, await hashPassword(PASSWORD));
  await workOnTells(office);
  const endBulks = await workOnBulks(office);
  const endImports = await workOnImports(office);
  const app = await buildApp(office, { log: office.log }, (on) => officeRoutes(on, office, 'demo'));
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    office, door: httpDoor('server', base),
    close: async () => {
      await app.close();
      endBulks();
      endImports();
      await jobs.stop({ graceful: true, timeout: 10_000 });
      await close();
      await database.drop();
      folder.remove();
    },
  };
};
