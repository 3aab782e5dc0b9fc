/** Speaks to the process that makes the load. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ran, Run } from './load.ts';

export type Loader = { run(asked: Run): Promise<Ran>; end(): void };

/** Throws where an answer was not the one expected, or nothing was left to ask before the time was over: such a round measures nothing. */
export const startLoader = (base: string): Loader => {
  const child = fork(join(import.meta.dirname, 'load.ts'), [new URL(base).port], { serialization: 'advanced' });
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('The load generator ended.')));
  return {
    run: async (asked) => {
      child.send(asked);
      const [ran] = (await once(child, 'message', { signal: ended.signal })) as [Ran];
      if (ran.wrong.length > 0) throw new Error(`The office answered otherwise than expected:\n${ran.wrong.join('\n')}`);
      if (asked.for !== undefined && ran.threadsLeft === 0) throw new Error('There was nothing left to ask before the time was over: run it with more cases.');
      return ran;
    },
    end: () => child.disconnect(),
  };
};
