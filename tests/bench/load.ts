/** The load, in a process of its own: each connection sends its next request when the last one is answered. */
import { connect } from 'node:net';
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

type Said = { readonly status: number; readonly body: string };
type Line = { ask(shot: Shot): Promise<Said>; hangUp(): void };

const HEAD_END = '\r\n\r\n';

/** A kept connection that says one request at a time: whoever makes the load shall not take the processor from whoever bears it. */
const dial = (port: number): Promise<Line> => new Promise((resolve, reject) => {
  let [got, heard, lost]: [Buffer, (said: Said) => void, (error: Error) => void] = [Buffer.alloc(0), () => undefined, reject];
  const socket = connect(port, '127.0.0.1').setNoDelay(true).on('error', (error) => lost(error)).on('close', () => lost(new Error('The connection was closed.')));
  socket.on('data', (part) => {
    got = got.length === 0 ? part : Buffer.concat([got, part]);
    const end = got.indexOf(HEAD_END);
    if (end < 0) return;
    const head = got.toString('latin1', 0, end);
    const length = Number(/\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const [from, to] = [end + HEAD_END.length, end + HEAD_END.length + length];
    if (got.length < to) return;
    const body = got.toString('utf8', from, to);
    got = got.subarray(to);
    heard({ status: Number(head.slice(9, 12)), body });
  });
  socket.once('connect', () => resolve({
    ask: ({ path, cookie, body }) => new Promise<Said>((hear, lose) => {
      [heard, lost] = [hear, lose];
      const text = JSON.stringify(body);
      socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nCookie: ${cookie}${HEAD_END}${text}`);
    }),
    hangUp: () => void socket.destroy(),
  }));
});

/** What was wrong, or null. */
const send = async (line: Line, shot: Shot): Promise<string | null> => {
  const { status, body } = await line.ask(shot);
  return status === shot.status ? null : `${shot.path} ${JSON.stringify(shot.body).slice(0, 120)}: ${status} ${body.slice(0, 300)}`;
};

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const run = async (port: number, { threads = [], connections, for: limit = Infinity }: Run): Promise<Ran> => {
  for (const thread of threads) waiting.push([...thread]);
  const wrong: string[] = [];
  const times: number[] = [];
  const began = performance.now();
  let [last, silence] = [began, 0];
  const isOver = (): boolean => performance.now() - began >= limit || wrong.length >= SHOWN;

  const connection = async (): Promise<void> => {
    const line = await dial(port);
    for (let thread = waiting.shift(); thread && !isOver(); thread = thread.length > 0 ? thread : waiting.shift()) {
      const shot = thread.shift();
      if (!shot) continue;
      const sentAt = performance.now();
      const trouble = await send(line, shot);
      const now = performance.now();
      times.push(now - sentAt);
      silence = Math.max(silence, now - last);
      last = now;
      if (trouble !== null) wrong.push(trouble);
      if (isOver() && thread.length > 0) waiting.unshift(thread);
      if (isOver()) break;
    }
    line.hangUp();
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const ms = performance.now() - began;
  const sorted = times.toSorted((a, b) => a - b);
  return { answered: times.length - wrong.length, ms, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), slowest: sorted.at(-1) ?? 0, silence, wrong, threadsLeft: waiting.length };
};

const [port] = process.argv.slice(2).map(Number);
process.on('message', (asked: Run) => void run(port ?? 0, asked).then((ran) => process.send?.(ran)));
process.on('disconnect', () => process.exit(0));
