/** The demo town with its past, in folders like an office's own: told once for all tests that start from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from './folders.ts';

const PATIENCE_MS = 300_000;
/** The place is known to every process of the tests. */
const PLACE = 'TOLD_TOWN_AT';

/** Where the town is told. Whoever was first to want a place takes it away. */
export const placeToTell = (): { remove(): void } => {
  if (process.env[PLACE]) return { remove: () => undefined };
  const folder = temporaryFolder('casework-told-');
  process.env[PLACE] = folder.path;
  return {
    remove: () => {
      delete process.env[PLACE];
      folder.remove();
    },
  };
};

/** One of those who ask tells it, the others wait. Gives the folder. */
const tell = async (at: string): Promise<string> => {
  const [folder, told] = [join(at, 'town'), join(at, 'told')];
  let mine = true;
  try { mkdirSync(folder, { mode: 0o711 }); } catch { mine = false; }
  if (mine) {
    const office = await officeProcess(folder);
    await office.start();
    await office.stop();
    writeFileSync(told, '');
  }
  const until = Date.now() + PATIENCE_MS;
  while (!existsSync(told)) {
    if (Date.now() > until) throw new Error('The demo town was not told in time.');
    await sleep(100);
  }
  return folder;
};

/** Makes `folder`, which must be empty, the DATA_DIR of a demo office at its first morning: its PostgreSQL, keys and files. */
export const copyTold = async (folder: string): Promise<void> => {
  const from = await tell(process.env[PLACE] ?? '');
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The demo town cannot be copied: ${stderr}`);
};
