/** `npm run bench-million [-- --records N --rounds N --in FOLDER]`: a month of very many records, and what its worklists and inboxes then take: over HTTP, as the panel asks, against their SQL alone. A folder that is named is kept, and measured again without being filled. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { loadKeys } from '../../server/keys/keys.ts';
import { cursorOf } from '../../server/list-dialect.ts';
import { demoUnits } from '../../workflows/office/units.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { signIn } from './desks.ts';
import { conclude, say } from './goals.ts';
import type { Goal } from './goals.ts';
import { addResidents, DISTRICT, withoutIndexes } from './many-residents.ts';
import { ask, hangUp, listPath, measurePages } from './pages.ts';
import type { Page } from './pages.ts';
import { startRecorder, startReplayer } from './statements.ts';
import type { Asked } from './statements.ts';

const { values } = parseArgs({ options: { records: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '5' }, in: { type: 'string' } } });
const [records, rounds] = [values.records, values.rounds].map(Number) as [number, number];
const TIMES = 15;
const MOST_MS = 20;
/** No page of a list: all that waits is looked through for what presses. */
const NEWS_MS = 100;
const ITEM = 'record-verification';
const MONTH = 'bench-month';
const village = demoUnits.find(({ kind }) => kind === 'village')?.id ?? '';
const batch = `${MONTH}.${village}`;
/** Of a hundred records so many are where. */
const SPREAD: readonly (readonly [state: string, upTo: number])[] = [['consistent', 58], ['unable', 65], ['changeProposed', 69], ['corrected', 70]];
/** Whom those wait for that do not wait for the village. */
const WAITS: Readonly<Record<string, readonly [post: string, step: string]>> = { changeProposed: ['town_clerk', 'changeProposed.approve'], keyFieldReview: ['reviewer', 'keyFieldReview.confirmKey'] };

/** As a month stands after some weeks; the records' logs are not told, as no list reads them. */
const spread = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url, options: '-c statement_timeout=0 -c maintenance_work_mem=256MB -c work_mem=128MB -c jit=off' });
  await client.connect();
  const states = SPREAD.map(([state, upTo]) => `when part < ${upTo} then '${state}'`).join(' ');
  try {
    await client.query(`create temp table stands as select id, case when rare = 0 then 'keyFieldReview' ${states} else 'pending' end as state, rare from (
      select id, (hashtext(id) & 2147483647) % 100 as part, (hashtext(id || 'r') & 2147483647) % 2000 as rare from cases where workflow = $1 and id like $2) one`, [ITEM, `${MONTH}.%`]);
    await client.query(`delete from stands where state = 'pending'`);
    await client.query('create unique index on stands (id); ');
    await withoutIndexes(client, ['cases', 'inbox'], async () => {
      await client.query(`update cases c set state = s.state, version = 2, data = c.data || case when s.state = 'unable' then jsonb_build_object('unableReason', 'moved') else
        jsonb_build_object('method', (array['visit', 'visit', 'phone', 'papers'])[1 + s.rare % 4], 'verifiedOn', (date '2027-01-01' + s.rare % 24)::text) end from stands s where c.district = $1 and c.id = s.id`, [DISTRICT]);
      await client.query('delete from inbox i using stands s where i.district = $1 and i.case_id = s.id', [DISTRICT]);
      for (const [state, [post, step]] of Object.entries(WAITS)) {
        await client.query(`insert into inbox (district, case_id, post, step, workflow, unit, barred, due_at, since, returned)
          select c.district, c.id, $3, $4, c.workflow, c.unit, '{village01}', c.due_at, c.entered_at, false from stands s join cases c on c.district = $1 and c.id = s.id where s.state = $2`, [DISTRICT, state, post, step]);
      }
    });
  } finally {
    await client.end();
  }
};

const pagesOf = (person: string): Page[] => {
  const byDue = ['dueAt', 'ASC'];
  const list = (name: string, asked: Record<string, unknown>, deepOf?: string): Page => ({ name: `${person}, ${name}`, path: listPath(ITEM, { filter: {}, range: [0, 24], ...asked }), most: MOST_MS, ...(deepOf !== undefined && { deepOf: `${person}, ${deepOf}` }) });
  const middle = `${batch}.m${String(Math.floor(records / 2)).padStart(7, '0')}`;
  return [
    list('as it opens', { sort: byDue }),
    list('as it opens, deep', { sort: byDue, after: cursorOf(null, middle) }, 'as it opens'),
    list('what is pending', { filter: { state: ['pending'] }, sort: byDue }),
    list('of a rare state', { filter: { state: ['keyFieldReview'] }, sort: byDue }),
    list('two states, last opened first', { filter: { state: ['changeProposed', 'unable'] }, sort: ['openedAt', 'DESC'] }),
    list('by state', { sort: ['state', 'ASC'] }),
    list('by the day verified', { sort: ['verifiedOn', 'DESC'] }),
    list('by the day verified, deep', { sort: ['verifiedOn', 'DESC'], after: cursorOf('2027-01-12', middle) }, 'by the day verified'),
    list('visited, by the day', { filter: { method: 'visit', verifiedOn_gte: '2027-01-10' }, sort: ['verifiedOn', 'ASC'] }),
    list('one village, by id', { filter: { unit: village }, sort: ['id', 'DESC'] }),
    { name: `${person}, by a whole name`, path: `/api/${ITEM}/search`, body: { filter: { q: '王晓涵' }, range: [0, 24], sort: byDue }, most: MOST_MS },
  ];
};

const inboxOf = (person: string): Page[] => {
  const list = (name: string, asked: Record<string, unknown>, deepOf?: string): Page => ({ name: `${person}, ${name}`, path: listPath('inbox', { filter: {}, range: [0, 24], sort: ['dueAt', 'ASC'], ...asked }), most: MOST_MS, ...(deepOf !== undefined && { deepOf: `${person}, ${deepOf}` }) });
  return [
    list('inbox', {}),
    list('inbox, deep', { after: cursorOf(null, `${batch}.m${String(Math.floor(records / 2)).padStart(7, '0')}`) }, 'inbox'),
    list('inbox of one process', { filter: { workflow: ITEM } }),
    { name: `${person}, inbox in numbers`, path: '/api/inbox/summary', most: MOST_MS },
    { name: `${person}, notifications`, path: '/api/notifications', most: NEWS_MS },
    { name: `${person}, unread notifications`, path: '/api/notifications/summary', most: NEWS_MS },
  ];
};

const isPlanned = ({ text }: Asked): boolean => /^\s*(?:select|with)\b/.test(text) && /\b(?:cases|inbox)\b/.test(text);

/** Where the connection is given up before so much is done, the same is sent again until it is answered. */
const openMonth = async (base: string, town: string): Promise<void> => {
  for (;;) {
    const answer = await ask(base, '/api/verification-cycle', town, { id: MONTH, unit: '999901101', data: { month: '2027-01', kind: 'full' } }).catch(() => null);
    if (answer?.status === 201) return;
    if (answer && answer.status !== 503) throw new Error(`opening the month: ${answer.status} ${answer.text}`);
    await sleep(1_000);
  }
};

const kept = values.in;
const folder = kept === undefined ? temporaryFolder('casework-million-') : { path: kept, remove: () => undefined };
mkdirSync(folder.path, { recursive: true });
const filled = join(folder.path, 'bench-filled');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];

const fill = async (): Promise<void> => {
  await addResidents(office.databaseUrl(), loadKeys(join(folder.path, 'keys')), records);
  const town = await signIn(office.base, 'town1');
  const began = performance.now();
  await openMonth(office.base, town);
  say(`${records} residents; their month was opened in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  await spread(office.databaseUrl());
  writeFileSync(filled, String(records));
};

try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; load ${loadavg()[0]?.toFixed(1)}`);
  await office.start();
  if (!existsSync(filled)) await fill();
  say(`a month as it stands after some weeks; load ${loadavg()[0]?.toFixed(1)}\n`);
  const url = office.databaseUrl();
  const [recorder, replayer] = [await startRecorder(url, loadKeys(join(folder.path, 'keys')), DISTRICT), await startReplayer(url)];
  for (const [person, pages] of [['village01', [...pagesOf('village01'), ...inboxOf('village01')]], ['town1', [...pagesOf('town1'), ...inboxOf('town1')]], ['auditor', pagesOf('auditor')]] as const) {
    goals.push(...(await measurePages({ base: office.base, cookie: await signIn(office.base, person), times: rounds * TIMES, recorder, replayer, isPlanned }, pages)));
  }
  await replayer.end();
  await recorder.end();
} finally {
  hangUp();
  await office.stop();
  folder.remove();
}

conclude(goals);
