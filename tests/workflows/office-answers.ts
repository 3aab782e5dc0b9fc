/** Answers every kind of question a decision may ask, over cases held in memory. */
import { createHash } from 'node:crypto';
import { countFigures, fits, type Countable } from '../../workflows/kit/report.ts';
import type { Among, Answer, Case, Data, Entry, FiguresQuery, KeptFile, Line, OtherCase, Posting, Query, Register, Tally, TallyQuery } from '../../workflows/kit/words.ts';
import type { Town } from '../../workflows/office/demo-town/town.ts';

/** What the office holds: all of it in memory, none of it sealed. */
export type Shelves = {
  readonly town: Town;
  /** Cases of each workflow by id. */
  readonly cases: Map<string, Map<string, Case>>;
  readonly entries: Record<Register, Map<string, Entry>>;
  /** Open findings of error level by the parent of the cases about the entries. */
  readonly findings: Map<string, number>;
  /** Until when a law keeps what cases hold of an entry. */
  readonly keptUntil: Map<string, string>;
  /** Cases on the list that a report froze, by report and round, with the figures each counts in. */
  readonly frozen: Map<string, ReadonlyMap<string, readonly string[]>>;
  /** People with an open finding. */
  readonly flagged: Set<string>;
  /** What was written to entries of residents, and when. */
  readonly changes: { readonly id: string; readonly at: string; readonly values: Data }[];
  /** The seed of the next draw. */
  seed: number;
  /** Files made of a case or taken in for it, by its id. */
  readonly files: Map<string, KeptFile[]>;
  readonly ledger: (Posting & { readonly case: string; readonly step: string })[];
};

const tally = (shelves: Shelves, query: TallyQuery): Tally => {
  const found = [...(shelves.cases.get(query.workflow)?.values() ?? [])].filter((one) => fits(one, query));
  const { sum } = query;
  return { count: found.length, sum: sum === undefined ? 0 : found.reduce((total, { data }) => total + Number(data[sum] ?? 0), 0) };
};

const asOther = ({ id, state, unit, openedBy, data }: Case): OtherCase => ({ id, state, unit, openedBy, data });
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** No chain is kept in memory: what a case holds stands for the head of its log. */
export const linesOf = (shelves: Shelves, { covers }: FiguresQuery): (Line & Countable)[] =>
  covers.flatMap((query) => [...(shelves.cases.get(query.workflow)?.values() ?? [])].filter((one) => fits(one, query)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => ({ ...one, head: hashOf(JSON.stringify([one.state, one.data])) }));

const household = (shelves: Shelves, id: string): string[] => shelves.town.residents.filter((one) => one.household === id).map((one) => one.id);

const arrivals = (shelves: Shelves, { unit, since, unlisted }: Extract<Query, { ask: 'arrivals' }>): string[] => {
  const came = new Set(shelves.changes.filter(({ at, values }) => at >= since && values.unit === unit).map(({ id }) => id));
  const listed = new Set([...(shelves.cases.get(unlisted.workflow)?.values() ?? [])].filter((one) => unlisted.states.includes(one.state) && Object.entries(unlisted.where).every(([field, value]) => one.data[field] === value)).map(({ subject }) => subject));
  return [...shelves.entries.residents.values()].filter((one) => one.unit === unit && one.values.status !== 'deceased' && came.has(one.id) && !listed.has(one.id)).map(({ id }) => id).sort();
};

const serialOf = (code: unknown): number => Number(String(code).slice(-4).replace(/\D/g, '') || 0);

/** The living of a unit, or those of them whose turn it is. */
export const listed = (shelves: Shelves, workflow: string, unit: string, among?: Among): Entry[] => {
  const turn = (one: Entry, { verifiedBefore, changedSince, lastAt, part }: Among): boolean =>
    String(one.values.lastVerified ?? '') < verifiedBefore || serialOf(one.values.code) % part.of === part.is || shelves.flagged.has(one.id) ||
    shelves.changes.some(({ id, at, values }) => id === one.id && at >= changedSince && Object.keys(values).some((name) => name !== 'lastVerified')) ||
    lastAt.includes([...(shelves.cases.get(workflow)?.values() ?? [])].findLast(({ subject }) => subject === one.id)?.state ?? '');
  return [...shelves.entries.residents.values()].filter((one) => one.unit === unit && one.values.status !== 'deceased' && (!among || turn(one, among)));
};

export const answer = (shelves: Shelves, query: Query): Answer => {
  switch (query.ask) {
    case 'tally': return tally(shelves, query);
    case 'case': {
      const found = shelves.cases.get(query.workflow)?.get(query.id);
      return found ? asOther(found) : null;
    }
    case 'balance': {
      const posted = shelves.ledger.filter(({ account }) => account === query.line);
      return posted.length === 0 ? null : posted.reduce((sum, { fen }) => sum + fen, 0);
    }
    case 'roll': return [...(shelves.cases.get(query.workflow)?.values() ?? [])].filter((one) => fits(one, { ...query, ask: 'tally' })).sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, state, key, subject, data }) => ({ id, state, key, subject, values: Object.fromEntries(query.fields.map((name) => [name, data[name]])) }));
    case 'exchanged': return shelves.files.get(query.case) ?? [];
    case 'findings': return shelves.findings.get(query.parent) ?? 0;
    case 'entry': return shelves.entries[query.register].get(query.id) ?? null;
    case 'related': {
      const members = query.register === 'residents' ? [query.id] : household(shelves, query.id);
      return shelves.town.relations.some(({ person, resident }) => person === query.person && members.includes(resident));
    }
    case 'holds': return { underWay: 0, keptUntil: shelves.keptUntil.get(query.id) ?? null, imports: 0 };
    case 'person': case 'processes': return null;
    case 'files': return [];
    case 'figures': return {
      ...countFigures(linesOf(shelves, query), query, hashOf),
      children: [...(shelves.cases.get(query.children.workflow)?.values() ?? [])].filter(({ parent }) => parent === query.children.parent).map(asOther),
    };
    case 'arrivals': return arrivals(shelves, query);
    case 'lot': return { seed: shelves.seed, ids: [...(shelves.cases.get(query.workflow)?.values() ?? [])].filter((one) => fits(one, { ...query, ask: 'tally' })).map(({ id }) => id).sort() };
  }
};

const SEALED = ['idNumber', 'phone', 'account'];

/** The registers as decisions may see them: without the sealed fields. */
export const entriesOf = ({ residents, households }: Town): Shelves['entries'] => {
  const open = (one: { id: string; unit: string }): [string, Entry] =>
    [one.id, { id: one.id, unit: one.unit, values: Object.fromEntries(Object.entries(one).filter(([name]) => !SEALED.includes(name))) }];
  return { residents: new Map(residents.map(open)), households: new Map(households.map(open)) };
};
