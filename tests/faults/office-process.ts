/** An office in a process of its own: to be measured, or killed and started again. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldersOf } from '../../server/private-postgres/folders.ts';
import { findPostmaster, urlOf } from '../../server/private-postgres/postmaster.ts';

const ROOT = join(import.meta.dirname, '../..');
export const HONEST = 'server/bin/serve.ts';
/** An office built of the same parts that answers before it commits, and enqueues its jobs afterwards. */
export const NAIVE = 'tests/faults/naive-server.ts';
const READY_MS = 300_000;

export type OfficeProcess = {
  readonly base: string;
  /** Of the server, while it runs. */
  pid(): number;
  /** Of its PostgreSQL, while that runs. */
  databaseUrl(): string;
  /** Answers with the milliseconds until the office was ready. */
  start(): Promise<number>;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** SIGTERM: the office ends itself and its PostgreSQL. */
  stop(): Promise<void>;
};

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

const isReady = (base: string): Promise<boolean> =>
  fetch(`${base}/api/ready`, { signal: AbortSignal.timeout(2_000) }).then(({ ok, body }) => body?.cancel().then(() => ok) ?? ok, () => false);

const ended = (child: ChildProcess): Promise<unknown> => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve)));

/** `folder` becomes DATA_DIR; what the office prints goes to `office.log` in it. `entry` is a file of the repository. */
export const officeProcess = async (folder: string, { entry = HONEST, env = {} }: { entry?: string; env?: Record<string, string> } = {}): Promise<OfficeProcess> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const printed = join(folder, 'office.log');
  let child: ChildProcess | null = null;

  const databaseUrl = (): string => {
    const running = findPostmaster(foldersOf(folder).cluster);
    if (!running) throw new Error('The PostgreSQL of the office does not run.');
    return urlOf(running.socketDir);
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = child;
    child = null;
    ending?.kill(signal);
    if (ending) await ended(ending);
  };
  const start = async (): Promise<number> => {
    const began = performance.now();
    const log = openSync(printed, 'a');
    const { DATABASE_URL: _, ...inherited } = process.env;
    const starting = spawn(process.execPath, [entry], { cwd: ROOT, stdio: ['ignore', log, log], env: { ...inherited, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, OFFICE: 'demo', CLOCK: 'manual', ...env } });
    closeSync(log);
    child = starting;
    while (performance.now() - began < READY_MS) {
      if (starting.exitCode !== null || starting.signalCode !== null) break;
      if (await isReady(base)) return Math.round(performance.now() - began);
      await sleep(50);
    }
    await end('SIGKILL');
    throw new Error(`The office did not get ready. It said:\n${readFileSync(printed, 'utf8').split('\n').slice(-20).join('\n')}`);
  };
  // Whatever ends the test ends the office with it.
  process.once('exit', () => child?.kill('SIGKILL'));
  const pid = (): number => {
    if (child?.pid === undefined) throw new Error('The office does not run.');
    return child.pid;
  };
  return { base, pid, databaseUrl, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
};
