/** Thousands of walks: each a claim's or a nomination's way from its opening to its end or to where it is given up, among the batches and notices it meets, in offices that begin anew every hundred and some. */
import { workflows } from '../../workflows/index.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import { checkWalk, type Findings } from './checks.ts';
import { WALKED } from './meetings.ts';
import { openWalkingOffice } from './office.ts';
import { walk } from './walk.ts';

const MET = ['payment-batch', 'public-notice'];
/** Nominations are commended under the scheme of 2024 only, claims paid out of the budgets of 2026. */
const ERAS = ['2026-06-01T01:00:00.000Z', '2026-06-01T01:00:00.000Z', '2024-03-04T01:00:00.000Z'] as const;
/** The small town has so many people and homes. */
const IN_ONE = 125;
const MOST_EVENTS = 12_000;

export type Counted = {
  readonly walks: number; readonly sent: number; readonly accepted: number; readonly replayed: number; readonly rows: number; readonly refused: ReadonlyMap<string, number>;
  readonly looked: Findings['looked']; readonly ends: ReadonlyMap<string, number>; readonly wrong: ReadonlyMap<string, readonly string[]>;
};

const added = <K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): Map<K, number> => new Map([...new Set([...a.keys(), ...b.keys()])].map((key) => [key, (a.get(key) ?? 0) + (b.get(key) ?? 0)]));
const NOTHING: Counted = { walks: 0, sent: 0, accepted: 0, replayed: 0, rows: 0, refused: new Map(), looked: { paid: 0, commended: 0, gathered: 0 }, ends: new Map(), wrong: new Map() };
export const sum = (counts: readonly Counted[]): Counted => counts.reduce((a, b) => ({
  walks: a.walks + b.walks, sent: a.sent + b.sent, accepted: a.accepted + b.accepted, replayed: a.replayed + b.replayed, rows: a.rows + b.rows, refused: added(a.refused, b.refused), ends: added(a.ends, b.ends),
  looked: { paid: a.looked.paid + b.looked.paid, commended: a.looked.commended + b.looked.commended, gathered: a.looked.gathered + b.looked.gathered },
  wrong: new Map([...new Set([...a.wrong.keys(), ...b.wrong.keys()])].map((name) => [name, [...(a.wrong.get(name) ?? []), ...(b.wrong.get(name) ?? [])]])),
}), NOTHING);

/** `n` tells in which year the office begins, and where chance does. */
const walkOne = async (url: string, given: readonly Workflow[], n: number, seed: number, count: number): Promise<Counted> => {
  const era = ERAS[n % ERAS.length] ?? ERAS[0];
  const taking = given.filter(({ name }) => WALKED.includes(name) || MET.includes(name));
  const { office, town, troubles, close } = await openWalkingOffice(url, taking);
  try {
    const walked = await walk(office, town, { seed: seed * 1000 + n, events: MOST_EVENTS, eras: [era], walks: { of: WALKED, count } });
    const { looked, rows, wrong, ends } = await checkWalk(office, workflows, walked.accepted);
    const found = { ...wrong, contract: walked.wrong, troubles };
    return { walks: walked.walks, sent: walked.sent, accepted: walked.accepted.length, replayed: walked.replayed, rows, refused: walked.refused, looked, ends, wrong: new Map(Object.entries(found)) };
  } finally {
    await close();
  }
};

export type Asked = { readonly seed: number; readonly walks: number; readonly sideBySide: number; readonly workflows: readonly Workflow[]; say?(line: string): void };

export const countWalks = async (freshUrl: () => Promise<string>, { seed, walks, sideBySide, workflows: given, say = () => undefined }: Asked): Promise<Counted> => {
  const counts: Counted[] = [];
  let [next, left] = [0, walks];
  const lane = async (): Promise<void> => {
    while (left > 0) {
      const [n, count] = [next, Math.min(IN_ONE, left)];
      [next, left] = [next + 1, left - count];
      counts.push(await walkOne(await freshUrl(), given, n, seed, count));
      const { walks: so, looked } = sum(counts);
      say(`${so} walks, ${looked.paid} paid, ${looked.commended} commended`);
    }
  };
  // All come to their end before anything is closed.
  const failed = (await Promise.allSettled(Array.from({ length: sideBySide }, lane))).find((one) => one.status === 'rejected');
  if (failed) throw new Error('A walk broke off', { cause: failed.reason });
  return sum(counts);
};
