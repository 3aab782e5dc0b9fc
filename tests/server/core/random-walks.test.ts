/** Whatever people do, and in whatever order: no duty is held twice, nothing is paid or commended past its notice, nothing is lost or doubled. */
import { afterEach, expect, it } from 'vitest';
import { absence } from '../../../workflows/absence/index.ts';
import { benefitClaim } from '../../../workflows/benefit-claim/index.ts';
import { workflows } from '../../../workflows/index.ts';
import type { Workflow } from '../../../workflows/kit/workflow.ts';
import { modelHousehold } from '../../../workflows/model-household/index.ts';
import { paymentBatch } from '../../../workflows/payment-batch/index.ts';
import { withArrow } from '../../machines/plant.ts';
import { freshDatabase } from '../../tools/database.ts';
import { checkWalk } from '../../walks/checks.ts';
import { countWalks } from '../../walks/count-walks.ts';
import { holes, withHole } from '../../walks/holes.ts';
import { openWalkingOffice } from '../../walks/office.ts';
import type { WalkingOffice } from '../../walks/office.ts';
import { walk } from '../../walks/walk.ts';
import type { Asked } from '../../walks/walk.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of closing.splice(0).reverse()) await close(); });

const walkIn = async (given: readonly Workflow[], asked: Asked, afterwards: (walking: WalkingOffice) => Promise<unknown> = () => Promise.resolve()) => {
  const database = await freshDatabase();
  closing.push(() => database.drop());
  const walking = await openWalkingOffice(database.url, given);
  closing.push(() => walking.close());
  const walked = await walk(walking.office, walking.town, asked);
  await afterwards(walking);
  return { walked, troubles: walking.troubles, ...(await checkWalk(walking.office, workflows, walked.accepted)) };
};

const CLEAN = { chains: [], order: [], apart: [], notices: [], terms: [], people: [], met: [], shares: [], posts: [], ledger: [], answers: [] };
/** Who stands in for whom is told by stories; here it would take its events from the others. */
const cases = workflows.filter(({ name }) => name !== absence.name);
const NOW = '2026-11-23T01:00:00.000Z';

it('leaves every process as it ought to be', { timeout: 150_000 }, async () => {
  const { walked, troubles, wrong, arrows, reached } = await walkIn(cases, { seed: 2, events: 2800 });
  expect({ wrong, troubles, contract: walked.wrong }).toEqual({ wrong: CLEAN, troubles: [], contract: [] });
  expect(walked.accepted.length).toBeGreaterThan(500);
  expect(walked.replayed).toBeGreaterThan(20);
  expect(arrows.size).toBeGreaterThan(80);
  expect(reached.get('model-household headSignoff')).toBeGreaterThan(0);
});

it('pays claims only as it ought to', { timeout: 150_000 }, async () => {
  const { walked, troubles, wrong, reached } = await walkIn([benefitClaim, paymentBatch], { seed: 4, events: 2000, eras: [NOW] });
  expect({ wrong, troubles, contract: walked.wrong }).toEqual({ wrong: CLEAN, troubles: [], contract: [] });
  expect(reached.get('benefit-claim approved')).toBeGreaterThan(0);
  expect(reached.get('benefit-claim paid')).toBeGreaterThan(0);
});

/** The same processes with holes: one person may do everything, notices end at once, money leaves the bank before it is paid. */
const riddled = (): Workflow[] => {
  const anybody = Object.entries(benefitClaim.states).flatMap(([state, { on }]) => Object.keys(on).map((event) => [state, event] as const)).reduce<Workflow>((one, [state, event]) => withArrow(one, state, event, { notWho: [] }), benefitClaim);
  const hurried = withArrow(anybody, 'villageReview', 'vote', { ways: [{ to: 'approved', keep: () => ({ amount: 3, entitled: 3, shares: { town: 3 } }) }] });
  const careless: Workflow = { ...hurried, rules: { ...hurried.rules, 'notices-complete': () => true, 'shares-approved': () => true }, effects: { ...hurried.effects, commit: () => [{ type: 'post', step: 'pay:early', entries: [{ account: 'paid:nobody', fen: 3 }, { account: 'nobody', fen: -3 }] }] } };
  const unproven = withArrow(modelHousehold, 'villageNotice', 'noticeExpired', { rules: [] });
  const short: Workflow = { ...unproven, states: { ...unproven.states, villageNotice: { ...unproven.states['villageNotice'], on: unproven.states['villageNotice']?.on ?? {}, term: { sends: 'noticeExpired', days: () => 1 } } } };
  return [careless, withArrow(short, 'panelScoring', 'score', { notWho: [] }), withArrow(paymentBatch, 'draft', 'check', { notWho: [] })];
};

it('finds planted holes', { timeout: 150_000 }, async () => {
  const { wrong } = await walkIn(riddled(), { seed: 5, events: 1200, eras: [NOW] }, async ({ office: { db, pool } }) => {
    await db.deleteFrom('idempotency').where('person', '=', 'all1').execute();
    await db.deleteFrom('posts_held').where('person', '=', 'town2').execute();
    // The database keeps whoever is not its owner from this.
    await pool.query(`alter table log disable trigger all; delete from log where version = 2 and workflow = 'payment-batch'`);
  });
  // Nothing is paid in so few events: what was met then is looked at by the walks below.
  expect(Object.entries(wrong).filter(([name, found]) => found.length === 0 && !['people', 'met', 'shares'].includes(name)).map(([name]) => name)).toEqual([]);
  expect(wrong.apart.join()).toMatch(/took \.open and /);
  expect(wrong.notices.join()).toContain('approved though');
});

it('walks claims and nominations to their ends among the batches and notices they meet', { timeout: 150_000 }, async () => {
  const found = await countWalks(async () => (await freshDatabase()).url, { seed: 3, walks: 40, sideBySide: 1, workflows });
  expect([...found.wrong].filter(([, list]) => list.length > 0)).toEqual([]);
  expect(found.walks).toBeGreaterThanOrEqual(40);
});

it('walks find that one person signs what the same person checked', { timeout: 150_000 }, async () => {
  const found = await countWalks(async () => (await freshDatabase()).url, { seed: 3, walks: 40, sideBySide: 1, workflows: withHole(workflows, 'people') });
  expect(found.wrong.get(holes['people']?.red ?? '')).not.toEqual([]);
});
