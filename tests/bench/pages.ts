/** Pages over HTTP, one after the other on a kept connection, and each against its SQL alone. */
import { Agent, request } from 'node:http';
import { say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import type { Asked, startRecorder, startReplayer } from './statements.ts';

const WARM = 4;
const MOST_RATIO = 3;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
/** Lets the kept connection go. */
export const hangUp = (): void => agent.destroy();

export type Answer = { readonly status: number; readonly text: string; readonly total: string };
export const ask = (base: string, path: string, cookie: string, body?: object): Promise<Answer> => new Promise((resolve, reject) => {
  const sent = body && JSON.stringify(body);
  const asking = request(`${base}${path}`, { agent, method: sent ? 'POST' : 'GET', headers: { cookie, ...(sent && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }) } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      .on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), total: `${(answer.headers['content-range'] ?? '').split('/')[1] ?? ''}${answer.headers['x-total-estimated'] ? ' (estimated)' : ''}` }));
  }).on('error', reject);
  asking.end(sent);
});

export const at = (all: readonly number[], share: number): number => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? NaN;

/** A list as the panel asks it. */
export const listPath = (resource: string, asked: Readonly<Record<string, unknown>>): string =>
  `/api/${resource}?${new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])).toString()}`;

/** `deepOf`: the page before which none is skipped. `most`: milliseconds at the median. `body`: it is searched for. */
export type Page = { readonly name: string; readonly path: string; readonly most: number; readonly body?: object; readonly deepOf?: string };
type Asking = {
  readonly base: string; readonly cookie: string; readonly times: number;
  readonly recorder: Awaited<ReturnType<typeof startRecorder>>; readonly replayer: Awaited<ReturnType<typeof startReplayer>>;
  /** The statements whose plan is shown. */
  readonly isPlanned: (asked: Asked) => boolean;
};

/** In the order given, so that the first of its list comes before a deep page. */
export const measurePages = async ({ base, cookie, times, recorder, replayer, isPlanned }: Asking, pages: readonly Page[]): Promise<Goal[]> => {
  const goals: Goal[] = [];
  const medians = new Map<string, number>();
  for (const { name, path, most, body, deepOf } of pages) {
    const statements = await recorder.record(path, cookie, body);
    const page = async (): Promise<string> => { const { status, text, total } = await ask(base, path, cookie, body); if (status !== 200) throw new Error(`${path}: ${status} ${text}`); return total; };
    const [http, sql]: [number[], number[]] = [[], []];
    let total = '';
    for (let n = -WARM; n < times; n += 1) {
      const start = performance.now();
      await replayer.replay(statements);
      const between = performance.now();
      total = await page();
      if (n < 0) continue;
      sql.push(between - start);
      http.push(performance.now() - between);
    }
    const [median, alone] = [at(http, 0.5), at(sql, 0.5)];
    medians.set(name, median);
    say(`  ${name}: page ${show(spreadOf(http), 1)} ms, p95 ${at(http, 0.95).toFixed(1)} ms, SQL ${alone.toFixed(1)} ms${total && `, total ${total}`}; by ${(await replayer.indexesOf(statements.filter(isPlanned))).join(', ')}`);
    goals.push({ name: `${name}: below ${most} ms and at most ${MOST_RATIO} times its SQL`, met: median < most && median / alone <= MOST_RATIO, figure: `median ${median.toFixed(1)} ms, p95 ${at(http, 0.95).toFixed(1)} ms, ${(median / alone).toFixed(2)} times` });
    const shallow = medians.get(deepOf ?? '');
    if (shallow !== undefined) goals.push({ name: `${name}: at most ${MOST_RATIO} times the first`, met: median / shallow <= MOST_RATIO, figure: `${(median / shallow).toFixed(2)} times` });
  }
  return goals;
};
