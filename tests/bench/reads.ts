/** `npm run bench-reads [-- --rows N]`: who saw somebody in a month, asked of a long log of readings as the privacy officer asks it. */
import { arch, cpus, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { Client as Database } from 'pg';
import { httpDoor } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { line, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';

const LONGEST_MS = 2_000;
const TIMES = 7;
const { values } = parseArgs({ options: { rows: { type: 'string', default: '2000000' } } });
const ROWS = Number(values.rows);

/** A year of readings: four of five of one entry or case, the fifth of a page of a list; one in fifty with a reason. */
const FILL = `
  insert into reads (district, at, person, person_name, posts, resource, ids, fields, reason)
  select '999901', timestamptz '2026-01-01' + g * (interval '365 days' / $1::bigint), (array['village01','village02','town1','town2','reviewer1','privacy'])[1 + g % 6], '甲', '{town_clerk@999901101}',
    (array['residents','residents','record-verification','inbox'])[1 + g % 4],
    ids, '{name,code,status}', case when g % 50 = 0 then '核对第' || g || '号材料' end
  from (
    select g, array[k.id] as ids from generate_series(1, $1::bigint) g join known k on k.n = (hashint8(g) & 2147483647) % (select count(*) from known) where g % 5 <> 0
    union all select g, array_agg(k.id) from generate_series(5, $1::bigint, 5) g cross join generate_series(1, 25) row join known k on k.n = (hashint8(g + row) & 2147483647) % (select count(*) from known) group by g
  ) seen order by g`;
/** Whom readings name, by number. */
const KNOWN = `create temp table known as select id::text, row_number() over () - 1 as n from (select id from residents union all select id from cases) all_ids`;

const folder = temporaryFolder('casework-bench-');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];
try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}`);
  await office.start();
  const database = new Database({ connectionString: office.databaseUrl(), options: '-c statement_timeout=0 -c maintenance_work_mem=256MB' });
  database.on('error', () => undefined);
  await database.connect();
  await database.query('drop index reads_by_subject');
  await database.query(KNOWN);
  await database.query('analyze known');
  await database.query(FILL, [ROWS]);
  await database.query('create index reads_by_subject on reads using gin (ids)');
  await database.query('vacuum analyze reads');
  const { rows: [size] } = await database.query<{ size: string; subject: string }>(`select pg_size_pretty(pg_total_relation_size('reads')) as size, (select subject from cases where subject is not null order by id limit 1) as subject`);
  say(`${ROWS} readings, ${size?.size}`);
  const privacy = await httpDoor('office', office.base).as('privacy');
  const march = { at_gte: '2026-03-01', at_lte: '2026-03-31' };
  const questions: Readonly<Record<string, object>> = {
    'who saw somebody in March': { subject: size?.subject, ...march }, 'who saw somebody, ever': { subject: size?.subject }, 'whom a clerk saw in March': { person: 'town1', ...march },
    'whom somebody who never looked saw': { person: 'head2' }, 'with a word of the reason': { reason: '第1000000号' }, 'everything, newest first': {},
  };
  for (const [name, filter] of Object.entries(questions)) {
    const took: number[] = [];
    let found = 0;
    for (let n = 0; n < TIMES; n += 1) {
      const began = performance.now();
      const { status, body } = await privacy.get<unknown[]>(`/api/reads?filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,24]`);
      took.push(performance.now() - began);
      if (status !== 200) throw new Error(`${name}: ${status}`);
      found = body.length;
    }
    const spread = spreadOf(took);
    goals.push({ name: `${name} (${found} on the first page) below ${LONGEST_MS} ms`, met: spread.most < LONGEST_MS, figure: `${show(spread)} ms` });
  }
  await database.end();
} finally {
  await office.stop();
  folder.remove();
}
for (const goal of goals) say(line(goal));
process.exit(goals.every(({ met }) => met) ? 0 : 1);
