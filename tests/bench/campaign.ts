/** `npm run bench-campaign [-- --rounds N --residents N]`: a month opened for all eighteen villages, against a bare insert of the very same rows. */
import { arch, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKeys } from '../../server/keys/keys.ts';
import { httpDoor } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { prepareTables } from './bare-tables.ts';
import { conclude, say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import { addResidents } from './many-residents.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, residents: { type: 'string', default: '0' } } });
const [rounds, residents] = [values.rounds, values.residents].map(Number) as [number, number];
const LEAST = 0.3;
const TOWN = '999901101';

const folder = temporaryFolder('casework-bench-');
const office = await officeProcess(folder.path);
const goals: Goal[] = [];
try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; load ${loadavg()[0]?.toFixed(1)}`);
  say(`the office was ready after ${await office.start()} ms, its town made`);
  if (residents > 0) await addResidents(office.databaseUrl(), loadKeys(join(folder.path, 'keys')), residents);
  const town = await httpDoor('office', office.base).as('town1');
  const bare = await prepareTables(office.databaseUrl());
  const all: { office: number; bare: number; rows: number }[] = [];
  // The first is not counted: nothing is warm.
  for (let n = 0; n <= rounds; n += 1) {
    const id = `bench-month-${n}`;
    const began = performance.now();
    const { status, body } = await town.send('POST', '/api/verification-cycle', { id, unit: TOWN, data: { month: `2027-${String(n + 1).padStart(2, '0')}`, kind: 'full' } });
    const ms = performance.now() - began;
    if (status !== 201) throw new Error(`opening the month: ${status} ${JSON.stringify(body)}`);
    const alone = await bare.insertUnder(id);
    say(`  ${n === 0 ? 'first' : `round ${n}`}: ${alone.rows} rows; office ${ms.toFixed(0)} ms, bare ${alone.ms.toFixed(0)} ms, ratio ${(alone.ms / ms).toFixed(2)}`);
    if (n > 0 || rounds === 0) all.push({ office: ms, bare: alone.ms, rows: alone.rows });
  }
  const ratio = spreadOf(all.map((one) => one.bare / one.office));
  goals.push({
    name: `a month opened at ${LEAST} or more of a bare insert of its rows`, met: ratio.median >= LEAST,
    figure: `ratio ${show(ratio, 2)}: office ${show(spreadOf(all.map((one) => one.office)))} ms, bare ${show(spreadOf(all.map((one) => one.bare)))} ms`,
  });
  await bare.end();
} finally {
  await office.stop();
  folder.remove();
}
conclude(goals);
