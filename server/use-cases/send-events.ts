/** Sends events to cases: the one door through which people change anything. What it answers with 200 is on disk. */
import { keeping } from '../asker.ts';
import type { Office } from '../office.ts';
import { dropSent } from '../store/drafts.ts';
import type { DraftKey } from '../store/drafts.ts';
import { findAnswers, keepAnswers } from '../store/idempotency.ts';
import type { Found } from '../store/idempotency.ts';
import { findKinds, lockNames } from '../store/lock-cases.ts';
import { findHeld } from '../store/people-asker.ts';
import { inTransaction, isAway, isBusy, isConflict } from '../store/transaction.ts';
import { askAhead, remember } from './ask-ahead.ts';
import { applyEvents } from './apply-events.ts';
import { caseView } from './case-view.ts';
import { draftSent } from './drafts.ts';
import { hold, inWork } from './in-work.ts';
import { makeLanes } from './lanes.ts';
import type { Lanes } from './lanes.ts';
import { offersTo } from './offered.ts';
import { bodyHashOf, checkSending, eventIdOf } from './sending.ts';
import type { Checked, Sending, Sent } from './sending.ts';
import { startWork } from './work.ts';
import type { Outcome, Work } from './work.ts';

const askedId = (sending: Sending) => ({ person: sending.asker.id, caseId: sending.caseId, eventId: eventIdOf(sending) });
const unitIn = ({ body }: Sending): string[] => (typeof body === 'object' && body !== null && 'unit' in body && typeof body.unit === 'string' ? [body.unit] : []);

type Known = Found & { readonly kinds: ReadonlyMap<string, string>; /** The posts left to those who were known under another state of access. */ readonly left: ReadonlyMap<string, readonly string[]> };

/** Takes the cases, then looks for answers given before and posts still held: whoever held a case before has committed by then. All said at once. */
const take = async (work: Work, sendings: readonly Sending[], skip: boolean): Promise<Known> => {
  const { tx, office: { district } } = work;
  const openings = sendings.filter(({ opening }) => opening);
  lockNames(tx, district, openings.map(({ caseId }) => `case:${caseId}`));
  const held = hold(work, sendings.map(({ caseId }) => caseId), skip);
  tx.push();
  const [found, kinds, ahead] = await Promise.all([findAnswers(tx, district, sendings.map(askedId)), findKinds(tx, district, openings.flatMap(unitIn)), askAhead(work, sendings, held), held]);
  work.ahead = ahead;
  const changed = sendings.filter(({ asker }) => asker.asOf !== found.asOf).map(({ asker }) => asker.id);
  return { ...found, kinds, left: await findHeld(tx, district, changed) };
};

/** A post taken away since the request came in counts no more. */
const asNow = (sending: Sending, { asOf, left: all }: Known): Sending => {
  const left = sending.asker.asOf === asOf ? undefined : all.get(sending.asker.id);
  return left ? { ...sending, asker: keeping(sending.asker, left) } : sending;
};

const check = (work: Work, sendings: readonly Sending[], { answers, kinds, asOf }: Known): Checked[] =>
  sendings.map((sending) => {
    if (sending.asker.remembered && sending.asker.asOf !== asOf) return { sent: { done: false, reason: 'asker-changed' } };
    const id = askedId(sending);
    return checkSending(work, sending, answers.find((one) => one.person === id.person && one.caseId === id.caseId && one.eventId === id.eventId), kinds);
  });

/** The refusal as it is answered; null where the event was accepted. */
const refusalOf = (outcome: Outcome | undefined): Sent | null => {
  if (!outcome || outcome.accepted) return null;
  if (outcome.reason === 'blocked') return { done: false, reason: 'blocked', why: outcome.why };
  return outcome.reason === 'invalid' ? { done: false, reason: 'invalid', errors: outcome.errors } : { done: false, reason: 'not-offered' };
};

type Applied = {
  /** Those whose case could be taken. */
  readonly given: readonly Sending[]; readonly taken: readonly Sending[]; readonly checked: readonly Checked[];
  /** Null where the event was accepted, or its case stands otherwise than its sender saw it. */
  readonly refused: readonly (Sent | null)[];
  /** What those that were accepted had been until then. */
  readonly drafts: readonly DraftKey[];
};

const apply = async (work: Work, sendings: readonly Sending[], skip: boolean): Promise<Applied> => {
  const known = await take(work, sendings, skip);
  const given = sendings.filter(({ opening, caseId }) => !skip || opening || work.held.has(caseId));
  const taken = given.map((sending) => asNow(sending, known));
  const checked = check(work, taken, known);
  const planned = checked.flatMap((one, i) => ('planned' in one ? [{ i, planned: one.planned }] : []));
  const results = await applyEvents(work, planned.map((one) => one.planned));
  const outcomes = new Map(planned.flatMap(({ i }, n) => { const one = results[n]; return one ? [[i, one] as const] : []; }));
  const refused = checked.map((one, i) => ('sent' in one ? one.sent : refusalOf(outcomes.get(i))));
  const drafts = planned.flatMap(({ i, planned: { caseId, workflow, type, sender } }) => (refused[i] === null && sender !== 'clock' ? [draftSent(sender, workflow, caseId, type)] : []));
  return { given, taken, checked, refused, drafts };
};

/** Answers with the cases as they stand at the end, each as its sender may see it. */
const answer = async (work: Work, { taken, checked, refused }: Applied): Promise<Sent[]> => {
  const open = taken.flatMap((sending, i) => {
    const stored = refused[i] === null ? work.held.get(sending.caseId) : undefined;
    return stored ? [{ i, workflow: sending.workflow, asker: sending.asker, one: stored.case }] : [];
  });
  remember(work.office, work.held.values());
  const offered = await offersTo(work.office, work.tx, open);
  const views = new Map(open.map(({ i, workflow, asker, one }, n) => [i, caseView(workflow, asker, one, offered[n] ?? { offers: [], blocked: [] })]));
  return taken.map((sending, i): Sent => {
    const view = views.get(i);
    if (!view) return refused[i] ?? { done: false, reason: 'absent' };
    return 'stale' in (checked[i] ?? {}) ? { done: false, reason: 'stale', current: view } : { done: true, status: sending.opening ? 201 : 200, answer: Buffer.from(JSON.stringify(view)), replayed: false };
  });
};

/** Several cases in one transaction, each once. With `skip`, a case that another transaction holds is left for later. */
const sendIn = async (work: Work, sendings: readonly Sending[], skip: boolean): Promise<(Sent | 'again')[]> => {
  const applied = await apply(work, sendings, skip);
  const sent = await answer(work, applied);
  keepAnswers(work.tx, work.office.district, applied.taken.flatMap((sending, i) => {
    const one = sent[i];
    return one?.done && !one.replayed ? [{ ...askedId(sending), bodyHash: bodyHashOf(sending), status: one.status, answer: one.answer }] : [];
  }), applied.drafts);
  const bySending = new Map(applied.given.map((sending, i) => [sending, sent[i]]));
  return sendings.map((sending) => bySending.get(sending) ?? 'again');
};

/** Null where the event was accepted, else its refusal; `stale` where the case stands otherwise than its sender saw it. */
export type Unseen = Sent | 'stale' | null;
/** Many cases in one transaction, of which nobody waits to see one. Whoever sends keeps the verdicts. */
export const sendUnseen = async (work: Work, sendings: readonly Sending[]): Promise<Unseen[]> => {
  const { checked, refused, drafts } = await apply(work, sendings, false);
  dropSent(work.tx, work.office.district, drafts);
  return refused.map((one, i) => ('stale' in (checked[i] ?? {}) ? 'stale' : one));
};

const sendAlone = (office: Office, sending: Sending): Promise<Sent> => inWork(office, async (work) => {
  const [sent] = await sendIn(work, [sending], false);
  return sent && sent !== 'again' ? sent : { done: false, reason: 'absent' };
});

const open = new WeakMap<Office, Lanes<Sending, Sent>>();

/** The fuller a batch the less each event costs; but nobody waits for a slow one, nor for those who wait for a lock. */
const WIDTH = { together: 4, alone: 4, fewest: 4, largest: 48, slow: 60 } as const;

const lanesOf = (office: Office): Lanes<Sending, Sent> => {
  const known = open.get(office);
  if (known) return known;
  const made = makeLanes<Sending, Sent>({
    together: (sendings) => inTransaction(office.pool, (tx) => sendIn(startWork(office, tx), sendings, true)),
    alone: (sending) => sendAlone(office, sending),
    idOf: ({ caseId }) => caseId,
    worthAgain: (error) => isConflict(error) || isBusy(error) || !isAway(error),
  }, WIDTH);
  open.set(office, made);
  return made;
};

/** Throws as `sendEvents` does. */
export const sendEvent = (office: Office, sending: Sending): Promise<Sent> => lanesOf(office).send(sending);

/** One result for each event, in order. Throws where the database is away: then nothing is known, and the same ids may be sent again. */
export const sendEvents = (office: Office, sendings: readonly Sending[]): Promise<Sent[]> => Promise.all(sendings.map((sending) => sendEvent(office, sending)));
