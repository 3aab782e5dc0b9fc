/** An office for the browser: the real server on a fresh demo town, its clock in our hands and at the same morning every time. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '../tools/folders.ts';

export type RunningOffice = { readonly base: string; stop(): Promise<void> };

const READY_MS = 240_000;

/** The address is printed once the port answers. */
const addressOf = (server: ChildProcess): Promise<string> => new Promise((resolve, reject) => {
  let said = '';
  const wait = setTimeout(() => reject(new Error(`The office did not open in time. It said:\n${said}`)), READY_MS);
  const read = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = /Casework is at (\S+)/.exec(said)?.[1];
    if (address) { clearTimeout(wait); resolve(address); }
  };
  server.stdout?.on('data', read);
  server.stderr?.on('data', read);
  server.on('exit', (code) => { clearTimeout(wait); reject(new Error(`The office ended with ${code}. It said:\n${said}`)); });
});

/** `prepare` fills its empty folder; without it, the office tells its town itself. */
export const startOffice = async (prepare?: (folder: string) => Promise<void>): Promise<RunningOffice> => {
  const folder = temporaryFolder();
  await prepare?.(folder.path);
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../server/bin/serve.ts')], {
    env: { ...process.env, DATABASE_URL: '', OFFICE: 'demo', CLOCK: 'manual', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder.path }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
    folder.remove();
  };
  try {
    return { base: await addressOf(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
