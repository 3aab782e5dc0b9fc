/** A workflow told to whoever asks, with examples that this person could send now. */
import { describe } from '../../workflows/kit/describe.ts';
import type { Description } from '../../workflows/kit/describe.ts';
import { fieldsOf } from '../../workflows/kit/form.ts';
import { readersOf } from '../../workflows/kit/offers.ts';
import type { Workflow, World } from '../../workflows/kit/workflow.ts';
import type { Entry, OtherCase, Register, State } from '../../workflows/kit/words.ts';
import { unitsIn } from '../asker.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { findBeside, findColleagues, findUnits } from '../store/people.ts';
import type { UnitNow } from '../store/people.ts';
import { logReads } from '../store/reads.ts';
import { findFreeEntries } from '../store/register.ts';
import { registers } from '../store/register-fields.ts';
import { sampleCases } from '../store/sample-cases.ts';
import { readPeople } from '../store/substitutions.ts';
import { inTransaction } from '../store/transaction.ts';
import { processesOf } from './reading.ts';
import { openUnits } from './sight.ts';

const FREE = 5;
/** Villages looked into before a made-up entry stands in. */
const TRIES = 20;
/** Examples may ask for more once they have seen some. */
const ROUNDS = 6;

const shuffled = <T>(all: readonly T[]): T[] => all.map((one) => ({ one, place: Math.random() })).sort((a, b) => a.place - b.place).map(({ one }) => one);

const madeUp = (unit: string): Entry[] => [{ id: 'nobody', unit, values: {} }];

type Place = { readonly unit: string; readonly villages: readonly string[] };

/** Where the example is at: the unit named, else one of the asker's of the kind the workflow opens at. */
const placeOf = (workflow: Workflow, scope: readonly UnitNow[], named: string | undefined): Place => {
  const villages = shuffled(scope.filter(({ kind }) => kind === 'village')).map(({ id }) => id);
  const unit = named ?? (workflow.unit === 'village' ? villages[0] : scope.find(({ kind }) => kind === 'town')?.id) ?? scope[0]?.id ?? '';
  return { unit, villages: villages.includes(unit) ? [unit, ...(named ? [] : villages.filter((one) => one !== unit))] : villages };
};

const findFree = async ({ db, district }: Office, workflow: Workflow, register: Register, villages: readonly string[]): Promise<Entry[]> => {
  for (const village of villages.slice(0, TRIES)) {
    const found = await findFreeEntries(db, district, register, village, workflow.name, FREE);
    if (found.length > 0) return found;
  }
  return [];
};

const keyOf = (workflow: string, states: readonly State[]): string => JSON.stringify([workflow, states]);

/** Examples ask for cases as they go: they are run, what they asked for is fetched, and they are run again. */
const withCases = async (workflow: Workflow, world: Omit<World, 'cases'>, fetch: (workflow: string, states: readonly State[]) => Promise<OtherCase[]>): Promise<Description> => {
  const known = new Map<string, readonly OtherCase[]>();
  for (let round = 1; ; round++) {
    const missing = new Map<string, readonly [string, readonly State[]]>();
    const cases: World['cases'] = (name, states) => {
      const key = keyOf(name, states);
      const found = known.get(key);
      if (!found) missing.set(key, [name, states]);
      return found ?? [];
    };
    try {
      const description = describe(workflow, { ...world, cases });
      if (missing.size === 0 || round === ROUNDS) return description;
    } catch (error) {
      if (missing.size === 0) throw error;
    }
    for (const [key, [name, states]] of missing) known.set(key, await fetch(name, states));
  }
};

/** Most processes name nobody of the office, and are told without asking who works there. */
const namesStaff = ({ forms }: Workflow): boolean => Object.values(forms).some((form) => fieldsOf(form).some(({ input }) => input === 'person' || input === 'processes'));

/** The asker and some colleagues as a decision would see them, and what each of the asker's posts works on. */
const staffFor = async (office: Office, asker: Asker, unit: string): Promise<NonNullable<World['staff']>> => {
  const known = await findColleagues(office.db, office.district, [unit], null);
  const near = shuffled(known.filter(({ id }) => id !== asker.id)).slice(0, FREE);
  const people = await inTransaction(office.pool, (tx) => readPeople(tx, office.district, [asker.id, ...near.map(({ id }) => id)].map((id) => ({ ask: 'person', id, unit })), false));
  const [me, ...others] = people;
  return {
    asker: me ?? { id: asker.id, name: asker.name, posts: asker.seats, substitutions: [] }, others: others.filter((one) => one !== null),
    processes: Object.fromEntries(asker.seats.map(({ post }) => [post, processesOf(office, post)])),
  };
};

/** `named`: a unit of the asker's to make the examples for; null where it is not one. */
export const describeWorkflow = async (office: Office, asker: Asker, workflow: Workflow, named?: string): Promise<Description & { unit: string } | null> => {
  const { db, district } = office;
  const scope = await findUnits(db, district, unitsIn(asker, workflow.name));
  if (named !== undefined && !scope.some(({ id }) => id === named)) return null;
  const { unit, villages } = placeOf(workflow, scope, named);
  const open = openUnits(asker);
  const free: Record<Register, readonly Entry[]> = { residents: [], households: [] };
  for (const register of registers) {
    const found = await findFree(office, workflow, register, villages.filter((one) => open.includes(one)));
    await logReads(db, district, { id: asker.id, name: asker.name, posts: asker.seats }, `${register}/examples`, found.map(({ id }) => id), Object.keys(found[0]?.values ?? {}));
    free[register] = found.length > 0 ? found : madeUp(unit);
  }
  // Where the workflow opens at a village, the unit of the examples is the one whose people are free.
  const at = workflow.unit === 'village' && named === undefined ? (free[workflow.subject?.register ?? 'residents'][0]?.unit ?? unit) : unit;
  const casesOf = async (name: string, states: readonly State[]): Promise<OtherCase[]> => {
    const other = office.workflows.find((one) => one.name === name);
    return other ? sampleCases(db, district, name, states, unitsIn(asker, name, readersOf(other))) : [];
  };
  const neighbours = (await findBeside(db, district, at)).map(({ id }) => id).filter((id) => id !== at);
  return { ...(await withCases(workflow, { at: asker.at, unit: at, neighbours, free, ...(namesStaff(workflow) && { staff: await staffFor(office, asker, at) }) }, casesOf)), unit: at };
};
