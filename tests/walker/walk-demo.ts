/** `npm run walk [-- --seconds N --seed N]`: walks the arrows of the whole demo office, in a process and on a PostgreSQL of its own. */
import { parseArgs } from 'node:util';
import { httpDoor } from '../doors/http.ts';
import { officeProcess } from '../faults/office-process.ts';
import { temporaryFolder } from '../tools/folders.ts';
import { castOf } from './cast.ts';
import { walkEveryArrow } from './walk.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '900' }, seed: { type: 'string', default: '6092' } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = temporaryFolder('casework-walk-');
const office = await officeProcess(folder.path);
let failed = 0;
try {
  say(`The office was ready after ${await office.start()} ms.`);
  const began = performance.now();
  const { walked, all, wrong, refused } = await walkEveryArrow(httpDoor('server', office.base), castOf(18), { seconds: Number(values.seconds), seed: Number(values.seed) });
  say(`\n${walked.size} of ${all.length} arrows walked in ${Math.round((performance.now() - began) / 1000)} s. Not walked:`);
  for (const arrow of all.filter((one) => !walked.has(one))) say(`  ${arrow.replaceAll('|', ' ')}`);
  say(`\nRefused by declared codes: ${[...refused].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`).join(', ')}`);
  say(`\n${wrong.length} answers that the contract does not name${wrong.length > 0 ? ':' : '.'}`);
  for (const one of wrong.slice(0, 40)) say(`  ${one}`);
  failed = wrong.length;
} finally {
  await office.stop();
  folder.remove();
}
process.exit(failed === 0 ? 0 : 1);
