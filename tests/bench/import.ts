/** `npm run bench-import [-- --rows N --rounds N]`: a register's first load from a workbook and from text, beside PostgreSQL's own COPY of the same rows; what it takes of memory, and what others feel. */
import { chmodSync, readFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client as Database } from 'pg';
import { httpDoor } from '../doors/http.ts';
import type { Client } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { writeCsv, writeXlsx } from '../imports/files.ts';
import { hostileFiles } from '../imports/hostile.ts';
import { HEADERS, personRow } from '../imports/people.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { conclude, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';

const LEAST_RATIO = 0.05;
const MOST_MEGABYTES = 250;
const LONGEST_WAIT_MS = 500;
const LOOK_MS = 50;
const LONGEST_REFUSAL_MS = 2_000;

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } } });
const ROWS = Number(values.rows);

function* table(): Generator<readonly string[]> {
  yield HEADERS;
  for (let n = 0; n < ROWS; n += 1) yield personRow(n);
}

type Import = { readonly id: string; readonly state: string; readonly why: string | null; readonly mapping: object; readonly good: number; readonly problems: number; readonly loaded: number; readonly skipped: number };

const settled = async (client: Client, id: string, state: string): Promise<Import> => {
  for (;;) {
    const { body } = await client.get<Import>(`/api/imports/${id}`);
    if (body.state === state) return body;
    if (body.state === 'refused' || body.why) throw new Error(`The import stands at ${body.state}: ${body.why}`);
    await sleep(LOOK_MS);
  }
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const megabytesOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The most memory the server holds and the longest somebody waits for a list, until it is over. */
const watch = (pid: number, other: Client) => {
  const seen = { megabytes: 0, waits: [] as number[], over: false };
  const looking = (async () => { while (!seen.over) { seen.megabytes = Math.max(seen.megabytes, megabytesOf(pid)); await sleep(20); } })();
  const asking = (async () => {
    while (!seen.over) {
      const began = performance.now();
      await other.list('inbox', {}, [0, 24]);
      seen.waits.push(performance.now() - began);
      await sleep(LOOK_MS);
    }
  })();
  // What fails first is told by whoever waits for the import.
  asking.catch(() => undefined);
  return async () => { seen.over = true; await Promise.all([looking, asking]); return { ...seen, slowest: Math.max(...seen.waits) }; };
};

const digest = async (database: Database): Promise<string> => {
  const of = async (name: string): Promise<string> => (await database.query<{ digest: string }>(`select md5(string_agg(md5(t::text), '' order by t::text)) as digest from ${name} t`)).rows[0]?.digest ?? '';
  return [await of('residents'), await of('households'), await of('register_changes')].join();
};

const copy = async (database: Database, path: string): Promise<number> => {
  await database.query(`create table copied (${HEADERS.map((_, i) => `c${i} text`).join(', ')})`);
  const took = await seconds(() => database.query(`copy copied from '${path}' (format csv, header)`));
  await database.query('drop table copied');
  return took;
};

const round = async (town: Client, other: Client, database: Database, pid: number, idle: number, path: string, csv: string) => {
  const before = await digest(database);
  const copied = spreadOf([await copy(database, csv), await copy(database, csv), await copy(database, csv)]).median;
  const ended = watch(pid, other);
  let id = '';
  const upload = await seconds(async () => {
    const { status, body } = await town.send<Import>('POST', '/api/imports', readFileSync(path), { 'x-file-name': 'people' });
    if (status !== 201) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
    id = body.id;
    await town.send('POST', `/api/imports/${id}/check`, { mapping: body.mapping });
  });
  const check = await seconds(() => settled(town, id, 'checked'));
  await town.send('POST', `/api/imports/${id}/load`, {});
  const load = await seconds(async () => {
    const { loaded, skipped, problems } = await settled(town, id, 'loaded');
    if (loaded - skipped !== ROWS) throw new Error(`${loaded} loaded, ${skipped} skipped, ${problems} problems`);
  });
  const felt = await ended();
  await town.send('POST', `/api/imports/${id}/undo`, {});
  const undo = await seconds(() => settled(town, id, 'undone'));
  const after = await digest(database);
  await database.query('vacuum analyze residents, households, register_changes');
  const ratio = copied / (check + load);
  say(`  ${path.split('.').at(-1)}: COPY ${copied.toFixed(2)} s; upload ${upload.toFixed(1)} s, check ${check.toFixed(1)} s, load ${load.toFixed(1)} s: ${ratio.toFixed(3)} of COPY (${(ROWS / (check + load)).toFixed(0)} rows/s); memory ${(felt.megabytes - idle).toFixed(0)} MB above idle; others waited ${spreadOf(felt.waits).median.toFixed(0)} ms at the median, ${felt.slowest.toFixed(0)} ms at most; undone in ${undo.toFixed(1)} s, ${before === after ? 'as before' : 'NOT AS BEFORE'}`);
  return { ratio, megabytes: felt.megabytes - idle, slowest: felt.slowest, same: before === after };
};

/** Files made to hurt, one after the other: how soon each is refused, and what others wait meanwhile. */
const hurt = async (town: Client, other: Client, pid: number): Promise<Goal[]> => {
  // Made before anything is watched: making them takes this process some seconds.
  const files = hostileFiles();
  const ended = watch(pid, other);
  const took: number[] = [];
  for (const [name, why, file] of files) {
    const began = performance.now();
    const { status, body } = await town.send<{ why?: readonly string[] }>('POST', '/api/imports', file, { 'x-file-name': 'x' });
    took.push(performance.now() - began);
    if (status !== 422 || body.why?.[0] !== why) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
  }
  const { slowest } = await ended();
  const spread = spreadOf(took);
  return [
    { name: `${files.length} hostile files refused, each within ${LONGEST_REFUSAL_MS} ms`, met: spread.most < LONGEST_REFUSAL_MS, figure: `${show(spread)} ms` },
    { name: `meanwhile nobody waits ${LONGEST_WAIT_MS} ms for their inbox`, met: slowest < LONGEST_WAIT_MS, figure: `slowest ${slowest.toFixed(0)} ms` },
  ];
};

const folder = temporaryFolder('casework-bench-');
chmodSync(folder.path, 0o755);
const office = await officeProcess(folder.path);
const goals: Goal[] = [];
try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; ${ROWS} rows × ${HEADERS.length} columns`);
  const [csv, xlsx] = [join(folder.path, 'people.csv'), join(folder.path, 'people.xlsx')];
  await writeCsv(csv, table());
  await writeXlsx(xlsx, table());
  say(`the office was ready after ${await office.start()} ms, its town made`);
  const database = new Database({ connectionString: office.databaseUrl() });
  // It goes with the office where that ends first.
  database.on('error', () => undefined);
  await database.connect();
  const door = httpDoor('office', office.base);
  const [town, other] = [await door.as('town1'), await door.as('town2')];
  await other.list('inbox', {}, [0, 24]);
  await sleep(5_000);
  goals.push(...(await hurt(town, other, office.pid())));
  for (const path of [csv, xlsx]) {
    const rounds = [];
    const idle = megabytesOf(office.pid());
    for (let n = 0; n < Number(values.rounds); n += 1) rounds.push(await round(town, other, database, office.pid(), idle, path, csv));
    const kind = path.split('.').at(-1);
    const ratio = spreadOf(rounds.map((one) => one.ratio));
    const megabytes = spreadOf(rounds.map((one) => one.megabytes));
    const slowest = spreadOf(rounds.map((one) => one.slowest));
    goals.push({ name: `.${kind}: checked and loaded with its history at ${LEAST_RATIO} of COPY or more`, met: ratio.median >= LEAST_RATIO, figure: show(ratio, 3) });
    goals.push({ name: `.${kind}: below ${MOST_MEGABYTES} MB above idle`, met: megabytes.most < MOST_MEGABYTES, figure: `${show(megabytes)} MB` });
    goals.push({ name: `.${kind}: meanwhile nobody waits ${LONGEST_WAIT_MS} ms for their inbox`, met: slowest.most < LONGEST_WAIT_MS, figure: `slowest ${show(slowest)} ms` });
    goals.push({ name: `.${kind}: undone, the register is as before`, met: rounds.every(({ same }) => same), figure: 'digests of three tables' });
  }
  await database.end();
} finally {
  await office.stop();
  folder.remove();
}
conclude(goals);
