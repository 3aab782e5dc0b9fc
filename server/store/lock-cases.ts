/** Cases taken for an event: locked in the order of their ids, their parents before them and shared. */
import type { SendTo } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { CASE_COLUMNS, toStored } from './case-rows.ts';
import type { CaseRow, Stored } from './case-rows.ts';
import type { Statement, Tx } from './transaction.ts';

// How many there are shall not matter to the planner: then it plans once, and not for each number anew.
const THESE = 'any(array(select unnest($2::text[])))';
// Parents first: an event of the parent that goes to its children locks in the same order.
const lockWith = (wait: string) => `
  with parents as materialized (
    select id from cases where district = $1 and id = any(array(select distinct parent from cases where district = $1 and id = ${THESE} and parent is not null)) order by id for share
  )
  select ${CASE_COLUMNS} from cases where district = $1 and id = ${THESE} and (select count(*) from parents) >= 0 order by id for update ${wait}`;
const lock: Statement = { name: 'lock-cases', text: lockWith('') };
const lockFree: Statement = { name: 'lock-free-cases', text: lockWith('skip locked') };

type Where = { readonly keys: Keys; readonly district: string };

/** The cases there are; with `skip` those that another transaction holds are left out too. */
export const lockCases = async (tx: Tx, { keys, district }: Where, ids: readonly string[], skip = false): Promise<Stored[]> =>
  ids.length === 0 ? [] : (await tx.run<CaseRow>(skip ? lockFree : lock, [district, ids])).map((row) => toStored(keys, district, row));

const names: Statement = { name: 'lock-names', text: 'select pg_advisory_xact_lock(hashtextextended(name, 6092)) from unnest($1::text[]) name' };

/** Holds names until commit, so that what was asked under a name stays true: ids not yet there, natural keys, counts. */
export const lockNames = (tx: Tx, district: string, wanted: readonly string[]): void => {
  if (wanted.length > 0) tx.say(names, [[...new Set(wanted)].sort().map((name) => `${district}:${name}`)]);
};

const standing: Statement = {
  name: 'standing-cases',
  text: `select id from cases c where district = $1 and workflow = $2 and state = any($3::text[]) and ($4::text is null or parent = $4)
    and not exists (select from jsonb_each_text($5::jsonb) w where c.data ->> w.key is distinct from w.value)
    and ($6::text[] is null or exists (select from cases p where p.district = c.district and p.id = c.parent and p.state = any($6))) order by id`,
};

const standingOf: Statement = {
  name: 'standing-cases-of',
  text: `select id from cases c where district = $1 and subject = $3 and workflow = $2 and state = any($4::text[])
    and ($5::text[] is null or exists (select from cases p where p.district = c.district and p.id = c.parent and p.state = any($5))) order by id`,
};

/** The cases of a workflow at one of the states, by their parent, by fields of their data, or by whom they are about. */
export const findStanding = async (tx: Tx, district: string, workflow: string, to: SendTo): Promise<string[]> => {
  if ('subject' in to) return (await tx.run<{ id: string }>(standingOf, [district, workflow, to.subject, to.states, to.parentAt ?? null])).map(({ id }) => id);
  const parent = 'parent' in to ? to.parent : null;
  return (await tx.run<{ id: string }>(standing, [district, workflow, to.states, parent, JSON.stringify(to.where ?? {}), to.parentAt ?? null])).map(({ id }) => id);
};

const villages: Statement = {
  name: 'villages', text: `select u.id from units u join unit_closure c on c.district = u.district and c.descendant = u.id where u.district = $1 and c.ancestor = $2 and u.kind = 'village' order by u.position`,
};

/** Villages below a unit, in the order of the tree. */
export const findVillages = async (tx: Tx, district: string, above: string): Promise<string[]> => (await tx.run<{ id: string }>(villages, [district, above])).map(({ id }) => id);

const taken: Statement = { name: 'taken-ids', text: 'select id from cases where district = $1 and id = any($2::text[])' };

/** Which of these ids are cases already. */
export const findTaken = async (tx: Tx, district: string, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0 ? [] : (await tx.run<{ id: string }>(taken, [district, ids])).map(({ id }) => id);

const kinds: Statement = { name: 'unit-kinds', text: 'select id, kind from units where district = $1 and id = any($2::text[])' };

export const findKinds = async (tx: Tx, district: string, ids: readonly string[]): Promise<Map<string, string>> =>
  ids.length === 0 ? new Map() : new Map((await tx.run<{ id: string; kind: string }>(kinds, [district, ids])).map(({ id, kind }) => [id, kind]));
