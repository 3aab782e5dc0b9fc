/** An office for the browser tests: the real server on a fresh demo town, its clock in our hands. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { httpDoor, type Door } from '../doors/http.ts';
import { temporaryFolder } from '../tools/folders.ts';

export type RunningOffice = { readonly base: string; readonly door: Door; stop(): Promise<void> };

const READY_MS = 120_000;

const portOf = (server: ChildProcess): Promise<string> => new Promise((resolve, reject) => {
  let said = '';
  const wait = setTimeout(() => reject(new Error(`The office did not open in time. It said:\n${said}`)), READY_MS);
  const read = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = /http:\/\/(127\.0\.0\.1|localhost):(\d+)/.exec(said)?.[0];
    if (address) { clearTimeout(wait); resolve(address); }
  };
  server.stdout?.on('data', read);
  server.stderr?.on('data', read);
  server.on('exit', (code) => { clearTimeout(wait); reject(new Error(`The office ended with ${code}. It said:\n${said}`)); });
});

const untilReady = async (base: string): Promise<void> => {
  for (let n = 0; n < 300; n += 1) {
    const answer = await fetch(`${base}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  throw new Error('The office is open but never ready.');
};

export const startOffice = async (env: NodeJS.ProcessEnv = {}): Promise<RunningOffice> => {
  const folder = temporaryFolder();
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../server/bin/serve.ts')], {
    env: { ...process.env, DATABASE_URL: '', OFFICE: 'demo', CLOCK: 'manual', PORT: '0', DATA_DIR: folder.path, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const base = await portOf(server);
  await untilReady(base);
  return {
    base, door: httpDoor('server', base),
    stop: async () => {
      const ended = new Promise((resolve) => { server.once('exit', resolve); });
      server.kill('SIGTERM');
      await ended;
      folder.remove();
    },
  };
};
