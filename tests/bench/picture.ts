/** `npm run bench-picture [-- --cases N --rounds N]`: what the picture of the office takes in the demo town, and where its cases were copied until there are so many; over HTTP, and which indexes answer it. */
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { loadKeys } from '../../server/keys/keys.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { signIn } from './desks.ts';
import { conclude, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import { DISTRICT } from './many-residents.ts';
import { ask, hangUp } from './pages.ts';
import { startRecorder, startReplayer } from './statements.ts';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } } });
const [wanted, rounds] = [values.cases, values.rounds].map(Number) as [number, number];
const PATH = '/api/picture?from=2026-01-01&to=2026-12-31';
const MOST_MS = 1_000;

const columnsOf = async (client: Client, table: string): Promise<string[]> =>
  (await client.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = $1 and table_schema = current_schema() and is_generated = 'NEVER' order by ordinal_position`, [table])).rows.map(({ name }) => name);

/** Each case so many times over (what is sealed in a copy opens for nobody, and no picture asks for it), with its inbox rows and the rows of the log that send it back; a copy goes by the number behind its id. */
const multiply = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url, options: '-c statement_timeout=0 -c work_mem=64MB' });
  await client.connect();
  try {
    const there = Number((await client.query<{ n: number }>('select count(*)::int as n from cases')).rows[0]?.n);
    const copies = Math.max(0, Math.ceil(wanted / there) - 1);
    for (const [table, id, where] of [['cases', 'id', 'true'], ['inbox', 'case_id', 'true'], ['log', 'case_id', `type = 'sendBack'`]] as const) {
      const columns = await columnsOf(client, table);
      const copied = columns.map((name) => (name === id ? `t.${name} || '~' || n` : `t.${name}`));
      await client.query(`insert into ${table} (${columns.join(', ')}) select ${copied.join(', ')} from (select * from ${table} where ${where}) t cross join generate_series(1, ${copies}) n`);
      await client.query(`vacuum analyze ${table}`);
    }
    return there * (copies + 1);
  } finally {
    await client.end();
  }
};

const folder = temporaryFolder('casework-picture-');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];
const measure = async (name: string, path: string, most: number): Promise<void> => {
  const cookie = await signIn(office.base, 'head1');
  const keys = loadKeys(join(folder.path, 'keys'));
  const [recorder, replayer] = [await startRecorder(office.databaseUrl(), keys, DISTRICT), await startReplayer(office.databaseUrl())];
  const statements = (await recorder.record(path, cookie)).filter(({ text }) => /^\s*(?:select|with)\b/.test(text) && /\b(?:cases|log|ledger)\b/.test(text));
  const taken: number[] = [];
  for (let n = 0; n < rounds + 2; n += 1) {
    const began = performance.now();
    const { status, text } = await ask(office.base, path, cookie);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    if (n >= 2) taken.push(performance.now() - began);
  }
  const spread = spreadOf(taken);
  goals.push({ name, met: spread.median <= most, figure: `${show(spread)} ms (goal: ${most} ms)` });
  for (const statement of statements) {
    const began = performance.now();
    await replayer.replay([statement]);
    say(`${name}: ${(performance.now() - began).toFixed(1)} ms  ${(await replayer.indexesOf([statement])).join(', ')}  ← ${statement.text.trim().replaceAll(/\s+/g, ' ').slice(0, 90)}…`);
  }
  await recorder.end();
  await replayer.end();
};

try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; load ${loadavg()[0]?.toFixed(1)}`);
  await office.start();
  await measure('the picture of the demo town', PATH, MOST_MS);
  const cases = await multiply(office.databaseUrl());
  await measure(`the picture over ${cases} cases`, PATH, MOST_MS);
} finally {
  hangUp();
  await office.stop();
  folder.remove();
}
conclude(goals);
