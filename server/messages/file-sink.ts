/** Messages into files instead of out of the house: one line of JSON each, on disk before it counts as sent. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '../../workflows/office/working-days.ts';
import type { Message, Sender } from './sender.ts';

const holds = (lines: string, id: string): boolean => lines.split('\n').some((line) => {
  try {
    return (JSON.parse(line) as { id?: unknown }).id === id;
  } catch {
    // The end of a file that a crash cut off.
    return false;
  }
});

const whole = (lines: string): boolean => lines === '' || lines.endsWith('\n');

/** By the day it was made, so that a second try looks where the first one wrote. */
const write = async (folder: string, { again, ...message }: Message): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${message.channel}-${dayOf(message.madeAt)}.jsonl`);
  const written = again ? await readFile(path, 'utf8').catch(() => '') : '';
  if (holds(written, message.id)) return;
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${whole(written) ? '' : '\n'}${JSON.stringify(message)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
};

export const fileSink = (folder: string): Sender => (message) => write(folder, message);
