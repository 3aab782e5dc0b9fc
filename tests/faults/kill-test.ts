/** `npm run kill-test [-- --kills N] [--naive]`: SIGKILLs the office under load and counts nine things, all of which must be zero. */
import { parseArgs } from 'node:util';
import { killAndCount } from './kill-and-count.ts';
import type { Counted } from './kill-and-count.ts';
import { ZEROS } from './nine-zeros.ts';
import { HONEST, NAIVE } from './office-process.ts';

const SHOWN = 5;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, acknowledged: { type: 'string', default: '500' }, caught: { type: 'string', default: '10' }, naive: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tell = ({ kills, acknowledged, answered, fates, longestGapMs, findings }: Counted): void => {
  say(`\n${kills} kills · ${acknowledged} events acknowledged (${answered} answered) · back within ${longestGapMs} ms at the longest`);
  say(`${fates.caught} writes caught in flight: ${fates.stood} had been committed and were replayed, ${fates.doneOnRetry} were done when sent again, ${fates.refused} were refused then, ${fates.unknown} unknown`);
  for (const zero of ZEROS) {
    const { of, found } = findings[zero];
    say(`${found.length === 0 ? 'ok ' : 'RED'}  ${zero}: ${found.length} of ${of}`);
    for (const one of found.slice(0, SHOWN)) say(`       ${one}`);
  }
};

const counted = await killAndCount({ kills: Number(values.kills), acknowledged: Number(values.acknowledged), caught: Number(values.caught), entry: values.naive ? NAIVE : HONEST, say });
tell(counted);
const found = ZEROS.reduce((sum, zero) => sum + counted.findings[zero].found.length, counted.fates.unknown);
say(found === 0 ? '\nNothing lost, nothing doubled.' : `\n${found} findings.`);
process.exit(found === 0 ? 0 : 1);
