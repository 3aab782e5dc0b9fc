/** Tells outcomes side by side in one office, over HTTP, its ledger watched after every event that it accepts. */
import type { Instant } from '../../workflows/kit/words.ts';
import type { StoryDoor, Told, Which } from '../doors/story-door.ts';
import { TOWN } from '../stories/cast.ts';
import { says, type Form, type Line, type Role as PartRole } from '../stories/story.ts';
import { teller } from '../stories/teller.ts';
import { leadOn } from './lead.ts';
import { LedgerFault, type Watch } from './ledger-watch.ts';
import { tellTogether, type Tale, type Wait } from './one-clock.ts';
import type { Outcome, Part, Step } from './outcome.ts';
import type { People, Seats } from './people.ts';

export type Telling = { sent: number; accepted: number; turns: number; readonly from: Instant; until: Instant; readonly wrong: string[] };

/** Outcomes do not all begin on one day. */
const MORNINGS = 9;
const FURTHEST_MS = 1_000 * 86_400_000;
/** How the ids of all their cases begin. */
export const PREFIX = 'outcome-';

const dayLater = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * 86_400_000).toISOString();

export const tellOutcomes = async (door: StoryDoor, watch: Watch, people: People, outcomes: readonly Outcome[], say: (line: string) => void): Promise<Telling> => {
  const from = await door.now();
  const telling: Telling = { sent: 0, accepted: 0, turns: 0, from, until: from, wrong: [] };

  const heard = async (told: Told): Promise<Told> => {
    telling.sent += 1;
    if ('no' in told) return told;
    telling.accepted += 1;
    await watch.afterEvent();
    return told;
  };
  const doorOf = (seats: Seats, wait: Wait): StoryDoor => {
    const named = (by: string): string => (seats as Readonly<Record<string, string>>)[by] ?? by;
    return {
      ...door, now: () => Promise.resolve(telling.until), clock: wait,
      open: async (by, which, unit, data) => heard(await door.open(named(by), which, unit, data)),
      send: async (by, which, event, data) => heard(await door.send(named(by), which, event, data)),
      see: (by, which) => door.see(named(by), which),
    };
  };
  const formIn = (village: string, part: Part): Form | null => {
    if (part.workflow === 'benefit-claim') {
      const form = people.findClaimant(village, part.programme);
      return form && (() => form);
    }
    return part.workflow === 'model-household' ? says(people.household(village)) : {};
  };
  /** The next village, going round, that has somebody for every part; with the opening forms. */
  const settle = ({ title, parts }: Outcome, n: number): { village: string; forms: ReadonlyMap<string, Form> } => {
    for (let i = 0; i < people.villages.length; i += 1) {
      const village = people.villages[(n + i) % people.villages.length] ?? '';
      const forms = new Map(Object.entries(parts).map(([name, part]) => [name, formIn(village, part)] as const).flatMap(([name, form]) => (form ? [[name, form] as const] : [])));
      if (forms.size === Object.keys(parts).length) return { village, forms };
    }
    throw new Error(`Nobody is left in the town for: ${title}`);
  };

  const taleOf = (outcome: Outcome, n: number): Tale => async (wait) => {
    const { village, forms } = settle(outcome, n);
    const own = doorOf(people.seats(village, n), wait);
    const slug = `${PREFIX}${n + 1}`;
    const whichOf = (name: string): Which => ({ workflow: outcome.parts[name]?.workflow ?? '', id: `${slug}.${name}` });
    const cases = Object.fromEntries(Object.entries(outcome.parts).map(([name, { workflow }]): [string, PartRole] => [name, { workflow, unit: workflow === 'payment-batch' ? TOWN : village }]));
    const tell = teller(own, slug, { title: outcome.title, cases });
    const aboutWhom = (step: Line): Line => ('to' in step && step.does === 'open' && outcome.parts[step.on]?.workflow !== 'public-notice' ? { ...step, form: forms.get(step.on) ?? step.form } : step);
    const takeStep = (step: Step): Promise<void> => ('lead' in step ? leadOn(own, whichOf(step.lead), step.until) : tell(aboutWhom(step)));
    if (n % MORNINGS > 0) await wait(dayLater(from, n % MORNINGS));
    for (const step of outcome.steps) await takeStep(step);
    for (const [name, state] of Object.entries(outcome.ends)) {
      const seen = await own.see('auditor', whichOf(name));
      if (seen.state !== state) telling.wrong.push(`${outcome.title}: ${name} ends at ${seen.state}, not at ${state}`);
    }
    await watch.wholly();
    say(`${telling.until.slice(0, 10)}  ${slug.padEnd(12)} ${outcome.title}`);
  };
  /** What came out otherwise is kept, and the others go on; a fault of the ledger stops everything. */
  const notStopped = (outcome: Outcome, n: number): Tale => (wait) => taleOf(outcome, n)(wait).catch((error: unknown) => {
    if (error instanceof LedgerFault || (error instanceof Error && error.cause instanceof LedgerFault)) throw error;
    telling.wrong.push(`${PREFIX}${n + 1}, ${outcome.title}: ${error instanceof Error ? error.message : String(error)}`);
  });

  const turn = async (to: Instant): Promise<void> => {
    if (to <= telling.until) return;
    for (let next = telling.until; next < to;) {
      next = [to, new Date(Date.parse(next) + FURTHEST_MS).toISOString()].toSorted()[0] ?? to;
      await door.clock(next);
      telling.turns += 1;
      telling.until = next;
    }
    await watch.afterEvent();
  };
  await tellTogether(outcomes.map(notStopped), turn);
  return telling;
};
