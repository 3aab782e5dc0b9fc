/** Leads a case on as when all is well: what comes next where it stands, and who does it. */
import { dueAfter } from '../../workflows/office/working-days.ts';
import type { Glimpse, StoryDoor, Which } from '../doors/story-door.ts';
import { TOWN } from '../stories/cast.ts';
import { says, way, type Form } from '../stories/story.ts';
import { formFor } from '../stories/teller.ts';
import type { Role } from './outcome.ts';

type Act = { readonly by: Role; readonly event: string; readonly form?: Form };
type Seen = Glimpse & { readonly which: Which; readonly door: StoryDoor };
/** Gives null where nothing is to be done but to wait. */
type Next = (seen: Seen) => Act | null | Promise<Act | null | 'done'>;

const act = (by: Role, event: string, form?: Form): Act => ({ by, event, ...(form && { form }) });
const always = (...given: Parameters<typeof act>): Next => () => act(...given);

const send = async (door: StoryDoor, which: Which, { by, event, form = {} }: Act): Promise<void> => {
  const told = await door.send(by, which, event, formFor(which.workflow, '', event, form, await door.now()));
  if ('no' in told) throw new Error(`${which.id}: ${by} cannot ${event}: ${told.no.join(', ')}`);
};

type Hung = { readonly round?: number; readonly releasedOn?: string; readonly sheet?: object };
const hungIn = ({ data }: Seen, level: 'village' | 'town'): Hung => (data[`${level}Notice`] ?? {}) as Hung;
const drawn = (level: 'village' | 'town', by: Role): Next => (seen) => {
  const { round = 0, releasedOn } = hungIn(seen, level);
  return round > 0 && releasedOn === undefined ? act('second', 'releaseNotice') : act(by, 'draftNotice');
};
const hung = (level: 'village' | 'town', by: Role): Next => (seen) => (hungIn(seen, level).sheet ? null : act(by, 'recordPosting'));

/** The batch of a claim goes one step. */
const batchGoes = (field: 'batch' | 'paidIn'): Next => async ({ data, door }): Promise<'done'> => {
  const which = { workflow: 'payment-batch', id: String(data[field]) };
  const next = batchWay[(await door.see('auditor', which)).state];
  if (!next) throw new Error(`${which.id} goes no further`);
  await send(door, which, next);
  return 'done';
};
const batchWay: Readonly<Record<string, Act>> = {
  draft: act('finance2', 'check'), checked: act('head', 'sign'), signed: act('finance', 'sendToBank'), sentToBank: act('finance', 'recordReturn'),
  returnedOk: act('finance', 'reconcile'), partlyReturned: act('finance', 'reconcile'), reconciled: act('finance', 'close'),
};
const intoBatch: Next = async ({ door, which, version }) => {
  const batch: Which = { workflow: 'payment-batch', id: `${which.id}.pay-${version}` };
  const told = await door.open('finance', batch, TOWN, formFor(batch.workflow, TOWN, 'open', {}, await door.now()));
  if ('no' in told) throw new Error(`${batch.id}: finance cannot open: ${told.no.join(', ')}`);
  return act('finance', 'batch', says({ batch: batch.id }));
};

const claimWay: Readonly<Record<string, Next>> = {
  draft: always('clerk', 'submit'), villageReview: always('clerk', 'vote', way(0)),
  villageNoticeDraft: drawn('village', 'clerk'), villageNotice: hung('village', 'clerk'),
  townCheck: always('checker', 'passCheck'), townReview: always('r1', 'pass'), internalReview: always('r2', 'passAgain'),
  townNoticeDraft: drawn('town', 'checker'), townNotice: hung('town', 'checker'),
  headSignoff: always('head', 'sign'), districtConfirm: always('district', 'confirm'),
  approved: intoBatch, inPayment: batchGoes('batch'), paid: batchGoes('paidIn'),
};

const drafted = (by: Role): Next => ({ data }) => (data['noticeText'] ? act('second', 'release') : act(by, 'draftNotice'));
const posted = (by: Role): Next => ({ data }) => (data['sheet'] ? null : act(by, 'recordPosting'));
/** Whoever of the reviewers has not scored yet; a town clerk for one who stood aside. */
const scores: Next = async ({ door, which }) => {
  for (const by of ['r1', 'r2', 'r3'] as const) if ((await door.see(by, which)).offers.includes('score')) return act(by, 'score', way(0));
  return act('third', 'substituteScore', way(0));
};
const ranks: Next = async ({ door, which }) => {
  if ((await door.see('second', which)).offers.includes('rank')) return act('second', 'rank');
  await door.clock(dueAfter(await door.now(), 1));
  return 'done';
};
/** Without an approval number the district cannot commend. */
const decides: Next = async ({ door, which }) => act('district', (await door.see('district', which)).offers.includes('confirm') ? 'confirm' : 'decline');

const nominationWay: Readonly<Record<string, Next>> = {
  draft: always('clerk', 'submit'), villageReview: always('clerk', 'recordVote', way(0)),
  villageNoticeDraft: drafted('clerk'), villageNotice: posted('clerk'),
  townCheck: always('checker', 'pass'), panelScoring: scores, scored: ranks,
  townNoticeDraft: drafted('checker'), townNotice: posted('checker'),
  headSignoff: always('head', 'sign', way(0)), recommended: always('checker', 'forward'), forwarded: decides, commended: () => null,
};

const ways: Readonly<Record<string, Readonly<Record<string, Next>>>> = { 'benefit-claim': claimWay, 'model-household': nominationWay };
const MOST = 80;

/** Ends where the case stands there; throws where it cannot. */
export const leadOn = async (door: StoryDoor, which: Which, until: string): Promise<void> => {
  for (let n = 0; n < MOST; n += 1) {
    const seen: Seen = { ...(await door.see('auditor', which)), which, door };
    if (seen.state === until) return;
    const next = ways[which.workflow]?.[seen.state];
    if (!next) throw new Error(`${which.id} stands at ${seen.state}, and nothing leads on to ${until}`);
    const found = await next(seen);
    if (found === null) await door.clock(seen.dueAt ?? dueAfter(await door.now(), 1));
    else if (found !== 'done') await send(door, which, found);
  }
  throw new Error(`${which.id} never came to ${until}`);
};

