/** The server's log: one JSON line each, without bodies, query strings, addresses or anything a person is told by. */
import { pino } from 'pino';
import type { Logger } from 'pino';

/** The message of a database error may quote the value it stumbled over: the stack and the code say enough. */
const errorOf = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  return { type: error.name, code, stack, ...(error.cause !== undefined && { cause: errorOf(error.cause) }) };
};

export const makeLog = (destination?: { write(line: string): void }): Logger => {
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
  return destination ? pino(options, destination) : pino(options);
};
