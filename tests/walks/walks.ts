/**
 * `npm run walks [-- --seed N --events N]`: a long random walk of the cast in all processes on an office of its own, and what it left checked.
 * `npm run walks -- --walks N [--hole NAME]`: so many claims and nominations walked, each to its end; with a hole it has to turn red.
 */
import { parseArgs } from 'node:util';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { workflows } from '../../workflows/index.ts';
import { freshIn } from '../tools/fresh.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { checkWalk } from './checks.ts';
import { countWalks } from './count-walks.ts';
import { holes, withHole } from './holes.ts';
import { openWalkingOffice } from './office.ts';
import { walk } from './walk.ts';

const SHOWN = 5;
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, events: { type: 'string', default: '20000' }, walks: { type: 'string' }, side: { type: 'string', default: '2' }, hole: { type: 'string' } } });
const [seed, events] = [Number(values.seed), Number(values.events)];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const most = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].toSorted((a, b) => b[1] - a[1]);
const tell = (wrong: Iterable<readonly [string, readonly string[]]>): number => {
  let found = 0;
  for (const [name, list] of wrong) {
    found += list.length;
    say(`${list.length === 0 ? 'ok ' : 'RED'}  ${name}: ${list.length}`);
    for (const one of list.slice(0, SHOWN)) say(`       ${one}`);
  }
  return found;
};

const walkLong = async (url: string): Promise<number> => {
  const { office, town, troubles, close } = await openWalkingOffice(url, workflows);
  try {
    const started = performance.now();
    const walked = await walk(office, town, { seed, events, say });
    say(`\nseed ${seed}: ${walked.sent} events in ${((performance.now() - started) / 1000).toFixed(0)} s, ${walked.accepted.length} accepted, ${walked.replayed} sent again; the clock stands at ${walked.until}`);
    for (const [reason, times] of most(walked.refused)) say(`  ${times} × ${reason}`);
    const { cases, rows, arrows, reached, wrong } = await checkWalk(office, workflows, walked.accepted);
    say(`\n${cases} cases, ${rows} rows of log, ${arrows.size} arrows taken`);
    for (const [state, times] of [...reached].toSorted(([a], [b]) => a.localeCompare(b))) say(`  ${times} × ${state}`);
    say('');
    return tell(Object.entries({ ...wrong, answersOfTheContract: walked.wrong, troubles }));
  } finally {
    await close();
  }
};

const walkMany = async (url: string, walks: number): Promise<number> => {
  if (values.hole !== undefined && !holes[values.hole]) throw new Error(`Holes are: ${Object.keys(holes).join(', ')}`);
  const started = performance.now();
  const all = await countWalks(async () => (await freshIn(url)).url, { seed, walks, sideBySide: Number(values.side), workflows: withHole(workflows, values.hole), say });
  say(`\nseed ${seed}: ${all.walks} walks in ${((performance.now() - started) / 1000).toFixed(0)} s: ${all.sent} events, ${all.accepted} accepted, ${all.replayed} sent again, ${all.rows} rows of log`);
  for (const [reason, times] of most(all.refused)) say(`  ${times} × ${reason}`);
  say('\nwhere the walks ended');
  for (const [state, times] of most(all.ends)) say(`  ${times} × ${state}`);
  say(`\n${all.looked.paid} payments, ${all.looked.commended} commendations and ${all.looked.gathered} gathered notices looked at`);
  return tell(all.wrong);
};

const folder = temporaryFolder('casework-walks-');
const postgres = await startPrivatePostgres(folder.path);
let found = 0;
try {
  found = await (values.walks === undefined ? walkLong(postgres.url) : walkMany(postgres.url, Number(values.walks)));
} finally {
  await postgres.stop();
  folder.remove();
}
process.exit(found === 0 ? 0 : 1);
