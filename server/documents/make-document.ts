/** Has a paper set in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { Paper } from './paper.ts';

export const FORMATS = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;
export type Format = keyof typeof FORMATS;
export type Task = { readonly paper: Paper; readonly format: Format };
/** `missing`: characters that no font of ours can show. */
export type Made = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly missing: readonly string[] };

const MOST_MS = 60_000;
const MOST_HEAP = 384;

const start = (task: Task): Promise<Made> => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP } });
  const late = setTimeout(() => { void worker.terminate(); reject(new Error('The paper was not set in time.')); }, MOST_MS);
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => clearTimeout(late));
});

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two at once would only take twice as long each. */
export const makeDocument = (task: Task): Promise<Made> => {
  const made = last.then(() => start(task));
  last = made.catch(() => undefined);
  return made;
};
