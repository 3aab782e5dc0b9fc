/** The demo town with its past, in folders like an office's own: told once for all tests that start from it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { officeProcess } from '../faults/office-process.ts';

const PATIENCE_MS = 300_000;

/** One of the tests that ask tells it, the others wait. Gives the folder. */
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
  const from = await tell(inject('toldTownAt'));
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The demo town cannot be copied: ${stderr}`);
};
