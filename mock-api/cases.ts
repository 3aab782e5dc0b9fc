/** The case routes of the mock, in the contract's order of answers. */
import type { Handler, Request, Response } from 'json-server';
import { isMisread, type Misread } from '../workflows/kit/asked.ts';
import type { Case } from '../workflows/kit/words.ts';
import { idPattern } from '../workflows/kit/ids.ts';
import { papersOffered, postsOf } from '../workflows/kit/papers.ts';
import { signaturesOf } from '../workflows/kit/sitting.ts';
import { RETURN_WORDS } from '../workflows/kit/returns.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import { tableOfCases, type Signer } from '../workflows/office/tables.ts';
import { makeBulkRoutes } from './bulk.ts';
import { answerList, readListUrl, readSearch, sendMisread, withoutWords, type Fields, type ListQuery } from './dialect.ts';
import { takeAway } from './export.ts';
import { meansOf } from './find.ts';
import { revealIn } from './reveal.ts';
import { reportIn } from './reports.ts';
import { actorOf, type Mock, type Outcome } from './office.ts';
import { caseOut, errorsIn, logOut } from './outward.ts';
import { langOf } from './session.ts';
import { opensTo } from './stands.ts';
import { takeWords } from './words-of-lists.ts';

const OWN: Fields = Object.fromEntries(['id', 'state', 'unit', 'version', 'openedBy', 'openedAt', 'enteredAt', 'dueAt', 'parent', 'subject', 'title', 'workflow', 'counted', 'open'].map((name) => [name, name]));
const SENT_BACK: Fields = Object.fromEntries(RETURN_WORDS.map((name) => [name, name]));
export const fieldsOfList = (workflow: Workflow): Fields => ({ ...OWN, ...(workflow.returns && SENT_BACK), ...Object.fromEntries(workflow.list.fields.map(({ name }) => [name, `data.${name}`])) });

type Body = Record<string, unknown>;
const bodyOf = (request: Request): Body | null => (typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body) ? (request.body as Body) : null);
const onlyKeys = (body: Body, keys: readonly string[]): boolean => Object.keys(body).every((key) => keys.includes(key));
const notFound = (response: Response) => response.status(404).json({ reason: 'not-found' });
const malformed = (response: Response, keys: string) => response.status(400).json({ reason: 'malformed', keys });
const onlyEvents = (response: Response) => response.status(405).set('Allow', 'GET, POST').json({ reason: 'only-events' });

export const makeCaseRoutes = (mock: Mock) => {
  const { store } = mock;
  const mayRead = (person: string, workflow: Workflow, one: Case): boolean => opensTo(actorOf(store, person, one.unit, workflow.name).posts, workflow);
  const find = (person: string, name: string, id: string): { workflow: Workflow; one: Case } | null => {
    const workflow = mock.workflows.get(name);
    const one = store.cases.find((found) => found.workflow === name && found.id === id);
    return workflow && one && mayRead(person, workflow, one) ? { workflow, one } : null;
  };
  const out = async (person: string, workflow: Workflow, one: Case) => caseOut(workflow, one, mock.titleOf(one), await mock.offersTo(person, one));

  const rowsOf = (person: string, workflow: Workflow) => store.cases.filter((one) => one.workflow === workflow.name && mayRead(person, workflow, one))
    .map((one) => caseOut(workflow, one, mock.titleOf(one), { offers: [], blocked: [] }, true));
  const bulk = makeBulkRoutes(mock, { fieldsOf: fieldsOfList, rowsOf: (person, workflow, q) => spoken(person, workflow, q), find: (person, { name }, id) => find(person, name, id)?.one ?? null });

  /** By the number it begins with, by its title, or by whom it is about. */
  const speaksOf = (workflow: Workflow, q: string): ((row: { id: string; title: string; subject: string | null }) => boolean) => {
    const means = meansOf(store, q, false);
    const people = new Set(store.residents.filter(means).map(({ id, household }) => (workflow.subject?.register === 'residents' ? id : household)));
    return ({ id, title, subject }) => id.startsWith(q) || (workflow.subject ? title === q || (subject !== null && people.has(subject)) : title.includes(q));
  };
  const spoken = (person: string, workflow: Workflow, q: string | null) => rowsOf(person, workflow).filter(q === null ? () => true : speaksOf(workflow, q));
  const list = (person: string, workflow: Workflow, request: Request, response: Response, asked: ListQuery | Misread) => {
    if (isMisread(asked)) return sendMisread(request, response, asked);
    const { q, list: words } = withoutWords(asked);
    const rest = takeWords(store, workflow, words);
    if (isMisread(rest)) return sendMisread(request, response, rest);
    const offered = async ({ id }: { id: string }) => mock.offersTo(person, store.cases.find((one) => one.id === id) as Case, false);
    return answerList(request, response, workflow.name, spoken(person, workflow, q), rest, fieldsOfList(workflow), async (row) => ({ ...row, ...(await offered(row as { id: string })) }));
  };

  const signerOf = (workflow: Workflow, id: string): Signer | null => {
    const row = store.log.findLast(({ case: of, from, type }) => of === id && signaturesOf(workflow).includes(`${from ?? ''}.${type}`));
    return row ? { name: row.name, behalf: row.behalf ?? null } : null;
  };

  /** Answers an outcome, keeps its draft, and remembers the answer for the same id. */
  const answer = async (request: Request, response: Response, person: string, workflow: Workflow, outcome: Outcome, status: number, id: string) => {
    if (!outcome.accepted) {
      if (outcome.reason === 'not-offered') return response.status(409).json({ reason: 'not-offered' });
      if (outcome.reason === 'blocked') return response.status(403).json({ reason: 'blocked', why: outcome.why });
      return response.status(422).json({ errors: errorsIn(langOf(request), outcome.errors) });
    }
    mock.keep(outcome.draft);
    const body = await out(person, workflow, outcome.case);
    store.drafts.delete([person, workflow.name, ...(status === 201 ? ['new', 'open'] : [outcome.case.id, (request.body as Body)['type']])].join('/'));
    store.seen.push({ person, case: outcome.case.id, event: id, body: JSON.stringify(request.body), answer: body });
    return response.status(status).json(body);
  };

  /** The same id by the same person: the same answer, or 422 where the body is another. True when answered. */
  const replayed = (request: Request, response: Response, person: string, caseId: string, id: string, status: number): boolean => {
    const seen = store.seen.find((one) => one.person === person && one.case === caseId && one.event === id);
    if (!seen) return false;
    if (seen.body === JSON.stringify(request.body)) response.set('Idempotent-Replayed', 'true').status(status).json(seen.answer);
    else response.status(422).json({ reason: 'id-reused' });
    return true;
  };

  const open = async (person: string, workflow: Workflow, request: Request, response: Response) => {
    const body = bodyOf(request);
    if (!body || !onlyKeys(body, ['id', 'unit', 'data'])) return malformed(response, 'id, unit, data');
    const { id, unit, data } = body;
    if (typeof id !== 'string' || !idPattern.test(id) || typeof unit !== 'string') return malformed(response, 'id, unit');
    if (!store.units.some((one) => one.id === unit) || actorOf(store, person, unit, workflow.name).posts.length === 0) return notFound(response);
    if (replayed(request, response, person, id, id, 201)) return;
    if (store.cases.some((one) => one.id === id)) return response.status(422).json({ reason: 'id-reused' });
    if (store.units.find((one) => one.id === unit)?.kind !== workflow.unit) return notFound(response);
    return answer(request, response, person, workflow, await mock.open(person, workflow.name, { id, unit, parent: null }, { id, type: 'open', data }), 201, id);
  };

  const send = async (person: string, workflow: Workflow, one: Case, request: Request, response: Response) => {
    const body = bodyOf(request);
    if (!body) return malformed(response, 'id, type, data, version');
    const { id, type, data, version } = body;
    if (typeof id === 'string' && replayed(request, response, person, one.id, id, 200)) return;
    if (!onlyKeys(body, ['id', 'type', 'data', 'version']) || typeof id !== 'string' || !idPattern.test(id) || typeof type !== 'string') return malformed(response, 'id, type, data, version');
    if (version === undefined) return response.status(428).json({ reason: 'version-missing' });
    if (!Number.isSafeInteger(version)) return malformed(response, 'version');
    if (version !== one.version) return response.status(409).json({ reason: 'stale', current: await out(person, workflow, one) });
    return answer(request, response, person, workflow, await mock.send(person, one, { id, type, data: data ?? {} }), 200, id);
  };

  const log = (workflow: Workflow, one: Case, person: string, request: Request, response: Response) => {
    const rows = logOut(workflow, one, person, store.log.filter((row) => row.case === one.id));
    const asked = readListUrl(request.query, { version: 'version', id: 'id' });
    if (isMisread(asked)) return sendMisread(request, response, asked);
    return answerList(request, response, 'log', rows, request.query.range ? asked : { ...asked, range: [0, 999], sort: ['version', 'ASC'] }, { version: 'version', id: 'id' });
  };

  /** `/api/<workflow>`, `/api/<workflow>/<id>`, `…/events`, `…/report`, `…/log`. */
  const handle = (person: string): Handler => async (request, response, next) => {
    const [name = '', id, tail, ...rest] = request.path.replace(/^\//, '').split('/').map(decodeURIComponent);
    const workflow = mock.workflows.get(name);
    if (!workflow || rest.length > 0) return next();
    if (id === undefined || id === '') {
      if (request.method === 'GET') return list(person, workflow, request, response, readListUrl(request.query, fieldsOfList(workflow)));
      return request.method === 'POST' ? open(person, workflow, request, response) : onlyEvents(response);
    }
    if (id === 'search' && tail === undefined && request.method === 'POST') return list(person, workflow, request, response, readSearch(request.body, fieldsOfList(workflow)));
    if (id === 'export' && tail === undefined && request.method === 'POST') return takeAway(store, person, request, response, { resource: workflow.name, table: tableOfCases(workflow), fields: fieldsOfList(workflow), rowsOf: (q) => spoken(person, workflow, q).map((row) => ({ ...row, signedBy: signerOf(workflow, row.id) })) });
    if (id === 'events' && tail === undefined && request.method === 'POST') return bulk.start(person, workflow, request, response);
    const found = find(person, name, id);
    if (!found) return notFound(response);
    if (tail === undefined) return request.method === 'GET' ? response.json(await out(person, workflow, found.one)) : onlyEvents(response);
    if (tail === 'events' && request.method === 'POST') return send(person, workflow, found.one, request, response);
    if (tail === 'reveal' && request.method === 'POST') return revealIn(mock, workflow, person, found.one, request, response);
    if (tail === 'report' && request.method === 'GET') {
      const view = reportIn(mock, workflow, found.one, person, request.query.round);
      return view ? response.json(view) : notFound(response);
    }
    if (tail === 'papers' && request.method === 'GET') {
      const papers = papersOffered(workflow, found.one, postsOf(actorOf(store, person, found.one.unit, name)));
      return response.set('Content-Range', `papers 0-${papers.length - 1}/${papers.length}`).json(papers);
    }
    if (tail === 'log' && request.method === 'GET') return log(workflow, found.one, person, request, response);
    return next();
  };

  return { handle, see: find, sees: (person: string, name: string, id: string): boolean => find(person, name, id) !== null, jobs: (person: string): Handler => (request, response) => bulk.jobs(person, request, response) };
};
