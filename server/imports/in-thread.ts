/** Starts threads that read files, and hears what they say. */
import { Worker } from 'node:worker_threads';
import type { Refusal } from '../../workflows/office/import/problems.ts';
import type { AllRows, Block, Check, Looked, Said, Source, Task } from './job.ts';

/** Megabytes of a thread's own heap, and seconds it may take. */
const MOST_HEAP = 96;
const YOUNG_HEAP = 8;
const LOOKING_MS = 10_000;
const READING_MS = 60_000;
const CHECKING_MS = 240_000;

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Refusal };

/** A thread that runs out of memory or of time met a file that was made for it. */
const tooMuch = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const start = (task: Task, hear: (said: Said) => void, most: number): { ended: Promise<Ended<unknown>>; more(): void; stop(): void } => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP, maxYoungGenerationSizeMb: YOUNG_HEAP } });
  const ended = new Promise<Ended<unknown>>((resolve, reject) => {
    const late = setTimeout(() => resolve({ ok: false, why: 'bomb' }), most);
    const end = (value: Ended<unknown>): void => { clearTimeout(late); resolve(value); };
    worker.on('message', (said: Said) => {
      if (said.type === 'end') end({ ok: true, value: said.value });
      else if (said.type === 'refused') end({ ok: false, why: said.why });
      else hear(said);
    });
    worker.on('error', (error) => {
      clearTimeout(late);
      if (tooMuch(error)) resolve({ ok: false, why: 'bomb' });
      else reject(error);
    });
  }).finally(() => void worker.terminate());
  return { ended, more: () => worker.postMessage('more', []), stop: () => void worker.terminate() };
};

const nothing = (): void => undefined;
export const lookAt = (source: Source): Promise<Ended<Looked>> => start({ do: 'look', source }, nothing, LOOKING_MS).ended as Promise<Ended<Looked>>;

/** Every row of the first sheet, by its number. */
export const readRows = (source: Source): Promise<Ended<AllRows>> => start({ do: 'rows', source }, nothing, READING_MS).ended as Promise<Ended<AllRows>>;

/** Two threads read the whole file and each checks and seals half of its blocks; `take` gets them in their order. */
export const checkAll = async (source: Source, asked: Omit<Check, 'shard' | 'shards'>, shards: number, take: (block: Block) => Promise<void>): Promise<Ended<null>> => {
  const waiting: Block[][] = Array.from({ length: shards }, () => []);
  let wake = nothing;
  const open = new Set<number>(waiting.keys());
  const threads = waiting.map((blocks, shard) => start({ do: 'check', source, check: { ...asked, shard, shards } }, (said) => {
    if (said.type === 'block') blocks.push(said.block);
    wake();
  }, CHECKING_MS));
  let refused: Ended<null> | null = null;
  const ends = Promise.all(threads.map(async ({ ended }, shard) => {
    const end = await ended.finally(() => { open.delete(shard); wake(); });
    if (!end.ok) refused = end;
  }));
  ends.catch(nothing);
  try {
    for (let turn = 0; ; turn = (turn + 1) % shards) {
      while (waiting[turn]?.length === 0 && open.has(turn)) await new Promise<void>((resolve) => { wake = resolve; });
      const block = waiting[turn]?.shift();
      if (!block) break;
      threads[turn]?.more();
      await take(block);
    }
    // The other threads may still wait for a turn that never comes.
    if (refused === null) await ends;
    return refused ?? { ok: true, value: null };
  } finally {
    for (const { stop } of threads) stop();
  }
};
