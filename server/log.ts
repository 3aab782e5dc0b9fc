/** The server's log: one JSON line each, without bodies, query strings, addresses or anything a person is told by. */
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** The message of a database error may quote the value it stumbled over: the stack and the code say enough. */
const errorOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { type: error.name, code, stack, ...(error.cause !== undefined && { cause: errorOf(error.cause) }) };
};

/** A write of a line each is felt under load; a process that is killed loses lines of the last moment at most. */
const GATHERED_LENGTH = 4096;
const GATHERED_MS = 200;

/** Nothing waits for the disk: a log that did would hold up every request, and the database beside it. */
const gatheredLines = (): DestinationStream => {
  let lines = '';
  const write = (): void => {
    if (lines !== '') process.stdout.write(lines);
    lines = '';
  };
  setInterval(write, GATHERED_MS).unref();
  process.once('exit', write);
  return {
    write: (line: string) => {
      lines += line;
      if (lines.length >= GATHERED_LENGTH) write();
    },
  };
};

export const makeLog = (destination: DestinationStream = gatheredLines()): Logger => {
  const options = {
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      err: errorOf,
      error: errorOf,
    },
  };
  return pino(options, destination);
};
