/** `npm run bench [-- --rounds N --seconds N --cases N]`: what the office does per second, on one PostgreSQL with fsync on, against that database alone. */
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../docs/tools/ensure-chromium.ts';
import { ensurePanel } from '../../server/bin/panel.ts';
import { loadKeys } from '../../server/keys/keys.ts';
import { POOL_SIZE } from '../../server/store/connection.ts';
import { demoUnits } from '../../workflows/office/units.ts';
import { dayOf } from '../../workflows/office/working-days.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { makeClaims } from './claims.ts';
import type { Pair } from './claims.ts';
import { read, takeDesks } from './desks.ts';
import { measureFirstLoad } from './first-load.ts';
import { conclude, say } from './goals.ts';
import type { Goal } from './goals.ts';
import { measureInbox } from './inbox-painted.ts';
import { measureLists } from './list-pages.ts';
import { startLoader } from './loader.ts';
import { prepareBare } from './pgbench.ts';
import { measureStalling, measureThroughput } from './throughput.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' }, seconds: { type: 'string', default: '2' }, cases: { type: 'string', default: '5000' } } });
const [rounds, seconds, cases] = [values.rounds, values.seconds, values.cases].map(Number) as [number, number, number];
/** Times a claim is sent back and corrected. */
const TURNS = 10;

const goals: Goal[] = [];
const folder = temporaryFolder('casework-bench-');
if (!ensurePanel() || !ensureChromium()) process.exit(1);
const office = await officeProcess(folder.path);

try {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${platform()} ${arch()}, Node ${process.versions.node}; ${rounds} rounds of ${seconds} s`);
  say(`the office was ready after ${await office.start()} ms, its town made`);
  const bare = await prepareBare(office.databaseUrl(), folder.path);
  const loader = startLoader(office.base);
  const pairs: Pair[] = await takeDesks(office.base);
  const town = pairs[0]?.town ?? '';
  // The demo town's own, before the load adds to it.
  const painted = await measureInbox(office.base, town, rounds);
  const { now } = await read<{ now: string }>(office.base, '/api/settings/public', town);
  const claims = makeClaims(pairs, dayOf(now), cases, TURNS);
  const opened = await loader.run({ threads: claims.opening, connections: 16 });
  say(`${opened.answered} events opened ${cases} claims and brought them to the town in ${(opened.ms / 1000).toFixed(1)} s\n`);
  await loader.run({ threads: claims.turning, connections: 16, for: 2_000 });
  goals.push(...(await measureThroughput(bare, loader, { rounds, seconds })));
  goals.push(...(await measureStalling(loader, POOL_SIZE, seconds)));
  loader.end();
  goals.push(...(await measureLists({ base: office.base, databaseUrl: office.databaseUrl(), keys: loadKeys(join(folder.path, 'keys')), district: demoUnits[0]?.id ?? '', cookie: town, rounds, times: 60 })));
  goals.push(measureFirstLoad(), painted);
} finally {
  await office.stop();
  folder.remove();
}

conclude(goals);
