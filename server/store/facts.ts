/** The closed list of questions a decision may ask, each answered once, many at a time; what is read for a decision stands until commit. */
import type { Answer, Data, Entry, Figures, FiguresQuery, OtherCase, Query, Register, Rolled, Tally, TallyQuery } from '../../workflows/kit/words.ts';
import type { Keys } from '../keys/keys.ts';
import { findKept } from './case-files.ts';
import { readFileFacts } from './attachments.ts';
import { rowId, toStored } from './case-rows.ts';
import { readHolds } from './holds.ts';
import type { KeptUntil } from './holds.ts';
import { readSiblings } from './check-answers.ts';
import { lockNames } from './lock-cases.ts';
import { readArrivals } from './listed.ts';
import { readLot } from './lots.ts';
import type { SeedFor } from './lots.ts';
import { readEntries } from './register.ts';
import { openLeaves } from './sealing.ts';
import { countFigures, holdChildren } from './frozen.ts';
import { readPeople } from './substitutions.ts';
import { countCases, fieldIs, nameOfTally } from './tallies.ts';
import type { Statement, Tx } from './transaction.ts';

type Asking<Kind extends Query['ask']> = Extract<Query, { ask: Kind }>;
/** `decide`: what is read is locked. `offer`: it is only shown. */
export type Reading = { readonly keys: Keys; readonly district: string; readonly for: 'decide' | 'offer'; readonly keptUntil: KeptUntil; readonly seedFor?: SeedFor; readonly processesOf: (post: string) => readonly string[] };

const otherCases = (locking: string): Statement => ({
  name: `other-cases${locking && '-share'}`, text: `select id, workflow, state, unit, opened_by, data from cases where district = $1 and id = any($2::text[]) order by id ${locking}`,
});
const shown = otherCases('');
const shared = otherCases('for share');

type OtherRow = { id: string; workflow: string; state: string; unit: string; opened_by: string; data: Data };

const readCases = async (tx: Tx, reading: Reading, queries: readonly Asking<'case'>[]): Promise<(OtherCase | null)[]> => {
  if (queries.length === 0) return [];
  const { keys, district } = reading;
  const rows = await tx.run<OtherRow>(reading.for === 'decide' ? shared : shown, [district, [...new Set(queries.map(({ id }) => id))]]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return queries.map(({ workflow, id }) => {
    const row = found.get(id);
    if (!row || row.workflow !== workflow) return null;
    return { id, state: row.state, unit: row.unit, openedBy: row.opened_by, data: openLeaves(keys, { table: 'cases', row: rowId(district, id), column: 'data' }, row.data) };
  });
};

const parents: Statement = { name: 'tally-parents', text: 'select id from cases where district = $1 and id = any($2::text[]) order by id for update' };

const readTallies = async (tx: Tx, { district, for: purpose }: Reading, queries: readonly TallyQuery[], own: ReadonlySet<string>): Promise<Tally[]> => {
  if (queries.length === 0) return [];
  if (purpose === 'decide') {
    // Children share their parent's row while they move: holding it whole keeps the count as it is.
    const above = queries.flatMap(({ parent }) => (parent !== undefined && !own.has(parent) ? [parent] : []));
    if (above.length > 0) tx.say(parents, [district, [...new Set(above)]]);
    lockNames(tx, district, queries.map(nameOfTally));
  }
  return countCases(tx, district, queries);
};

const balances: Statement = {
  name: 'balances', text: 'select account as id, sum(fen)::float8 as fen from ledger where district = $1 and account = any($2::text[]) group by account',
};

const readBalances = async (tx: Tx, { district, for: purpose }: Reading, queries: readonly Asking<'balance'>[]): Promise<(number | null)[]> => {
  if (queries.length === 0) return [];
  const lines = [...new Set(queries.map(({ line }) => line))];
  // Held first, then summed: a sum in the same statement would be that of before the wait.
  if (purpose === 'decide') lockNames(tx, district, lines.map((line) => `account:${line}`));
  const found = new Map((await tx.run<{ id: string; fen: number }>(balances, [district, lines])).map(({ id, fen }) => [id, fen]));
  return queries.map(({ line }) => found.get(line) ?? null);
};

// What is asked for stands behind a question of its own: the planner then keeps one plan, where it would make one for each process and number of states anew.
const rollOf = (names: readonly string[], inStates: boolean): Statement => ({
  name: `roll${inStates ? '-in-states' : ''}:${names.join(',')}`,
  text: `select c.id, c.state, c.key, c.subject, (select coalesce(jsonb_object_agg(f, c.data -> f), '{}') from unnest($4::text[]) f) as values
    from cases c where c.district = $1 and c.workflow = (select $2::text)${inStates ? ' and c.state = any(array(select unnest($5::text[])))' : ''}
    and ${names.map((name) => fieldIs(name, '(select $3::jsonb)')).join(' and ')} order by c.id`,
});

const readRoll = async (tx: Tx, { district, for: purpose }: Reading, { workflow, where, states, fields, settled }: Asking<'roll'>): Promise<Rolled[]> => {
  if (purpose === 'decide' && !settled) lockNames(tx, district, [nameOfTally({ ask: 'tally', workflow, where })]);
  return tx.run<Rolled>(rollOf(Object.keys(where).sort(), states !== undefined), [district, workflow, JSON.stringify(where), fields, ...(states ? [states] : [])]);
};

const readRegister = async (tx: Tx, { district, for: purpose }: Reading, queries: readonly Asking<'entry'>[]): Promise<(Entry | null)[]> => {
  const found: Partial<Record<Register, Map<string, Entry>>> = {};
  for (const register of ['households', 'residents'] as const) {
    const ids = [...new Set(queries.filter((one) => one.register === register).map(({ id }) => id))];
    if (ids.length > 0) found[register] = await readEntries(tx, district, register, ids, purpose === 'decide' ? 'share' : '');
  }
  return queries.map(({ register, id }) => found[register]?.get(id) ?? null);
};

const relations: Statement = {
  name: 'relations',
  text: `select l.person, r.id as residents, r.household as households from relations l join residents r on r.district = l.district and r.id = l.resident
    where l.district = $1 and l.person = any(array(select unnest($2::text[])))`,
};

type RelationRow = { readonly person: string } & Readonly<Record<Register, string>>;

/** Whom a colleague declared a relation to are few. A person is related to a household through anybody in it. */
const readRelations = async (tx: Tx, { district }: Reading, queries: readonly Asking<'related'>[]): Promise<boolean[]> => {
  if (queries.length === 0) return [];
  const rows = await tx.run<RelationRow>(relations, [district, [...new Set(queries.map(({ person }) => person))]]);
  return queries.map(({ person, register, id }) => rows.some((row) => row.person === person && row[register] === id));
};

const openFindings: Statement = {
  name: 'open-findings',
  text: `select q.i, (
      select count(*)::int from findings f where f.district = $1 and f.state = 'open' and f.level = q.level
        and f.units @> array(select p.unit::text from cases p where p.district = $1 and p.id = q.parent)
        and exists (select from cases c where c.district = f.district and c.parent = q.parent and c.subject = any(f.residents))
        and not exists (select from cases c where c.district = f.district and c.parent = q.parent and c.subject = any(f.residents)
          and c.state = any(q.states) and c.data -> q.by ?| f.fields)
    ) as count from jsonb_to_recordset($2::jsonb) as q(i int, level text, parent text, states text[], by text)`,
};

/** Nothing is locked: who writes findings reads nothing that a decision writes, so each may as well have come first. */
const readFindings = async (tx: Tx, { district }: Reading, queries: readonly Asking<'findings'>[]): Promise<number[]> => {
  if (queries.length === 0) return [];
  const asked = queries.map(({ level, parent, mending }, i) => ({ i, level, parent, states: mending?.states ?? [], by: mending?.by ?? '' }));
  const found = new Map((await tx.run<{ i: number; count: number }>(openFindings, [district, JSON.stringify(asked)])).map(({ i, count }) => [i, count]));
  return queries.map((_, i) => found.get(i) ?? 0);
};

/** Whoever is to sign holds the cases under which the others move, so that none of them moves until it is signed. */
const readFigures = async (tx: Tx, { keys, district, for: purpose }: Reading, queries: readonly FiguresQuery[]): Promise<Figures[]> => {
  const answers: Figures[] = [];
  for (const query of queries) {
    const { workflow, parent } = query.children;
    if (purpose === 'decide') holdChildren(tx, district, query);
    const children = (await readSiblings(tx, district, workflow, parent)).map((row) => toStored(keys, district, row).case);
    answers.push({ ...(await countFigures(tx, district, query)), children: children.map(({ id, state, unit, openedBy, data }) => ({ id, state, unit, openedBy, data })) });
  }
  return answers;
};

type Read<Kind extends Query['ask']> = (tx: Tx, reading: Reading, queries: readonly Asking<Kind>[], own: ReadonlySet<string>) => Promise<readonly Answer<Asking<Kind>>[]>;

/** In this order what they read is locked. */
const readers: { readonly [Kind in Query['ask']]: Read<Kind> } = {
  case: readCases,
  tally: readTallies,
  balance: readBalances,
  entry: readRegister,
  related: readRelations,
  findings: readFindings,
  lot: (tx, { district, seedFor }, queries) => Promise.all(queries.map((query) => readLot(tx, district, query, seedFor))),
  arrivals: (tx, { district }, queries) => Promise.all(queries.map((query) => readArrivals(tx, district, query))),
  holds: readHolds,
  roll: (tx, reading, queries) => Promise.all(queries.map((query) => readRoll(tx, reading, query))),
  exchanged: (tx, { district }, queries) => Promise.all(queries.map((query) => findKept(tx, district, query.case))),
  files: readFileFacts,
  figures: readFigures,
  person: (tx, { district, for: purpose }, queries) => readPeople(tx, district, queries, purpose === 'decide'),
  processes: (_tx, { processesOf }, queries) => Promise.resolve(queries.map(({ post }) => processesOf(post))),
};

/** Answers by what was asked, said as JSON. */
export type Answers = ReadonlyMap<string, Answer>;
const said = (query: Query): string => JSON.stringify(query);

/** The same question is asked once, and none that is `known`. `own` are the cases that the asking transaction holds whole. */
export const ask = async (tx: Tx, reading: Reading, queries: readonly Query[], own: ReadonlySet<string>, known: Answers | null = null): Promise<Answers> => {
  const answers = new Map(known);
  const unique = new Map(queries.map((query) => [said(query), query]));
  const read = async (kind: Query['ask']): Promise<void> => {
    const asked = [...unique].filter(([as, query]) => query.ask === kind && !answers.has(as));
    if (asked.length === 0) return;
    const given = await (readers[kind] as Read<Query['ask']>)(tx, reading, asked.map(([, query]) => query), own);
    asked.forEach(([as], i) => answers.set(as, given[i] ?? null));
  };
  await Promise.all((Object.keys(readers) as Query['ask'][]).map((kind) => read(kind)));
  return answers;
};

/** Answers in the order asked. */
export const answerQueries = async (...[tx, reading, queries, own, known]: Parameters<typeof ask>): Promise<Answer[]> => {
  const answers = await ask(tx, reading, queries, own, known);
  return queries.map((query) => answers.get(said(query)) ?? null);
};
