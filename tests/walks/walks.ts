/** `npm run walks [-- --seed N --events N]`: a long random walk of the cast on an office of its own, and what it left checked. */
import { parseArgs } from 'node:util';
import { startPrivatePostgres } from '../../server/private-postgres/start.ts';
import { workflows } from '../../workflows/index.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { checkWalk } from './checks.ts';
import { openWalkingOffice } from './office.ts';
import { walk } from './walk.ts';

const SHOWN = 5;
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, events: { type: 'string', default: '20000' } } });
const [seed, events] = [Number(values.seed), Number(values.events)];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = temporaryFolder('casework-walks-');
const postgres = await startPrivatePostgres(folder.path);
const { office, town, troubles, close } = await openWalkingOffice(postgres.url, workflows);
let found = 0;
try {
  const started = performance.now();
  const walked = await walk(office, town, { seed, events, say });
  say(`\nseed ${seed}: ${walked.sent} events in ${((performance.now() - started) / 1000).toFixed(0)} s, ${walked.accepted.length} accepted, ${walked.replayed} sent again; the clock stands at ${walked.until}`);
  for (const [reason, times] of [...walked.refused].toSorted((a, b) => b[1] - a[1])) say(`  ${times} × ${reason}`);
  const { cases, rows, arrows, reached, wrong } = await checkWalk(office, workflows, walked.accepted);
  say(`\n${cases} cases, ${rows} rows of log, ${arrows.size} arrows taken`);
  for (const [state, times] of [...reached].toSorted(([a], [b]) => a.localeCompare(b))) say(`  ${times} × ${state}`);
  say('');
  for (const [name, list] of Object.entries({ ...wrong, answersOfTheContract: walked.wrong, troubles })) {
    found += list.length;
    say(`${list.length === 0 ? 'ok ' : 'RED'}  ${name}: ${list.length}`);
    for (const one of list.slice(0, SHOWN)) say(`       ${one}`);
  }
} finally {
  await close();
  await postgres.stop();
  folder.remove();
}
process.exit(found === 0 ? 0 : 1);
