/** The demo town on a database of its own, replayed and checked. */
import { join } from 'node:path';
import { buildApp } from '../../../server/app.ts';
import { loadKeys } from '../../../server/keys/keys.ts';
import { makeLog } from '../../../server/log.ts';
import type { Office } from '../../../server/office.ts';
import { hashPassword } from '../../../server/password.ts';
import { caseRoutes } from '../../../server/routes/cases.ts';
import { findingRoutes } from '../../../server/routes/findings.ts';
import { sessionRoutes } from '../../../server/routes/session.ts';
import { connect } from '../../../server/store/connection.ts';
import { makeIndexes } from '../../../server/store/indexes.ts';
import { migrate } from '../../../server/store/migrate.ts';
import { runChecks, startCheckRun } from '../../../server/use-cases/check-register.ts';
import { seedDemo } from '../../../server/use-cases/seed-demo.ts';
import { workflows } from '../../../workflows/index.ts';
import { freshDatabase } from '../../tools/database.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { NOW, signedIn } from '../support.ts';
import type { Person } from '../support.ts';

export type DemoTown = { readonly office: Office; as(person: string): Promise<Person>; close(): Promise<void> };

export const openDemoTown = async (): Promise<DemoTown> => {
  const database = await freshDatabase();
  const folder = temporaryFolder();
  const connection = connect(database.url);
  await migrate(connection.db);
  await makeIndexes(connection.db, workflows);
  const office: Office = { district: '999901', workflows, db: connection.db, pool: connection.pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
  await seedDemo(office, NOW, await hashPassword('demo-2026'));
  const app = await buildApp(office, { log: office.log }, (on) => {
    sessionRoutes(on, office);
    findingRoutes(on, office);
    caseRoutes(on, office);
  });
  const people = new Map<string, Promise<Person>>();
  return {
    office,
    as: (person) => {
      const known = people.get(person) ?? signedIn(app, person);
      people.set(person, known);
      return known;
    },
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      folder.remove();
    },
  };
};

/** A whole run, cut short as often as `cut` says; gives its id. */
export const checkAll = async (office: Office, cut: () => boolean = () => false): Promise<string> => {
  const { id } = await startCheckRun(office, 'town1');
  while (!(await runChecks(office, id, cut))) { /* taken up where it was left */ }
  return id;
};
