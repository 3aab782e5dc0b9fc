/** Each kind of question a decision may ask, answered from the mock's arrays. */
import { createHash, randomInt } from 'node:crypto';
import { postsActingIn } from '../workflows/kit/offers.ts';
import { countFigures, fits, type Countable } from '../workflows/kit/report.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Answer, Case, Data, Entry, FiguresQuery, Line, OtherCase, Query, Register } from '../workflows/kit/words.ts';
import { holdsOf, SEALED } from './erase.ts';
import { countFindings } from './findings.ts';
import { findPerson } from './stands.ts';
import type { Store } from './store.ts';

/** No decision reads what is sealed in the real store. */
const open = (values: Data): Data => Object.fromEntries(Object.entries(values).filter(([name]) => !SEALED.some((sealed) => sealed === name)));

export const findEntry = (store: Store, register: Register, id: string): Entry | null => {
  const found = (register === 'residents' ? store.residents : store.households).find((one) => one.id === id);
  return found ? { id, unit: found.unit, values: open({ ...found }) } : null;
};

const asOther = ({ id, state, unit, openedBy, data }: Case): OtherCase => ({ id, state, unit, openedBy, data });
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The mock keeps no chain: what a case holds stands for the head of its log. */
export const linesOf = (store: Store, { covers }: FiguresQuery): (Line & Countable)[] =>
  store.cases.filter((one) => covers.some((query) => fits(one, query))).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => ({ ...one, head: hashOf(JSON.stringify([one.state, one.data])) }));

const arrivedIn = (store: Store, { unit, since, unlisted }: Extract<Query, { ask: 'arrivals' }>): string[] => store.residents
  .filter((one) => one.unit === unit && one.status !== 'deceased' && store.changes.some((change) => change.register === 'residents' && change.id === one.id && change.values['unit'] === unit && change.at >= since))
  .filter(({ id }) => !store.cases.some((one) => one.workflow === unlisted.workflow && one.subject === id && unlisted.states.includes(one.state) && Object.entries(unlisted.where).every(([field, value]) => one.data[field] === value)))
  .map(({ id }) => id).sort();

export const answer = (store: Store, workflows: ReadonlyMap<string, Workflow>, query: Query): Answer => {
  switch (query.ask) {
    case 'tally': {
      const found = store.cases.filter((one) => fits(one, query));
      return { count: found.length, sum: query.sum ? found.reduce((sum, one) => sum + Number(one.data[query.sum ?? ''] ?? 0), 0) : 0 };
    }
    case 'case': {
      const found = store.cases.find((one) => one.workflow === query.workflow && one.id === query.id);
      return found ? asOther(found) : null;
    }
    case 'balance': {
      const posted = store.ledger.filter(({ account }) => account === query.line);
      return posted.length === 0 ? null : posted.reduce((sum, { fen }) => sum + fen, 0);
    }
    case 'roll':
      return store.cases.filter((one) => fits(one, { ...query, ask: 'tally' })).sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, state, key, subject, data }) => ({ id, state, key, subject, values: Object.fromEntries(query.fields.map((name) => [name, data[name]])) }));
    /** The mock makes no files and takes none in. */
    case 'exchanged':
      return [];
    case 'entry':
      return findEntry(store, query.register, query.id);
    case 'related': {
      const members = query.register === 'residents' ? [query.id] : store.residents.filter(({ household }) => household === query.id).map(({ id }) => id);
      return store.relations.some(({ person, resident }) => person === query.person && members.includes(resident));
    }
    case 'holds':
      return holdsOf(store, workflows, query.id);
    case 'person':
      return findPerson(store, query.id, query.unit);
    case 'processes':
      return [...workflows.values()].filter((one) => postsActingIn(one).includes(query.post)).map(({ name }) => name);
    case 'findings':
      return countFindings(store, query);
    case 'figures':
      return { ...countFigures(linesOf(store, query), query, hashOf), children: store.cases.filter(({ workflow, parent }) => workflow === query.children.workflow && parent === query.children.parent).map(asOther) };
    case 'arrivals':
      return arrivedIn(store, query);
    case 'files':
      return store.files.filter(({ id, person }) => query.ids.includes(id) && (person === query.person || store.attachments.some((one) => one.case === query.case && one.file === id))).map(({ id, type, content }) => ({ id, type, bytes: content.length }));
    case 'lot':
      return { seed: randomInt(1, 2 ** 31), ids: store.cases.filter((one) => fits(one, { ...query, ask: 'tally' })).map(({ id }) => id).sort() };
  }
};
