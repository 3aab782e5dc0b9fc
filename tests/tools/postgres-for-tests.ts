/** What the server's tests share: one private PostgreSQL, and the place where the demo town is told once; both go away with them. */
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { temporaryFolder } from './folders.ts';
import { placeToTell } from './told-town.ts';

declare module 'vitest' {
  interface ProvidedContext { postgresUrl: string }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const [folder, place] = [temporaryFolder(), placeToTell()];
  const postgres = await startPrivatePostgres(folder.path);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    folder.remove();
    place.remove();
  };
};
