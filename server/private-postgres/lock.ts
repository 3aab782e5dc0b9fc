/** Holds a folder for this process alone, until it lets go or dies in whatever way. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

const BUSY = 5;
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === BUSY;

/**
 * SQLite's file lock is the one lock of the operating system that Node brings: the kernel takes it back the moment
 * the process dies, kill -9 included, where a file with a process id would lie.
 */
export const holdFolder = (folder: string, shownAs: string): { release(): void } => {
  try {
    const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    if (isBusy(error)) throw new CannotStart(`Another server is running on ${shownAs}: stop it first, or give this one its own DATA_DIR.`);
    throw new CannotStart(`${folder} cannot be written by this account (${String(error)}): start the server as the account that made it.`);
  }
};
