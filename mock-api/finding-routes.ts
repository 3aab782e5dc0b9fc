/** `/api/findings`, `/api/checks` and the shares of a case in the mock: the same answers as the server's, made anew each time. */
import { randomUUID } from 'node:crypto';
import type { Handler, Request, Response } from 'json-server';
import { isMisread, misreadAt, remedies } from '../workflows/kit/asked.ts';
import { readersOf } from '../workflows/kit/offers.ts';
import { judge } from '../workflows/office/monitoring/mean.ts';
import { covers } from '../workflows/office/units.ts';
import { answerList, readListUrl, sendMisread, type Fields } from './dialect.ts';
import { answer } from './facts.ts';
import { findingsIn, type MockFinding } from './findings.ts';
import type { Mock } from './office.ts';

const FIELDS: Fields = Object.fromEntries(['id', 'rule', 'level', 'state', 'unit', 'resident', 'parent', 'foundAt'].map((name) => [name, name]));
const SAYERS = ['town_clerk', 'reviewer'];
const SHORTEST = 5;
type Run = { readonly id: string; readonly by: string; readonly at: string; readonly state: 'finished'; readonly done: number; readonly total: number; readonly madeAt: string; readonly endedAt: string };

const listOf = (value: unknown): unknown[] | null => (value === undefined ? null : [value].flat());
const meets = (wanted: unknown[] | null, has: readonly string[]): boolean => wanted === null || has.some((one) => wanted.includes(one));

export const makeFindingRoutes = (mock: Mock) => {
  const { store } = mock;
  const runs: Run[] = [];
  const postsOf = (person: string) => store.people.find(({ id }) => id === person)?.posts ?? [];
  const sees = (person: string, unit: string): boolean => postsOf(person).some((held) => held.post !== 'admin' && covers(store.units, held.unit, unit));
  const mayRead = (person: string): boolean => postsOf(person).some(({ post }) => post !== 'admin');
  const mine = (person: string): MockFinding[] => findingsIn(store, [...mock.workflows.values()]).filter(({ units }) => units.some((unit) => sees(person, unit)));
  const itemOf = (resident: string) => {
    const one = store.cases.findLast(({ workflow, subject }) => subject === resident && mock.workflows.get(workflow)?.answers !== undefined);
    return one ? { id: one.id, workflow: one.workflow, unit: one.unit, state: one.state } : null;
  };

  const out = (person: string, { id, rule, level, unit, units, residents, field, occasion, params, state, foundAt, aside }: MockFinding) => {
    const shown = residents.flatMap((one) => store.residents.find((entry) => entry.id === one && sees(person, entry.unit)) ?? []);
    return {
      id, rule, level, unit, units: units.filter((one) => sees(person, one)), field, occasion, params, state, foundAt, goneAt: null,
      residents: shown.map((one) => ({ id: one.id, name: one.name, unit: one.unit, item: itemOf(one.id) })), elsewhere: residents.length - shown.length,
      reason: aside?.reason ?? null, suppressedBy: aside?.by ?? null, suppressedName: aside?.name ?? null, suppressedAt: aside?.at ?? null,
    };
  };

  const list = (person: string, request: Request, response: Response): unknown => {
    const asked = readListUrl({ sort: '["rule","ASC"]', ...request.query }, FIELDS);
    if (isMisread(asked)) return sendMisread(request, response, asked);
    if (Object.hasOwn(asked.filter, 'q')) return sendMisread(request, response, misreadAt('filter.q', remedies.unknown));
    if (['unit', 'resident', 'parent'].includes(asked.sort[0])) return sendMisread(request, response, misreadAt('sort', remedies.sort));
    const { unit, resident, parent, ...filter } = asked.filter;
    const parents = listOf(parent);
    const subjects = parents && store.cases.flatMap((one) => (one.parent !== null && parents.includes(one.parent) && one.subject !== null ? [one.subject] : []));
    const rows = mine(person).filter((one) => meets(listOf(unit), one.units) && meets(listOf(resident), one.residents) && meets(subjects, one.residents));
    return answerList(request, response, 'findings', rows.map((one) => out(person, one)), { ...asked, filter }, FIELDS);
  };

  const summary = (person: string) => {
    const all = mine(person);
    const count = (some: readonly MockFinding[]) => ({ open: some.filter(({ state }) => state === 'open').length, suppressed: some.filter(({ state }) => state === 'suppressed').length });
    const byUnit = all.flatMap((one) => one.units.filter((unit) => sees(person, unit)).map((unit) => ({ unit, one })));
    return {
      rules: [...Map.groupBy(all, ({ rule }) => rule)].map(([rule, some]) => ({ rule, level: some[0]?.level, ...count(some) })),
      villages: [...Map.groupBy(byUnit, ({ unit, one }) => `${unit} ${one.rule}`)].map(([key, some]) => ({ unit: key.slice(0, key.indexOf(' ')), rule: key.slice(key.indexOf(' ') + 1), ...count(some.map(({ one }) => one)) })),
    };
  };

  const say = (person: string, found: MockFinding | undefined, act: string, request: Request, response: Response): unknown => {
    const { reason } = (request.body ?? {}) as { reason?: unknown };
    if (typeof reason !== 'string') return response.status(400).json({ reason: 'unreadable' });
    if (!found) return response.status(404).json({ reason: 'not-found' });
    const may = postsOf(person).some((held) => SAYERS.includes(held.post) && found.units.every((unit) => covers(store.units, held.unit, unit)));
    if (!may) return response.status(403).json({ reason: 'not-yours' });
    if ([...reason.trim()].length < SHORTEST) return response.status(422).json({ errors: { reason: `请写明理由，至少 ${SHORTEST} 个字` } });
    if (found.state !== (act === 'suppress' ? 'open' : 'suppressed')) return response.status(409).json({ reason: 'not-so' });
    const name = store.people.find(({ id }) => id === person)?.name ?? person;
    store.asides = [...store.asides.filter(({ finding }) => finding !== found.id), ...(act === 'suppress' ? [{ finding: found.id, by: person, name, at: store.now, reason: reason.trim() }] : [])];
    const after = mine(person).find(({ id }) => id === found.id);
    return response.json({ ...(after && out(person, after)), said: [] });
  };

  const findings = (person: string): Handler => (request, response) => {
    const [id, act] = request.path.replace(/^\//, '').split('/').map(decodeURIComponent);
    if ((!id || id === 'summary') && !mayRead(person)) return response.status(403).json({ reason: 'not-yours' });
    if (!id) return list(person, request, response);
    if (id === 'summary') return response.json(summary(person));
    const found = mine(person).find((one) => one.id === id);
    if (request.method === 'POST' && (act === 'suppress' || act === 'reopen')) return say(person, found, act, request, response);
    if (!found) return response.status(404).json({ reason: 'not-found' });
    return response.json({ ...out(person, found), said: [] });
  };

  const checks = (person: string): Handler => (request, response) => {
    const [what, id] = request.path.replace(/^\//, '').split('/');
    if (what === 'run' && request.method === 'POST') {
      if (!postsOf(person).some(({ post }) => post === 'town_clerk')) return response.status(403).json({ reason: 'not-yours' });
      const [total, now] = [store.residents.length, new Date().toISOString()];
      runs.unshift({ id: randomUUID(), by: person, at: store.now, state: 'finished', done: total, total, madeAt: now, endedAt: now });
      return response.status(202).json(runs[0]);
    }
    if (!mayRead(person)) return response.status(403).json({ reason: 'not-yours' });
    if (what === 'runs' && !id) return response.set('Content-Range', `runs ${runs.length === 0 ? '*' : `0-${runs.length - 1}`}/${runs.length}`).json(runs);
    const run = runs.find((one) => one.id === id);
    return run ? response.json(run) : response.status(404).json({ reason: 'not-found' });
  };

  const shares = (person: string): Handler => (request, response) => {
    const workflow = mock.workflows.get(request.params['workflow'] ?? '');
    const reads = (unit: string): boolean => workflow !== undefined && postsOf(person).some((held) => readersOf(workflow).includes(held.post) && covers(store.units, held.unit, unit));
    const one = store.cases.find(({ id, workflow: of, unit }) => id === request.params['id'] && of === workflow?.name && reads(unit));
    if (!workflow?.shares || !one) return response.status(404).json({ reason: 'not-found' });
    const siblings = one.parent === null ? [] : store.cases.filter(({ workflow: of, parent }) => of === workflow.name && parent === one.parent);
    return response.json(Object.entries(workflow.shares).map(([indicator, ask]) => {
      const counted = siblings.map((sibling) => ({ case: sibling.id, unit: sibling.unit, hits: (answer(store, mock.workflows, ask(sibling).hits) as { count: number }).count, of: (answer(store, mock.workflows, ask(sibling).of) as { count: number }).count }));
      const all = { hits: counted.reduce((sum, { hits }) => sum + hits, 0), of: counted.reduce((sum, { of }) => sum + of, 0) };
      return { indicator, all, of: counted.filter(({ unit }) => reads(unit)).map((share) => ({ ...share, verdict: judge(share, all) })) };
    }));
  };

  return { findings, checks, shares };
};
