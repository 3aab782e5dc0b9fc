/** Files that no accepted event named within a day go, and with them contents and objects that belong to nobody. */
import { opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '../office.ts';
import { dropLoneContents, dropUnnamed, findContentsAmong } from '../store/files-sweep.ts';
import { inTransaction } from '../store/transaction.ts';
import { passingFolder, storeOf, thumbnailOf } from './kept-files.ts';

const KEPT_MS = 86_400_000;
const TOGETHER = 500;

const dropRows = ({ pool, district }: Office, before: Date): Promise<string[]> => inTransaction(pool, async (tx) => {
  await dropUnnamed(tx, district, before);
  return dropLoneContents(tx, district);
});

/** Objects whose content is gone, or that a crash left without one. Nothing younger: it may be on its way to its row. */
const dropStrays = async (office: Office, before: Date): Promise<void> => {
  const store = storeOf(office);
  let names: string[] = [];
  const drop = async (): Promise<void> => {
    const known = await findContentsAmong(office.db, names.map((name) => name.replace(/\.t$/, '')));
    for (const name of names) if (!known.has(name.replace(/\.t$/, ''))) await store.remove(name);
    names = [];
  };
  for await (const name of store.olderThan(before)) {
    names.push(name);
    if (names.length >= TOGETHER) await drop();
  }
  await drop();
};

const dropPassing = async ({ files }: Office, before: Date): Promise<void> => {
  const folder = passingFolder(files);
  for await (const { name } of (await opendir(folder).catch(() => null)) ?? []) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtime < before) await rm(join(folder, name), { force: true });
  }
};

/** Gives the number of contents that went. */
export const sweepFiles = async (office: Office, nowMs: number): Promise<number> => {
  const before = new Date(nowMs - KEPT_MS);
  let swept = 0;
  for (let gone = await dropRows(office, before); gone.length > 0; gone = await dropRows(office, before)) {
    for (const id of gone) for (const name of [id, thumbnailOf(id)]) await storeOf(office).remove(name);
    swept += gone.length;
  }
  await dropStrays(office, before);
  await dropPassing(office, before);
  return swept;
};
