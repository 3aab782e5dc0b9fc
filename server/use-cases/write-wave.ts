/** Writes the accepted events of a wave, with the effects that go no further than the register, the ledger and the jobs. */
import { deadlineOf, dueAtOf } from '../../workflows/kit/advance.ts';
import type { Accepted } from '../../workflows/kit/decide.ts';
import { namedFiles } from '../../workflows/kit/files.ts';
import { dutiesOf } from '../../workflows/kit/offers.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Case, Effect, Instant } from '../../workflows/kit/words.ts';
import { enqueueTells } from '../jobs/tell.ts';
import { attachFiles } from '../store/attachments.ts';
import type { Born } from '../store/case-tables.ts';
import { genesis } from '../store/chain.ts';
import { findPosted, postSteps } from '../store/ledger.ts';
import { addEntries, changeEntries } from '../store/register.ts';
import { beginSubstitutions, endSubstitutions } from '../store/substitutions.ts';
import { writeCases } from '../store/write-cases.ts';
import type { Written } from '../store/write-cases.ts';
import type { Judged } from './judge-wave.ts';
import { renewFindings } from './renew-findings.ts';
import { tellDuties } from './tell-duties.ts';
import type { Work } from './work.ts';
import { writeTexts } from './write-texts.ts';

export type AcceptedEvent = Omit<Judged, 'decision'> & { readonly decision: Accepted };

/** What the store writes beside the case itself, as the case's workflow and terms have it. */
export const standing = (workflow: Workflow, one: Case, at: Instant, byClock = false): Pick<Written, 'live' | 'returned' | 'dueAt' | 'asksAt' | 'duties'> => {
  const tags = workflow.states[one.state]?.tags ?? [];
  const asks = dueAtOf(one);
  return {
    live: !tags.includes('end'), returned: tags.includes('returned'), dueAt: deadlineOf(one), duties: dutiesOf(workflow, one),
    // What is due already is asked in this transaction, and again by the next event; after a due event the clock asks on.
    asksAt: asks !== null && (asks > at || byClock) ? asks : null,
  };
};

const asWritten = ({ office }: Work, { planned, before, actor, decision }: AcceptedEvent): Written => ({
  case: decision.case, ...standing(planned.workflow, decision.case, planned.at, planned.due), changedAt: planned.at,
  prev: before?.head ?? genesis(office.district, planned.caseId), birth: before?.birth ?? null,
  entry: { row: decision.row, event: planned.eventId, name: actor.name, behalf: decision.row.behalf ?? null },
});

/** A case that is born with its parent stands in the store without a log row of its own. */
export const asBorn = (workflow: Workflow, one: Case, birth: Born, prev: string): Written =>
  ({ case: one, ...standing(workflow, one, birth.at), changedAt: birth.at, prev, birth, entry: null });

const effectsOf = <Type extends Effect['type']>(events: readonly AcceptedEvent[], type: Type) =>
  events.flatMap((event) => event.decision.effects.filter((effect): effect is Extract<Effect, { type: Type }> => effect.type === type).map((effect) => ({ ...effect, event })));

/** The events whose posting stands in the ledger already: money is never posted twice for one step. */
export const findPostedTwice = async ({ tx, office }: Work, events: readonly AcceptedEvent[]): Promise<ReadonlySet<Judged>> => {
  const posts = effectsOf(events, 'post');
  const posted = await findPosted(tx, office.district, posts.map(({ step, event }) => ({ caseId: event.planned.caseId, step })));
  return new Set(posts.filter(({ step, event }) => posted.some((one) => one.caseId === event.planned.caseId && one.step === step)).map(({ event }) => event));
};

/** Writes events that rest on none of each other; the cases held stand as they are afterwards. */
export const writeWave = async (work: Work, events: readonly AcceptedEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const { tx, office, sealed } = work;
  const { keys, district } = office;
  // What is ready first is said first: the database works on it while the rest is sealed.
  await enqueueTells(office.jobs, tx, effectsOf(events, 'tell').map(({ what, posts, event: { planned, decision } }) =>
    ({ caseId: planned.caseId, version: decision.case.version, what, posts, at: planned.at })));
  tx.push();
  const stored = writeCases(tx, { keys, district, sealed }, events.map((event) => asWritten(work, event)));
  for (const one of stored) work.held.set(one.case.id, one);
  for (const { planned, before, decision } of events) tellDuties(work, planned.workflow, before ? [before.case, decision.case] : [decision.case]);
  attachFiles(tx, district, events.flatMap(({ planned, decision }) => namedFiles(planned.workflow.forms[planned.type], decision.form)
    .map(({ id, field }) => ({ caseId: planned.caseId, version: decision.case.version, file: id, field }))));
  postSteps(tx, district, effectsOf(events, 'post').map(({ step, entries, event: { planned, actor, decision } }) =>
    ({ caseId: planned.caseId, version: decision.case.version, step, entries, at: planned.at, person: actor.id })));
  const added = effectsOf(events, 'addEntry').map(({ register, id, values, event: { planned, actor } }) =>
    ({ register, id, values, at: planned.at, person: actor.id, workflow: planned.workflow.name, caseId: planned.caseId }));
  await addEntries(tx.db, keys, district, added);
  const changes = effectsOf(events, 'changeRegister').map(({ register, id, values, event: { planned, actor } }) =>
    ({ register, id, values, at: planned.at, person: actor.id, workflow: planned.workflow.name, caseId: planned.caseId }));
  beginSubstitutions(tx, district, effectsOf(events, 'substitute').map(({ type: _type, event: { planned }, ...one }) => ({ ...one, case: planned.caseId })));
  for (const { event: { planned } } of effectsOf(events, 'endSubstitution')) endSubstitutions(tx, district, [planned.caseId], planned.at);
  if (changes.length > 0) await renewFindings(work, await changeEntries(tx.db, keys, district, changes), changes.at(-1)?.at ?? '');
  await writeTexts(work, effectsOf(events, 'text').map(({ what, to, event: { planned, decision } }) => ({ workflow: planned.workflow.name, caseId: planned.caseId, version: decision.case.version, what, to })));
};
