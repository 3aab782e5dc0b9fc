/** The mock's registers and the inbox: scope by the asker's posts, masked, revealed with a reason. */
import type { Request, Response } from 'json-server';
import { isMisread, misreadAt, remedies, type Misread } from '../workflows/kit/asked.ts';
import type { Register } from '../workflows/kit/words.ts';
import type { Resident } from '../workflows/office/demo-town/town.ts';
import { normaliseId } from '../workflows/office/citizen-id.ts';
import { tableOfRegister } from '../workflows/office/tables.ts';
import { covers } from '../workflows/office/units.ts';
import { answerList, readListUrl, readSearch, sendMisread, withoutWords, type Fields, type ListQuery } from './dialect.ts';
import { takeAway } from './export.ts';
import { apart, byRelevance, meansOf } from './find.ts';
import type { Mock } from './office.ts';
import { urgedSince } from './urges.ts';
import { masked, residentOut, residentRow } from './outward.ts';

const named = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, name]));
const RESIDENT = named('id', 'unit', 'household', 'name', 'code', 'sex', 'marital', 'status', 'relation', 'lastVerified', 'hukouUnit');
const HOUSEHOLD = named('id', 'unit', 'head');
const INBOX = named('id', 'workflow', 'unit', 'state', 'title', 'dueAt', 'since', 'returned', 'overdue', 'urged', 'step');
const SECRET = { residents: ['idNumber', 'phone', 'account'], households: ['address'] } as const satisfies Record<Register, readonly string[]>;
const HIDDEN: ReadonlySet<string> = new Set(SECRET.residents);

const bad = (response: Response) => response.status(400).json({ reason: 'unreadable' });
const notYours = (response: Response) => response.status(403).json({ reason: 'not-yours' });
const notFound = (response: Response) => response.status(404).json({ reason: 'not-found' });

export const makeRegisterRoutes = (mock: Mock) => {
  const { store } = mock;
  /** The administrator keeps the system, not the people in it. */
  const sees = (person: string, unit: string): boolean =>
    (store.people.find(({ id }) => id === person)?.posts ?? []).some((held) => held.post !== 'admin' && covers(store.units, held.unit, unit));

  const mayRead = (person: string): boolean => store.people.some(({ id, posts }) => id === person && posts.some(({ post }) => post !== 'admin'));
  const residents = (person: string): Resident[] => store.residents.filter(({ unit }) => sees(person, unit));
  /** The auditor sees people masked. */
  const opens = (person: string, unit: string): boolean => (store.people.find(({ id }) => id === person)?.posts ?? []).some((held) => !['admin', 'auditor'].includes(held.post) && covers(store.units, held.unit, unit));
  const means = (person: string, q: string, byBody: boolean): ((one: Resident) => boolean) => {
    const [plain, byNumber] = [meansOf(store, q, false), meansOf(store, q, byBody)];
    return (one) => (opens(person, one.unit) ? byNumber : plain)(one);
  };
  const listResidents = (person: string, request: Request, response: Response, asked: ListQuery | Misread) => {
    if (isMisread(asked)) return sendMisread(request, response, asked);
    const { q, list } = withoutWords(asked);
    const found = residents(person).filter(q === null ? () => true : means(person, q, false));
    return answerList(request, response, 'residents', found.map(residentRow), list, RESIDENT);
  };
  /** The question stands in the body: an ID number, or words with their order of relevance. */
  const searchResidents = (person: string, request: Request, response: Response) => {
    const { filter, ...body } = (request.body ?? {}) as { filter?: { idNumber?: unknown }; sort?: unknown };
    const { idNumber, ...rest } = filter ?? {};
    const asked = readSearch({ ...body, filter: rest }, { ...RESIDENT, relevance: 'relevance' });
    if (isMisread(asked)) return sendMisread(request, response, asked);
    if (asked.sort[0] === 'relevance' && asked.filter['q'] === undefined) return sendMisread(request, response, misreadAt('sort', remedies.relevance));
    if (idNumber !== undefined && !store.units.some(({ id }) => opens(person, id))) return sendMisread(request, response, misreadAt('filter.idNumber', remedies.unknown));
    if (idNumber !== undefined && typeof idNumber !== 'string') return sendMisread(request, response, misreadAt('filter.idNumber', remedies.value));
    const { q, list } = withoutWords(asked);
    const found = residents(person).filter((one) => (q === null || means(person, q, true)(one)) && (typeof idNumber !== 'string' || (opens(person, one.unit) && one.idNumber === normaliseId(idNumber))));
    const rows = (q === null ? found : byRelevance(q, found)).map((one) => ({ ...residentRow(one), ...apart(store, one, opens(person, one.unit)) }));
    return answerList(request, response, 'residents', rows, list, RESIDENT);
  };
  const homesOf = (person: string, q: string | null, byBody: boolean) => {
    const homes = q === null ? null : new Set(residents(person).filter(means(person, q, byBody)).map(({ household }) => household));
    return store.households.filter(({ id, unit }) => sees(person, unit) && (homes?.has(id) ?? true)).map(({ address: _address, ...rest }) => rest);
  };
  const listHouseholds = (person: string, request: Request, response: Response, asked: ListQuery | Misread, byBody: boolean) => {
    if (isMisread(asked)) return sendMisread(request, response, asked);
    const { q, list } = withoutWords(asked);
    return answerList(request, response, 'households', homesOf(person, q, byBody), list, HOUSEHOLD);
  };

  /** Fields that somebody sees masked, in full. */
  const reveal = (person: string, register: Register, one: Readonly<Record<string, unknown>>, request: Request, response: Response) => {
    const { fields, reason } = (request.body ?? {}) as { fields?: unknown; reason?: unknown };
    if (!Array.isArray(fields) || fields.length === 0 || typeof reason !== 'string') return bad(response);
    const wanted = SECRET[register].filter((name) => fields.includes(name));
    const errors = { ...(wanted.length < fields.length && { fields: '所选项目不是可查看的脱敏项' }), ...(reason.trim().length < 4 && { reason: '请写明查看理由（至少4个字）' }) };
    if (Object.keys(errors).length > 0) return response.status(422).json({ errors });
    store.reads.push({ person, at: store.now, resource: `${register}/reveal`, id: String(one['id']), fields: wanted, reason });
    return response.json({ values: Object.fromEntries(wanted.map((name) => [name, one[name]])) });
  };

  /** Several entries, each as by itself; with `since` what its fields were before. */
  const records = (person: string, all: readonly { readonly id: string }[], seen: (id: string) => object, request: Request, response: Response) => {
    const { ids, since, ...more } = (request.body ?? {}) as { ids?: unknown; since?: unknown };
    if (!mayRead(person)) return notYours(response);
    if (!Array.isArray(ids) || ids.length > 1000 || Object.keys(more).length > 0 || (since !== undefined && Number.isNaN(Date.parse(String(since))))) return bad(response);
    const found = all.map(({ id }) => id).filter((id) => ids.includes(id)).sort();
    return response.json(found.map((id) => {
      const changed = store.changes.filter((change) => change.id === id && change.at >= String(since));
      return since === undefined ? seen(id) : { ...seen(id), was: masked(Object.assign({}, ...changed.reverse().map(({ before }) => before)), HIDDEN) };
    }));
  };

  const versionOf = (id: string): number => 1 + store.changes.filter((change) => change.id === id).length;
  const seenResident = (id: string): object => {
    const one = store.residents.find((found) => found.id === id);
    return one ? residentOut(one, versionOf(id), store.erased.get(id)) : {};
  };
  const seenHousehold = (id: string): object => ({ ...store.households.find((found) => found.id === id), version: versionOf(id) });

  /** Newest first; the register's first entering is its first version. */
  const historyOf = (id: string) => store.changes.filter((change) => change.id === id).map(({ at, by, case: caseId, values, before }, i) => ({
    id: `${id}.${i + 2}`, version: i + 2, at, by, name: store.people.find((staff) => staff.id === by)?.name ?? by, workflow: store.cases.find((found) => found.id === caseId)?.workflow ?? '', case: caseId,
    fields: Object.keys(values), before: masked(before, HIDDEN), after: masked(values, HIDDEN),
  })).toReversed();

  return {
    residents: (person: string, request: Request, response: Response) => {
      const [id, tail] = request.path.replace(/^\//, '').split('/').map(decodeURIComponent);
      if (!id && !mayRead(person)) return notYours(response);
      if (!id) return listResidents(person, request, response, readListUrl(request.query, RESIDENT));
      if (id === 'search' && request.method === 'POST') return mayRead(person) ? searchResidents(person, request, response) : notYours(response);
      if (id === 'export' && request.method === 'POST') {
        const rowsOf = (q: string | null) => residents(person).filter(q === null ? () => true : means(person, q, true)).map(residentRow);
        return mayRead(person) ? takeAway(store, person, request, response, { resource: 'residents', table: tableOfRegister('residents'), fields: RESIDENT, rowsOf }) : notYours(response);
      }
      if (id === 'records' && request.method === 'POST') return records(person, residents(person), seenResident, request, response);
      const one = residents(person).find((found) => found.id === id);
      if (!one) return notFound(response);
      if (tail === 'reveal' && request.method === 'POST') return reveal(person, 'residents', one, request, response);
      if (request.method !== 'GET') return response.status(405).json({ reason: 'only-events' });
      if (tail === 'history') return response.json(historyOf(one.id));
      return response.json(seenResident(one.id));
    },
    households: (person: string, request: Request, response: Response) => {
      const mine = store.households.filter(({ unit }) => sees(person, unit));
      const [id, tail] = request.path.replace(/^\//, '').split('/').map(decodeURIComponent);
      if (id === 'export' && request.method === 'POST') {
        return mayRead(person) ? takeAway(store, person, request, response, { resource: 'households', table: tableOfRegister('households'), fields: HOUSEHOLD, rowsOf: (q) => homesOf(person, q, true) }) : notYours(response);
      }
      if (id === 'search' && request.method === 'POST') return mayRead(person) ? listHouseholds(person, request, response, readSearch(request.body, HOUSEHOLD), true) : notYours(response);
      if (id === 'records' && request.method === 'POST') return records(person, mine, seenHousehold, request, response);
      const one = mine.find((found) => found.id === id);
      if (tail === 'reveal' && request.method === 'POST') return one ? reveal(person, 'households', { ...one }, request, response) : notFound(response);
      if (request.method !== 'GET') return response.status(405).json({ reason: 'only-events' });
      if (id) return one ? response.json(tail === 'history' ? historyOf(id) : seenHousehold(id)) : notFound(response);
      if (!mayRead(person)) return notYours(response);
      return listHouseholds(person, request, response, readListUrl(request.query, HOUSEHOLD), false);
    },
    inbox: (person: string, request: Request, response: Response) => {
      const asked = readListUrl(request.query, INBOX);
      const rows = mock.waitingFor(person).map(({ person: _person, openedAt: _openedAt, case: id, ...row }) => ({ ...row, id, overdue: row.dueAt !== null && row.dueAt < store.now, urged: urgedSince(store, id, row.since) }));
      if (request.path === '/summary') {
        const counts = [...Map.groupBy(rows, ({ workflow }) => workflow)].map(([workflow, waiting]) => ({ workflow, waiting: waiting.length, overdue: waiting.filter(({ overdue }) => overdue).length, returned: waiting.filter(({ returned }) => returned).length, urged: waiting.filter(({ urged }) => urged !== null).length }));
        return response.json(counts.sort((a, b) => (a.workflow < b.workflow ? -1 : 1)));
      }
      return isMisread(asked) ? sendMisread(request, response, asked) : answerList(request, response, 'inbox', rows, asked, INBOX);
    },
  };
};
