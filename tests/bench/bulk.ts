/** `npm run bench-bulk [-- --rounds N --cases N]`: one event for every record of a month, 200 of them refused, through the API to the last verdict; against one statement that writes the same rows, and what others feel of it. */
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadKeys } from '../../server/keys/keys.ts';
import { openMonth } from '../bulk/month.ts';
import type { Month } from '../bulk/month.ts';
import { httpDoor } from '../doors/http.ts';
import type { Client } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { prepareTables } from './bare-tables.ts';
import type { BareTables } from './bare-tables.ts';
import { conclude, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import { addResidents } from './many-residents.ts';

const ITEM = 'record-verification';
const MOST_SECONDS = 15;
/** Of a statement that writes the same rows and asks nothing. */
const LEAST = 0.25;
/** Cases that are not there, and cases that others have moved on. */
const [ABSENT, MOVED] = [60, 140];
const LOOK_MS = 50;
/** As often as the panel asks: eighteen who ask more would be measured themselves. */
const PANEL_LOOKS_MS = 500;
const LONGEST_WAIT_MS = 500;

type Job = { readonly state: string; readonly total: number; readonly done: number; readonly refused: number; readonly results: readonly { readonly id: string; readonly result: string; readonly why: readonly string[] }[] };
type Asked = { readonly type: string; readonly data: object; readonly ids?: readonly string[]; readonly filter?: object; readonly dryRun?: boolean };
let jobs = 0;

/** Milliseconds from the asking to the last verdict. */
const run = async (client: Client, asked: Asked, looks = LOOK_MS): Promise<{ ms: number; job: Job }> => {
  const id = `bench-${jobs++}`;
  const began = performance.now();
  const { status, body } = await client.send('POST', `/api/${ITEM}/events`, { id, ...asked });
  if (status !== 202) throw new Error(`${asked.type}: ${status} ${JSON.stringify(body)}`);
  while ((await client.get<Job>(`/api/jobs/${id}?range=[0,-1]`)).body.state !== 'finished') await sleep(looks);
  const ms = performance.now() - began;
  return { ms, job: (await client.get<Job>(`/api/jobs/${id}`)).body };
};

const idsOf = async (client: Client, filter: object): Promise<string[]> => {
  const ids: string[] = [];
  for (let from = 0; ; from += 1000) {
    const rows = await client.list<{ id: string }>(ITEM, filter, [from, from + 999]);
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < 1000) return ids;
  }
};

/** How long somebody else waits for their list, again and again until it is over. */
const feel = async (client: Client, isOver: () => boolean): Promise<number[]> => {
  const waits: number[] = [];
  while (!isOver()) {
    const began = performance.now();
    await client.list('inbox', {}, [0, 24]);
    waits.push(performance.now() - began);
    await sleep(LOOK_MS);
  }
  return waits;
};

const at = (waits: readonly number[], share: number): number => waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * share)] ?? NaN;

const felt = async <T>(other: Client, work: () => Promise<T>): Promise<{ value: T; waits: number[] }> => {
  let over = false;
  const feeling = feel(other, () => over);
  const value = await work().finally(() => (over = true));
  return { value, waits: await feeling };
};

/** Every clerk marks their own, all at once; then the town sends all of it back, but what is not there or was undone. */
const round = async (town: Client, other: Client, bare: BareTables, month: Month, n: number) => {
  const began = performance.now();
  const marked = await Promise.all(month.villages.map(({ clerk, batch }) => run(clerk, { type: 'markUnable', data: { unableReason: 'moved' }, filter: { parent: batch, state: 'pending' } }, PANEL_LOOKS_MS)));
  const clerksMs = performance.now() - began;
  const done = marked.reduce((sum, { job }) => sum + job.done - job.refused, 0);
  if (done !== month.items) throw new Error(`${done} of ${month.items} were marked.`);
  const all = await idsOf(town, { parent: month.villages.map(({ batch }) => batch), state: 'unable' });
  const village = month.villages.toSorted((a, b) => a.batch.localeCompare(b.batch))[n % month.villages.length];
  const moved = all.filter((id) => id.startsWith(`${village?.batch}.`)).slice(0, MOVED);
  if (!village || moved.length < MOVED) throw new Error('The village is too small.');
  await run(village.clerk, { type: 'undo', data: { ground: '改日再核' }, ids: moved });
  const absent = Array.from({ length: ABSENT }, (_, i) => `nowhere-${i}`);
  const ids = [...all.slice(ABSENT).filter((id) => !moved.includes(id)), ...moved, ...absent].slice(-month.items);
  const asked = { type: 'sendBack', data: { reason: 'R02', problem: '请再次核对。' }, ids };
  const trial = await run(town, { ...asked, dryRun: true });
  await bare.catchUp();
  const { value: { ms, job }, waits } = await felt(other, () => run(town, asked));
  const limit = await bare.follow(ids);
  const expected = new Map([...moved.map((id) => [id, 'not-offered'] as const), ...absent.map((id) => [id, 'absent'] as const)]);
  const wrong = [trial.job, job].flatMap(({ results }) => results.filter(({ id, result, why }) => (result === 'done' ? expected.has(id) : expected.get(id) !== why.join())));
  if (wrong.length > 0 || job.refused !== expected.size || job.results.length !== ids.length) throw new Error(`The verdicts are wrong: ${JSON.stringify(wrong.slice(0, 5))}, ${job.refused} refused of ${job.results.length}`);
  if (limit.rows !== job.done - job.refused) throw new Error(`The statement wrote ${limit.rows} cases.`);
  await run(town, { type: 'sendBack', data: asked.data, filter: { parent: month.villages.map(({ batch }) => batch), state: 'unable' } });
  const ratio = limit.ms / limit.rows / (ms / ids.length);
  say(`  round ${n + 1}: ${ids.length} cases, ${job.refused} refused: ${(ms / 1000).toFixed(1)} s (${((ids.length / ms) * 1000).toFixed(0)}/s), one statement for the rows ${(limit.ms / 1000).toFixed(2)} s, ratio ${ratio.toFixed(2)}; tried out in ${(trial.ms / 1000).toFixed(1)} s; 18 clerks' jobs together ${(clerksMs / 1000).toFixed(1)} s (${((done / clerksMs) * 1000).toFixed(0)}/s); others waited ${at(waits, 0.5).toFixed(0)} ms at the median, ${at(waits, 0.99).toFixed(0)} ms at p99`);
  return { seconds: ms / 1000, perSecond: (ids.length / ms) * 1000, ratio, slowest: Math.max(...waits) };
};

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, cases: { type: 'string', default: '0' } } });
/** Records of the demo town's month. */
const OF_TOWN = 6_092;
const folder = temporaryFolder('casework-bench-');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];
try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; load ${loadavg()[0]?.toFixed(1)}`);
  say(`the office was ready after ${await office.start()} ms, its town made`);
  const door = httpDoor('office', office.base);
  const [town, other] = [await door.as('town1'), await door.as('town2')];
  if (Number(values.cases) > OF_TOWN) await addResidents(office.databaseUrl(), loadKeys(join(folder.path, 'keys')), Number(values.cases) - OF_TOWN);
  const month = await openMonth(door);
  const bare = await prepareTables(office.databaseUrl());
  const idle: number[] = [];
  const until = performance.now() + 3_000;
  idle.push(...(await feel(other, () => performance.now() > until)));
  say(`${month.items} records; alone, an inbox takes ${at(idle, 0.5).toFixed(0)} ms at the median, ${at(idle, 0.99).toFixed(0)} ms at p99\n`);
  const rounds = [];
  for (let n = 0; n < Number(values.rounds); n += 1) rounds.push(await round(town, other, bare, month, n));
  await bare.end();
  const seconds = spreadOf(rounds.map((one) => one.seconds));
  const slowest = spreadOf(rounds.map((one) => one.slowest));
  goals.push({ name: `one event for ${month.items} cases, ${ABSENT + MOVED} of them refused, every verdict exact, below ${MOST_SECONDS} s`, met: seconds.most < MOST_SECONDS, figure: `${show(seconds, 1)} s, ${show(spreadOf(rounds.map((one) => one.perSecond)))} cases/s` });
  goals.push({ name: `${LEAST} or more of one statement that writes the same rows`, met: spreadOf(rounds.map((one) => one.ratio)).median >= LEAST, figure: `ratio ${show(spreadOf(rounds.map((one) => one.ratio)), 2)}` });
  goals.push({ name: `meanwhile nobody waits ${LONGEST_WAIT_MS} ms for their inbox`, met: slowest.most < LONGEST_WAIT_MS, figure: `slowest ${show(slowest)} ms` });
} finally {
  await office.stop();
  folder.remove();
}
conclude(goals);
