/** List pages over HTTP against their SQL alone, in turns. */
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import { startRecorder, startReplayer } from './statements.ts';
import type { Asked } from './statements.ts';
import type { Keys } from '../../server/keys/keys.ts';

const MOST = 3;
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['claims', '/api/benefit-claim?range=[0,24]&sort=["id","ASC"]'],
  ['residents', '/api/residents?range=[0,24]&sort=["id","ASC"]'],
  ['items', '/api/record-verification?range=[0,24]&sort=["id","ASC"]'],
  ['inbox', '/api/inbox?range=[0,24]&sort=["dueAt","ASC"]'],
];

const ask = (agent: Agent, base: string, path: string, cookie: string): Promise<void> => new Promise((resolve, reject) => {
  get(`${base}${path}`, { agent, headers: { cookie } }, (answer) => {
    answer.on('error', reject).on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)))).resume();
  }).on('error', reject);
});

/** Milliseconds for one, the mean of many. */
const timeOf = async (times: number, once: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  for (let n = 0; n < times; n += 1) await once();
  return (performance.now() - began) / times;
};

export type Sampled = { readonly base: string; readonly databaseUrl: string; readonly keys: Keys; readonly district: string; readonly cookie: string; readonly rounds: number; readonly times: number };

export const measureLists = async ({ base, databaseUrl, keys, district, cookie, rounds, times }: Sampled): Promise<Goal[]> => {
  const recorder = await startRecorder(databaseUrl, keys, district);
  const replayer = await startReplayer(databaseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const goals: Goal[] = [];
    for (const [name, path] of PAGES) {
      const statements: Asked[] = await recorder.record(encodeURI(path), cookie);
      const page = (): Promise<void> => ask(agent, base, encodeURI(path), cookie);
      const alone = (): Promise<void> => replayer.replay(statements);
      await timeOf(times, page);
      await timeOf(times, alone);
      const all: { sql: number; http: number }[] = [];
      for (let round = 0; round < rounds; round += 1) all.push({ sql: await timeOf(times, alone), http: await timeOf(times, page) });
      const ratio = spreadOf(all.map(({ sql, http }) => http / sql));
      say(`  ${name}, ${statements.length} statements: ${all.map(({ sql, http }) => `${http.toFixed(2)}/${sql.toFixed(2)} ms`).join(', ')}`);
      goals.push({ name: `list of ${name} at most ${MOST} times its SQL alone`, met: ratio.median <= MOST, figure: `ratio ${show(ratio, 2)}: page ${show(spreadOf(all.map(({ http }) => http)), 2)} ms, SQL ${show(spreadOf(all.map(({ sql }) => sql)), 2)} ms` });
    }
    return goals;
  } finally {
    agent.destroy();
    await replayer.end();
    await recorder.end();
  }
};
