/** Events per second over HTTP against the bare transaction on the same database, in turns. */
import { say, show, spreadOf } from './goals.ts';
import type { Goal } from './goals.ts';
import type { Loader } from './loader.ts';
import { SAID } from './pgbench.ts';
import type { Bare, Said } from './pgbench.ts';

const LEAST_RATIO = 0.2;
/** One connection waits for its own commit each time: it is shown, and promises nothing. */
const PROMISED = [8, 16];
/** A queue that stands still would show as silence. */
const LONGEST_SILENCE_MS = 1_000;

export type Sample = { readonly rounds: number; readonly seconds: number };

/** What anybody gets who lets pgbench run the script; prepared it is shown beside. */
const PROMISED_OF: Said = 'simple';
const SAYINGS: Readonly<Record<Said, string>> = { simple: 'as pgbench says it by default', prepared: 'prepared' };

const measureAt = async (bare: Bare, loader: Loader, connections: number, { rounds, seconds }: Sample): Promise<Goal[]> => {
  const all: { office: number; bare: Readonly<Record<Said, number>> }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const [simple, prepared] = SAID.map((said) => bare.measure(connections, seconds, said)) as [number, number];
    const ran = await loader.run({ connections, for: seconds * 1000 });
    const office = (ran.answered / ran.ms) * 1000;
    all.push({ office, bare: { simple, prepared } });
    say(`  ${connections} connections, round ${round}: bare ${simple.toFixed(0)}/s, prepared ${prepared.toFixed(0)}/s; office ${office.toFixed(0)}/s (median ${ran.median.toFixed(1)} ms, p99 ${ran.p99.toFixed(1)} ms), ratio ${(office / simple).toFixed(3)} and ${(office / prepared).toFixed(3)}`);
  }
  return SAID.map((said) => {
    const promised = PROMISED.includes(connections) && said === PROMISED_OF;
    const ratio = spreadOf(all.map((one) => one.office / one.bare[said]));
    return {
      name: `events per second at ${connections} connection${connections === 1 ? '' : 's'}${promised ? `, at least ${LEAST_RATIO} of` : ', beside'} the bare transaction, ${SAYINGS[said]}`,
      met: !promised || ratio.median >= LEAST_RATIO,
      figure: `ratio ${show(ratio, 3)}: office ${show(spreadOf(all.map((one) => one.office)))}/s, bare ${show(spreadOf(all.map((one) => one.bare[said])))}/s`,
    };
  });
};

export const measureThroughput = async (bare: Bare, loader: Loader, sample: Sample): Promise<Goal[]> => {
  const goals: Goal[] = [];
  for (const connections of [1, ...PROMISED]) goals.push(...(await measureAt(bare, loader, connections, sample)));
  return goals;
};

/** As many connections as the pool holds, and twice as many: nobody waits for a connection that never comes. */
export const measureStalling = async (loader: Loader, pool: number, seconds: number): Promise<Goal[]> => {
  const goals: Goal[] = [];
  for (const connections of [pool, pool * 2]) {
    const ran = await loader.run({ connections, for: seconds * 1000 });
    goals.push({
      name: `${connections} connections on a pool of ${pool} do not stall`, met: ran.silence < LONGEST_SILENCE_MS && ran.slowest < LONGEST_SILENCE_MS * 2,
      figure: `${((ran.answered / ran.ms) * 1000).toFixed(0)}/s, longest silence ${ran.silence.toFixed(0)} ms, slowest answer ${ran.slowest.toFixed(0)} ms`,
    });
  }
  return goals;
};
