/** The clock is an actor: what fell due is sent as an ordinary event, at its own moment, in order. */
import { dueAtOf } from '../../workflows/kit/advance.ts';
import type { Instant } from '../../workflows/kit/words.ts';
import { getWorkflow } from '../office.ts';
import type { Office } from '../office.ts';
import { findDue, setAsked, setClock } from '../store/due.ts';
import type { Due } from '../store/due.ts';
import { isAway } from '../store/transaction.ts';
import { applyEvents } from './apply-events.ts';
import { hold, inWork } from './in-work.ts';
import type { Planned, Work } from './work.ts';

const TOGETHER = 400;
/** A case that is due again and again at one moment is a mistake of its workflow. */
const TIMES = 20;

const plan = ({ held, office }: Work, id: string, at: Instant): Planned[] => {
  const one = held.get(id)?.case;
  const term = one?.memory.term;
  if (!one || !term || dueAtOf(one) !== at) return [];
  return [{ caseId: id, workflow: getWorkflow(office, one.workflow), birth: null, sender: 'clock', eventId: `due-${one.version + 1}`, type: term.sends, data: {}, at, due: true }];
};

/** Sends these cases' due events within a transaction that is there already. */
export const askDue = async (work: Work, { at, ids }: Due): Promise<void> => {
  await hold(work, ids);
  const planned = ids.flatMap((id) => plan(work, id, at));
  const outcomes = await applyEvents(work, planned);
  const refused = planned.filter((_, i) => !outcomes[i]?.accepted).map(({ caseId }) => caseId);
  setAsked(work.tx, work.office.district, [...refused, ...ids.filter((id) => !planned.some(({ caseId }) => caseId === id))]);
};

/** Where cases fail together they are asked one by one, and who still fails is left until its next event. */
const ask = async (office: Office, due: Due): Promise<void> => {
  try {
    return await inWork(office, (work) => askDue(work, due));
  } catch (error) {
    if (isAway(error) && due.ids.length === 1) throw error;
    office.log.warn({ err: error, cases: due.ids.length }, 'due events failed together');
  }
  for (const id of due.ids) {
    try {
      await inWork(office, (work) => askDue(work, { ...due, ids: [id] }));
    } catch (error) {
      if (isAway(error)) throw error;
      office.log.error({ err: error, case: id }, 'a due event failed');
      await inWork(office, (work) => Promise.resolve(setAsked(work.tx, office.district, [id])));
    }
  }
};

/** Sends everything due up to the moment. Throws where the database is away; what was not sent stays due. */
export const runDue = async (office: Office, until: Instant, before: (at: Instant) => Promise<void> = () => Promise.resolve()): Promise<void> => {
  const times = new Map<string, number>();
  for (;;) {
    const endless = [...times].filter(([, count]) => count > TIMES).map(([id]) => id);
    const due = await findDue(office.db, office.district, until, endless, TOGETHER);
    if (!due) break;
    for (const id of due.ids) times.set(id, (times.get(id) ?? 0) + 1);
    await before(due.at);
    await ask(office, due);
  }
};

/** Steps a hand-stepped clock: due time by due time, then to where it shall stand. Does not look whether it may. */
export const stepClock = async (office: Office, to: Instant): Promise<void> => {
  await runDue(office, to, (at) => setClock(office.db, office.district, at));
  await setClock(office.db, office.district, to);
};
