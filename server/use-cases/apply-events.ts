/** The only way a case ever changes: events judged and written in waves, inside the caller's transaction. */
import { dueAtOf } from '../../workflows/kit/advance.ts';
import { inSavepoint } from '../store/transaction.ts';
import { carryOutErasure } from './erase-entry.ts';
import { followEffects } from './follow-effects.ts';
import { judgeWave } from './judge-wave.ts';
import type { Judged } from './judge-wave.ts';
import { reachesFurther } from './touches.ts';
import { blocked } from './work.ts';
import type { Outcome, Planned, Work } from './work.ts';
import { findPostedTwice, writeWave } from './write-wave.ts';
import type { AcceptedEvent } from './write-wave.ts';

const LARGEST = 512;
const SMALLEST = 8;

const isAccepted = (judged: Judged): judged is AcceptedEvent => judged.decision.accepted;

/** The event with everything that follows from it, or nothing of it. */
const writeWithEffects = (work: Work, event: AcceptedEvent): Promise<Outcome> => {
  const before = new Map(work.held);
  work.depth += 1;
  return inSavepoint(work.tx, work.depth, async () => {
    const carried = await carryOutErasure(work, event);
    await writeWave(work, [carried]);
    const refusal = await followEffects(work, carried, applyEvents);
    if (refusal) work.held = before;
    const value: Outcome = refusal ?? { accepted: true, case: carried.decision.case };
    return { keep: !refusal, value };
  }).finally(() => (work.depth -= 1));
};

/** A term that ran out and was refused stays due: every accepted event of the case asks it again. */
const dueAfter = (work: Work, { planned, decision }: AcceptedEvent): Planned[] => {
  const one = work.held.get(planned.caseId)?.case ?? decision.case;
  const due = dueAtOf(one);
  const term = one.memory.term;
  if (planned.due || due === null || !term || due > planned.at) return [];
  return [{ caseId: one.id, workflow: planned.workflow, birth: null, sender: 'clock', eventId: `due-${one.version + 1}`, type: term.sends, data: {}, at: planned.at, due: true }];
};

/** Judges and writes one wave; gives the outcome of each event it took, in order. */
const takeWave = async (work: Work, planned: readonly Planned[]): Promise<{ outcomes: Outcome[]; dues: Planned[] }> => {
  const judged = await judgeWave(work, planned);
  const accepted = judged.filter(isAccepted);
  const twice = await findPostedTwice(work, accepted);
  const last = accepted.find(({ decision }) => decision.effects.some(reachesFurther));
  await writeWave(work, accepted.filter((event) => event !== last && !twice.has(event)));
  const ended = last && !twice.has(last) ? await writeWithEffects(work, last) : null;
  const outcomes = judged.map((one): Outcome => {
    const { decision } = one;
    if (!decision.accepted) return decision;
    if (twice.has(one)) return blocked('already-posted');
    return one === last && ended ? ended : { accepted: true, case: decision.case };
  });
  const happened = accepted.filter((event) => !twice.has(event) && (event !== last || ended?.accepted === true));
  return { outcomes, dues: happened.flatMap((event) => dueAfter(work, event)) };
};

/**
 * Applies events in order; the cases they go to must be held. One event's refusal leaves the others alone. An outcome
 * carries the case as it stands after its event; `work.held` has it after all of them.
 */
export const applyEvents = async (work: Work, planned: readonly Planned[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  let size = LARGEST;
  while (outcomes.length < planned.length) {
    const candidates = planned.slice(outcomes.length, outcomes.length + size);
    const wave = await takeWave(work, candidates);
    outcomes.push(...wave.outcomes);
    size = wave.outcomes.length < candidates.length ? Math.max(SMALLEST, wave.outcomes.length * 2) : Math.min(LARGEST, size * 2);
    if (wave.dues.length > 0) await applyEvents(work, wave.dues);
  }
  return outcomes;
};
