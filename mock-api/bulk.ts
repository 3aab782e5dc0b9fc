/** One event for many cases in the mock: the same answers as the server's, each case done by itself, one after the other. */
import type { Request, Response } from 'json-server';
import { isMisread, LONGEST_RESULTS, ResultsQuery, type Misread } from '../workflows/kit/asked.ts';
import { errorsOf } from '../workflows/kit/form.ts';
import { idPattern } from '../workflows/kit/ids.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Data } from '../workflows/kit/words.ts';
import { findRows, readList, sendMisread, withoutWords, type Fields } from './dialect.ts';
import { makeMock, type Mock } from './office.ts';
import { errorsIn } from './outward.ts';
import { langOf } from './session.ts';
import { draftOf, type Job, type JobResult } from './store.ts';

type Asked = { readonly id: string; readonly type: string; readonly data: Data; readonly ids: readonly string[] | null; readonly filter: object; readonly dryRun: boolean };
type Sight = { readonly fieldsOf: (workflow: Workflow) => Fields; readonly rowsOf: (person: string, workflow: Workflow, q: string | null) => readonly { id: string }[]; readonly find: (person: string, workflow: Workflow, id: string) => Case | null };

const KEYS = ['id', 'type', 'data', 'ids', 'filter', 'dryRun'];
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (body: unknown): Asked | null => {
  if (!isData(body) || !Object.keys(body).every((key) => KEYS.includes(key))) return null;
  const { id, type, data = {}, ids, filter, dryRun = false } = body;
  if (!isText(id) || id.length > 90 || !idPattern.test(id) || !isText(type) || !isData(data) || typeof dryRun !== 'boolean' || (ids === undefined) === (filter === undefined)) return null;
  if (ids !== undefined && !(Array.isArray(ids) && ids.every(isText))) return null;
  return filter === undefined || isData(filter) ? { id, type, data, ids: (ids as string[] | undefined) ?? null, filter: filter ?? {}, dryRun } : null;
};

const refused = (id: string, why: readonly string[], errors?: JobResult['errors']): JobResult => ({ id, result: 'refused', why, ...(errors && { errors }) });

const jobOut = ({ id, workflow, type, dryRun, total, results, madeAt, endedAt }: Job) => ({
  id, workflow, type, dryRun, state: endedAt ? 'finished' : results.length > 0 ? 'running' : 'waiting',
  total, done: results.length, refused: results.filter(({ result }) => result === 'refused').length, madeAt, endedAt,
});

export const makeBulkRoutes = (mock: Mock, { fieldsOf, rowsOf, find }: Sight) => {
  const { store } = mock;

  const doOne = async (on: Mock, person: string, workflow: Workflow, id: string, { type, data, id: job }: Asked): Promise<JobResult> => {
    const one = find(person, workflow, id);
    const present = one && on.store.cases.find((found) => found.id === id);
    if (!present) return refused(id, ['absent']);
    const outcome = await on.send(person, present, { id: `bulk.${job}`, type, data, bulk: true });
    if (outcome.accepted) on.keep(outcome.draft);
    else return outcome.reason === 'blocked' ? refused(id, outcome.why) : outcome.reason === 'invalid' ? refused(id, ['invalid'], outcome.errors) : refused(id, ['not-offered']);
    return { id, result: 'done', why: [] };
  };

  const found = async (person: string, workflow: Workflow, request: Request, response: Response, asked: Asked): Promise<string[] | Misread> => {
    if (asked.ids) return [...new Set(asked.ids)].sort();
    const query = readList({ filter: asked.filter }, fieldsOf(workflow));
    if (isMisread(query)) return query;
    const { q, list } = withoutWords(query);
    const rows = rowsOf(person, workflow, q);
    return ((await findRows(request, response, rows, { ...list, range: [0, rows.length] }, fieldsOf(workflow))) as { id: string }[]).map(({ id }) => id).sort();
  };

  /** Answers with the job, then does it; a trial happens in a copy of the office. */
  const start = async (person: string, workflow: Workflow, request: Request, response: Response): Promise<unknown> => {
    const asked = read(request.body);
    if (!asked) return response.status(400).json({ reason: 'malformed', keys: 'id, type, data, ids | filter, dryRun' });
    const body = JSON.stringify([workflow.name, request.body]);
    const known = store.jobs.find(({ id }) => id === asked.id);
    if (known) return known.person === person && known.body === body ? response.status(202).set('Idempotent-Replayed', 'true').json({ ...jobOut(known), results: [] }) : response.status(422).json({ reason: 'id-reused' });
    const ids = await found(person, workflow, request, response, asked);
    if (isMisread(ids)) return sendMisread(request, response, ids);
    const madeAt = new Date().toISOString();
    const job: Job = { id: asked.id, person, body, workflow: workflow.name, type: asked.type, dryRun: asked.dryRun, total: ids.length, results: [], madeAt, endedAt: ids.length === 0 ? madeAt : null };
    store.jobs.push(job);
    response.status(202).set('Location', `/api/jobs/${job.id}`).json({ ...jobOut(job), results: [] });
    const on = asked.dryRun ? makeMock([...mock.workflows.values()], draftOf(store)) : mock;
    for (const id of ids) job.results.push(await doOne(on, person, workflow, id, asked));
    job.endedAt ??= new Date().toISOString();
    return undefined;
  };

  /** `/api/jobs` and `/api/jobs/<id>`. */
  const jobs = (person: string, request: Request, response: Response): unknown => {
    const mine = store.jobs.filter((job) => job.person === person).reverse();
    const id = decodeURIComponent(request.path.replace(/^\//, ''));
    if (id === '') return response.set('Content-Range', `jobs ${mine.length === 0 ? '*' : `0-${mine.length - 1}`}/${mine.length}`).json(mine.slice(0, 50).map(jobOut));
    const asked = ResultsQuery.safeParse(request.query);
    if (!asked.success) return sendMisread(request, response, { misread: errorsOf(asked.error, request.query) });
    const { result, range: [from, to] = [0, LONGEST_RESULTS - 1] } = asked.data;
    const job = mine.find((one) => one.id === id);
    if (!job) return response.status(404).json({ reason: 'not-found' });
    const of = job.results.filter((one) => result === undefined || one.result === result);
    const page = of.slice(from, to + 1).map(({ errors, ...one }) => ({ ...one, ...(errors && { errors: errorsIn(langOf(request), errors) }) }));
    return response.set('Content-Range', `results ${page.length === 0 ? '*' : `${from}-${from + page.length - 1}`}/${of.length}`).json({ ...jobOut(job), results: page });
  };

  return { start, jobs };
};
