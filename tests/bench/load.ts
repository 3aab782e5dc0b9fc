/** The load, in a process of its own: each connection sends its next request when the last one is answered. */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** One request; `status` is the answer expected. */
export type Shot = { readonly path: string; readonly cookie: string; readonly body: unknown; readonly status: number };
/** Requests that must follow each other: the life of one case. */
export type Thread = readonly Shot[];
export type Run = {
  /** Added behind those still waiting. */
  readonly threads?: readonly Thread[];
  readonly connections: number;
  /** Milliseconds; without it until nothing is left. */
  readonly for?: number;
};
export type Ran = {
  readonly answered: number; readonly ms: number;
  /** Milliseconds: quantiles of the answers, and the longest time in which no connection was answered. */
  readonly median: number; readonly p99: number; readonly slowest: number; readonly silence: number;
  /** Answers other than expected, the first few. */
  readonly wrong: readonly string[];
  readonly threadsLeft: number;
};

const SHOWN = 5;
const waiting: Shot[][] = [];

const send = (port: number, agent: Agent, { path, cookie, body, status }: Shot): Promise<string | null> => new Promise((resolve) => {
  const text = Buffer.from(JSON.stringify(body));
  const sent = request({ host: '127.0.0.1', port, agent, path, method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Length': text.length, Cookie: cookie } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part)).on('error', ({ message }) => resolve(message)).on('end', () =>
      resolve(answer.statusCode === status ? null : `${path} ${JSON.stringify(body).slice(0, 120)}: ${answer.statusCode} ${Buffer.concat(parts).toString().slice(0, 300)}`));
  });
  sent.on('error', ({ message }) => resolve(message)).end(text);
});

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const run = async (port: number, { threads = [], connections, for: limit = Infinity }: Run): Promise<Ran> => {
  for (const thread of threads) waiting.push([...thread]);
  const wrong: string[] = [];
  const times: number[] = [];
  const began = performance.now();
  let [last, silence] = [began, 0];
  const isOver = (): boolean => performance.now() - began >= limit || wrong.length >= SHOWN;

  const connection = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let thread = waiting.shift(); thread && !isOver(); thread = thread.length > 0 ? thread : waiting.shift()) {
      const shot = thread.shift();
      if (!shot) continue;
      const sentAt = performance.now();
      const trouble = await send(port, agent, shot);
      const now = performance.now();
      times.push(now - sentAt);
      silence = Math.max(silence, now - last);
      last = now;
      if (trouble !== null) wrong.push(trouble);
      if (isOver() && thread.length > 0) waiting.unshift(thread);
      if (isOver()) break;
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const ms = performance.now() - began;
  const sorted = times.toSorted((a, b) => a - b);
  return { answered: times.length - wrong.length, ms, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), slowest: sorted.at(-1) ?? 0, silence, wrong, threadsLeft: waiting.length };
};

const [port] = process.argv.slice(2).map(Number);
process.on('message', (asked: Run) => void run(port ?? 0, asked).then((ran) => process.send?.(ran)));
process.on('disconnect', () => process.exit(0));
