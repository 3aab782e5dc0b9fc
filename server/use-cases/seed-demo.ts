/** Makes the demo office: the synthetic town, and every case of it replayed as it happened. */
import { dueAtOf } from '../../workflows/kit/advance.ts';
import { makeTown } from '../../workflows/office/demo-town/make-town.ts';
import type { Staff, Town } from '../../workflows/office/demo-town/town.ts';
import { covers } from '../../workflows/office/units.ts';
import type { DemoStep, Workflow } from '../../workflows/kit/workflow.ts';
import type { Instant, Refusal } from '../../workflows/kit/words.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import type { Stored } from '../store/case-rows.ts';
import { findDue, setClock } from '../store/due.ts';
import { findOffice, insertOffice, lockMaking } from '../store/office-row.ts';
import { insertPeople, insertUnits } from '../store/people.ts';
import { insertHouseholds, insertRelations, insertResidents } from '../store/register.ts';
import { countTables, inTransaction, neverGiveUp, planAnew } from '../store/transaction.ts';
import type { Tx } from '../store/transaction.ts';
import { applyEvents } from './apply-events.ts';
import { hold } from './in-work.ts';
import { askDue } from './run-due.ts';
import { startWork } from './work.ts';
import type { Planned, Work } from './work.ts';

/** A step that the office refused: its demo and its rules do not agree. */
export type Misstep = { readonly step: DemoStep; readonly refusal: Refusal };
export type Seeded = { readonly steps: number; readonly missteps: readonly Misstep[] };

type Told = { readonly workflow: Workflow; readonly step: DemoStep };
const TOGETHER = 600;
/** After so many steps the planner is told how the tables have grown. */
const GROWN = 1500;

const fill = async (office: Office, tx: Tx, town: Town, passwordHash: string, at: Date): Promise<void> => {
  const { district, keys } = office;
  const { db } = tx;
  await insertUnits(db, district, town.units, at);
  await insertPeople(db, district, town.staff, passwordHash, at);
  await insertHouseholds(db, keys, district, town.households);
  await insertResidents(db, keys, district, town.residents);
  await insertRelations(db, district, town.relations);
};

const askersOf = ({ staff, units }: Town): ((person: string, at: Instant) => Asker) => {
  const seats = new Map(staff.map(({ id, posts }: Staff) => [id, posts.map(({ post, unit }) => ({ post, unit, covers: units.filter((one) => covers(units, unit, one.id)).map((one) => one.id) }))]));
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  return (id, at) => ({ id, name: names.get(id) ?? id, seats: seats.get(id) ?? [], at });
};

/** The past in its order; what happened at one moment, in the order it is told. */
const toldBy = (workflows: readonly Workflow[], town: Town, at: Instant): Told[] =>
  workflows.flatMap((workflow) => (workflow.demo?.(town, at) ?? []).map((step) => ({ workflow, step }))).sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0));

/** As many of the steps of one moment as go together. */
function* moments(told: readonly Told[]): Generator<readonly Told[]> {
  for (let i = 0; i < told.length; ) {
    const at = told[i]?.step.at;
    let end = i;
    while (end < told.length && end - i < TOGETHER && told[end]?.step.at === at) end += 1;
    yield told.slice(i, end);
    i = end;
  }
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b < a) ? b : a);

/** The earliest moment at which any of the cases in hand falls due. */
const nextDueIn = ({ held }: Work): Instant | null => [...held.values()].map(({ case: one }) => dueAtOf(one)).reduce(earliest, null);

const END = '9999-12-31T00:00:00.000Z';

/** Work that takes up cases as the work before left them, and leaves them so. */
const takeUp = async (office: Office, tx: Tx, remembered: Map<string, Stored>, run: (work: Work) => Promise<void>, seeds: ReadonlyMap<string, number> = new Map()): Promise<Work> => {
  const work = startWork(office, tx, { remembered, seeds });
  await run(work);
  for (const [id, one] of work.held) remembered.set(id, one);
  return work;
};

/** Sends what fell due up to a moment, due time by due time; gives the next that is still to come. */
const fallDue = async (office: Office, tx: Tx, remembered: Map<string, Stored>, until: Instant): Promise<Instant | null> => {
  for (;;) {
    const due = await findDue(tx.db, office.district, END, [], TOGETHER);
    if (!due || due.at > until) return due?.at ?? null;
    await takeUp(office, tx, remembered, (work) => askDue(work, due));
  }
};

const replay = async (office: Office, tx: Tx, town: Town, at: Instant): Promise<Seeded> => {
  const told = toldBy(office.workflows, town, at);
  const askerOf = askersOf(town);
  const missteps: Misstep[] = [];
  const remembered = new Map<string, Stored>();
  let since = GROWN;
  let nextDue: Instant | null = null;
  for (const [n, moment] of [...moments(told)].entries()) {
    if (since >= GROWN) {
      countTables(tx);
      since = 0;
    }
    since += moment.length;
    const now = moment[0]?.step.at ?? at;
    if (nextDue !== null && nextDue <= now) nextDue = await fallDue(office, tx, remembered, now);
    const planned = moment.map(({ workflow, step }): Planned => ({
      caseId: step.case, workflow, birth: step.event === 'open' ? { id: step.case, unit: step.unit, parent: null } : null,
      sender: askerOf(step.by, step.at), eventId: `demo-${n}`, type: step.event, data: step.data, at: step.at,
    }));
    const work = await takeUp(office, tx, remembered, async (taken) => {
      await hold(taken, [...new Set(moment.flatMap(({ step }) => (step.event === 'open' ? [] : [step.case])))]);
      for (const [i, outcome] of (await applyEvents(taken, planned)).entries()) {
        const step = moment[i]?.step;
        if (step && !outcome.accepted) missteps.push({ step, refusal: outcome });
      }
    }, new Map(moment.flatMap(({ step }) => (step.seed === undefined ? [] : [[step.case, step.seed] as const]))));
    nextDue = earliest(nextDue, nextDueIn(work));
  }
  await fallDue(office, tx, remembered, at);
  return { steps: told.length, missteps };
};

/**
 * All of it in one transaction: a start cut short leaves nothing. Null where there is an office already. `at` is the
 * present moment of the town; nobody is told of the past.
 */
export const seedDemo = (office: Office, at: Instant, passwordHash: string, town: Town = makeTown({ scale: 'full' })): Promise<Seeded | null> =>
  inTransaction(office.pool, async (tx) => {
    neverGiveUp(tx);
    planAnew(tx);
    await lockMaking(tx.db);
    if (await findOffice(tx.db)) return null;
    await insertOffice(tx.db, { district: office.district, kind: 'demo' }, new Date(at));
    await fill(office, tx, town, passwordHash, new Date(at));
    const seeded = await replay({ ...office, jobs: null }, tx, town, at);
    countTables(tx);
    if (office.clock === 'manual') await setClock(tx.db, office.district, at);
    for (const { step, refusal } of seeded.missteps) office.log.error({ case: step.case, event: step.event, refusal }, 'a step of the demo town was refused');
    return seeded;
  });
