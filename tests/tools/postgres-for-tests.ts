/** What the server's tests share: one private PostgreSQL, and the place where the demo town is told once; both go away with them. */
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { temporaryFolder } from './folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    toldTownAt: string;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const [folder, town] = [temporaryFolder(), temporaryFolder('casework-told-')];
  const postgres = await startPrivatePostgres(folder.path);
  project.provide('postgresUrl', postgres.url);
  project.provide('toldTownAt', town.path);
  return async () => {
    await postgres.stop();
    folder.remove();
    town.remove();
  };
};
