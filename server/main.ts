/** The whole server, from its settings to a clean stop. */
import { workflows } from '../workflows/index.ts';
import { makeLog } from './log.ts';
import { DEMO_PASSWORD } from './open-office.ts';
import { CannotStart } from './private-postgres/cannot-start.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { startServer } from './start.ts';
import type { Running } from './start.ts';

const PATIENCE_MS = 20_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const end = (sentences: readonly string[]): never => {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const greet = ({ office }: Settings, { address, setUpToken }: Running): void => {
  say(`Township Casework is at ${address}`);
  if (setUpToken) say(`No office is set up yet. Set-up token, for POST ${address}/api/setup, shown this once: ${setUpToken}`);
  else if (office === 'demo') say(`Demo office, synthetic people only. Sign in as village01…village18, town1…town4, reviewer1…reviewer3, finance1, finance2, head1, head2, district1, district2, auditor, privacy or admin; the password of all is ${DEMO_PASSWORD}`);
};

const stopOnSignals = (running: Running): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    running.stop().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const why = (error: unknown): string[] => {
  if (error instanceof CannotStart) return [error.message];
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : new Error(String(error)) as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return ['The port is taken: set PORT to another one, or stop the program that holds it.'];
  return [`The server cannot start: ${message}`];
};

/** Ends the process with one sentence for each thing that is wrong. */
export const main = async (): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) return end(read.errors);
  try {
    const running = await startServer(read.settings, workflows, makeLog(), (error) => end(why(error)));
    stopOnSignals(running);
    greet(read.settings, running);
  } catch (error) {
    end(why(error));
  }
};

if (import.meta.main) await main();
