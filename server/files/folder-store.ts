/** Objects in a folder: moved in whole, and on disk with the folder's entry before anybody is told. */
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkName, isObjectName } from './object-store.ts';
import type { ObjectStore } from './object-store.ts';

/** A name that was given is on disk only once its folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  const entries = await open(folder, 'r');
  try {
    await entries.sync();
  } finally {
    await entries.close();
  }
};

export const folderStore = (folder: string): ObjectStore => {
  const at = (name: string): string => join(folder, checkName(name));
  return {
    put: async (name, path) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(path, at(name));
      await syncFolder(folder);
    },
    borrow: async (name) => ({ path: at(name), giveBack: () => Promise.resolve() }),
    remove: async (name) => rm(at(name), { force: true }),
    olderThan: async function* (before) {
      const entries = await opendir(folder).catch(() => null);
      for await (const { name } of entries ?? []) {
        const found = isObjectName(name) ? await stat(at(name)).catch(() => null) : null;
        if (found && found.mtime < before) yield name;
      }
    },
  };
};
