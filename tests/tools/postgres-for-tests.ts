/** One private PostgreSQL for all tests of the server, in a folder that goes away with it. */
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { temporaryFolder } from './folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = temporaryFolder();
  const postgres = await startPrivatePostgres(folder.path);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    folder.remove();
  };
};
