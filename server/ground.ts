/** What an office stands on: a database with its schema, and the keys. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { loadKeys } from './keys/keys.ts';
import type { Keys } from './keys/keys.ts';
import { startPrivatePostgres } from './private-postgres/start.ts';
import type { Settings } from './settings.ts';
import { connect } from './store/connection.ts';
import type { Connection } from './store/connection.ts';
import { migrate } from './store/migrate.ts';
import { lockMaking } from './store/office-row.ts';

export type Ground = {
  readonly settings: Settings; readonly workflows: readonly Workflow[]; readonly log: Logger;
  readonly connection: Connection; readonly url: string; readonly keys: Keys;
  close(): Promise<void>;
};

/** One process after the other: those that start together find the same keys. */
const makeKeys = ({ db }: Connection, folder: string): Promise<Keys> => db.transaction().execute(async (tx) => {
  await lockMaking(tx);
  return loadKeys(folder);
});

/** Throws `CannotStart` with one sentence where there can be no database. */
export const layGround = async (settings: Settings, workflows: readonly Workflow[], log: Logger): Promise<Ground> => {
  const postgres = settings.databaseUrl === undefined ? await startPrivatePostgres(settings.dataDir) : null;
  const url = settings.databaseUrl ?? postgres?.url ?? '';
  const connection = connect(url, undefined, (error) => log.warn({ err: error }, 'a connection was lost'));
  const close = async (): Promise<void> => {
    await connection.close();
    await postgres?.stop();
  };
  try {
    await migrate(connection.db);
    return { settings, workflows, log, connection, url, keys: await makeKeys(connection, join(settings.dataDir, 'keys')), close };
  } catch (error) {
    await close();
    throw error;
  }
};
