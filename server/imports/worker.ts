/** A thread that reads one file: parsing never holds up anybody's request, and what goes wrong in it ends it alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSealed } from '../files/sealed-file.ts';
import { readTable } from '../table/read-table.ts';
import type { Format, Reading } from '../table/read-table.ts';
import { Refused } from '../table/refused.ts';
import { AHEAD } from './job.ts';
import type { AllRows, Check, Looked, Said, Source, Task } from './job.ts';

const say = (said: Said): void => parentPort?.postMessage(said, []);
type Read = (reading: Reading) => Promise<Format>;

const SHOWN = 20;
/** A small file is looked through to its end: what is wrong with it is said at once. */
const SMALL = 2 ** 20;

const isNumber = (text: string): boolean => /^[\d.,/-]+$/.test(text);
const headersIn = (cells: readonly string[]): string[] => {
  const headers = cells.map((cell) => cell.trim());
  const named = headers.filter((header) => header !== '');
  if (named.length < 2 || named.some(isNumber) || new Set(named).size < named.length) throw new Refused('no-header');
  return headers;
};

const look = async (read: Read, size: number): Promise<Looked> => {
  const rows: { n: number; cells: readonly string[] }[] = [];
  const format = await read({
    wants: () => rows.length <= SHOWN,
    take: (n, cells) => { if (rows.length <= SHOWN && cells.some((cell) => cell.trim() !== '')) rows.push({ n, cells: [...cells] }); },
    pause: () => Promise.resolve(rows.length > SHOWN && size > SMALL ? 'enough' : 'on'),
  });
  const [first, ...others] = rows;
  if (!first) throw new Refused('empty');
  const headers = headersIn(first.cells);
  if (others.length === 0) throw new Refused('empty');
  return { format, header: first.n, headers, rows: others };
};

/** What one village fills in is no more than this. */
const MOST_HELD = 5_000;

const allRows = async (read: Read): Promise<AllRows> => {
  const rows: (readonly string[])[] = [];
  const take = (n: number, cells: readonly string[]): void => {
    if (n > MOST_HELD) throw new Refused('too-large');
    rows[n] = [...cells];
  };
  const format = await read({ wants: () => true, take, pause: () => Promise.resolve('on') });
  if (rows.length === 0) throw new Refused('empty');
  return { format, rows: Array.from(rows, (row) => row ?? []) };
};

/** Blocks go out as they are done, some ahead of those that were taken. */
const check = async (read: Read, { keys }: Source, asked: Check): Promise<null> => {
  // The checks are much to load for a thread that only looks.
  const { makeChecker } = await import('./check-rows.ts');
  const checker = makeChecker({ ...keys, lookAgain: () => undefined, renew: () => { throw new Error('A thread makes no keys.'); } }, asked);
  const room = { free: AHEAD, wake: (): void => undefined };
  const heard = (): void => { room.free += 1; room.wake(); };
  parentPort?.on('message', heard);
  const send = async (last: boolean): Promise<void> => {
    for (const block of checker.finished(last)) {
      while (room.free === 0) await new Promise<void>((resolve) => { room.wake = resolve; });
      room.free -= 1;
      say({ type: 'block', block });
    }
  };
  await read({ wants: checker.wants, take: checker.take, pause: async () => { await send(false); return 'on'; } });
  await send(true);
  parentPort?.off('message', heard);
  return null;
};

const run = async (task: Task): Promise<unknown> => {
  const { source } = task;
  const file = await openSealed(source.keys, source.path, source.id);
  const read: Read = (reading) => readTable(file, source.utf8, reading);
  try {
    if (task.do === 'look') return await look(read, file.size);
    return task.do === 'rows' ? await allRows(read) : await check(read, source, task.check);
  } finally {
    await file.close();
  }
};

try {
  say({ type: 'end', value: await run(workerData as Task) });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  say({ type: 'refused', why: error.why });
}
