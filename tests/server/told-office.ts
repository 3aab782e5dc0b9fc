/** The demo town's office with its whole past, on a PostgreSQL of its own: the API without a socket. */
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/app.ts';
import { loadKeys } from '../../server/keys/keys.ts';
import { makeLog } from '../../server/log.ts';
import type { Office } from '../../server/office.ts';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { connect } from '../../server/store/connection.ts';
import { workflows } from '../../workflows/index.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { copyTold } from '../tools/told-town.ts';
import { peopleAt, type Person } from './support.ts';

export type ToldOffice = {
  readonly office: Office;
  /** The office's DATA_DIR. */
  readonly folder: string;
  readonly app: FastifyInstance;
  as(person: string): Promise<Person>;
  /** A case of a process that stands in a state. */
  idIn(workflow: string, state: string): Promise<string>;
  /** The clerk of the village that a case is of. */
  villageOf(id: string): Promise<string>;
  close(): Promise<void>;
};

/** It opens its doors at the same morning every time, and only those that are named. */
export const toldOffice = async (routes: (on: FastifyInstance, office: Office) => void): Promise<ToldOffice> => {
  const folder = temporaryFolder();
  await copyTold(folder.path);
  const postgres = await startPrivatePostgres(folder.path);
  const { pool, db, close } = connect(postgres.url);
  const office: Office = { district: '999901', workflows, db, pool, keys: loadKeys(join(folder.path, 'keys')), files: join(folder.path, 'files'), clock: 'manual', log: makeLog({ write: () => undefined }), jobs: null };
  const app = await buildApp(office, { log: office.log }, (on) => routes(on, office));
  return {
    office, app, folder: folder.path, as: peopleAt(app),
    idIn: async (workflow, state) => {
      const one = await db.selectFrom('cases').select('id').where('workflow', '=', workflow).where('state', '=', state).orderBy('id').executeTakeFirst();
      if (!one) throw new Error(`the demo town has no ${workflow} at ${state}`);
      return one.id;
    },
    villageOf: async (id) => {
      const { unit } = await db.selectFrom('cases').select('unit').where('id', '=', id).executeTakeFirstOrThrow();
      const units = (await db.selectFrom('units').select('id').where('kind', '=', 'village').orderBy('position').execute()).map((one) => one.id);
      return `village${String(units.indexOf(unit) + 1).padStart(2, '0')}`;
    },
    close: async () => {
      await app.close();
      await close();
      await postgres.stop();
      folder.remove();
    },
  };
};
