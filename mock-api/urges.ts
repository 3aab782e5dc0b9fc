/** Urging in the mock: the office's own rule, its urges in memory. */
import type { Handler, Request, Response } from 'json-server';
import { idPattern } from '../workflows/kit/ids.ts';
import type { Workflow } from '../workflows/kit/workflow.ts';
import type { Case, Instant } from '../workflows/kit/words.ts';
import { urgedFrom, urgedPosts, urgeErrors, whyNotUrged } from '../workflows/office/urging.ts';
import { actorOf, type Mock } from './office.ts';
import { errorsIn } from './outward.ts';
import { langOf } from './session.ts';
import type { MockUrge, Store } from './store.ts';

type Found = { readonly workflow: Workflow; readonly one: Case };
type See = (person: string, workflow: string, id: string) => Found | null;

/** Who urged it last since it stands there. */
export const urgedSince = ({ urges }: Store, id: string, since: Instant) => {
  const last = urges.findLast((urge) => urge.case === id && urge.at >= since);
  return last ? { name: last.name, at: last.at, words: last.words } : null;
};

const outward = ({ case: _case, body: _body, ...urge }: MockUrge) => urge;
const bodyOf = (request: Request): { id?: unknown; words?: unknown } => (typeof request.body === 'object' && request.body !== null ? (request.body as object) : {});
const wellFormed = (body: ReturnType<typeof bodyOf>): body is { id: string; words?: string } =>
  typeof body.id === 'string' && idPattern.test(body.id) && (body.words === undefined || typeof body.words === 'string') && Object.keys(body).every((key) => ['id', 'words'].includes(key));

export const makeUrgeRoute = ({ store }: Mock, see: See) => {
  const refusalOf = (person: string, { workflow, one }: Found) => {
    const last = store.urges.findLast((urge) => urge.case === one.id)?.at ?? null;
    const why = whyNotUrged(workflow, one, actorOf(store, person, one.unit, workflow.name), last, store.now);
    return { why, from: why === 'urged-recently' && last ? urgedFrom(last) : null };
  };

  const urge = (person: string, found: Found, request: Request, response: Response) => {
    const { workflow, one } = found;
    const body = bodyOf(request);
    const given = store.urges.find((each) => each.case === one.id && each.person === person && each.id === body.id);
    if (given) {
      if (given.body !== JSON.stringify(body)) return response.status(422).json({ reason: 'id-reused' });
      return response.status(201).set('Idempotent-Replayed', 'true').json({ ...outward(given), from: urgedFrom(given.at) });
    }
    if (!wellFormed(body)) return response.status(400).json({ reason: 'malformed', keys: 'id, words' });
    const { why, from } = refusalOf(person, found);
    if (why === 'no-part') return response.status(409).json({ reason: 'not-offered' });
    if (why) return response.status(403).json({ reason: 'blocked', why: [why], from });
    const errors = urgeErrors(body.words?.trim() ?? '');
    if (Object.keys(errors).length > 0) return response.status(422).json({ errors: errorsIn(langOf(request), errors) });
    const { name, posts: [post] } = actorOf(store, person, one.unit, workflow.name);
    const made: MockUrge = { case: one.id, body: JSON.stringify(body), id: body.id, person, name, post: post?.post ?? '', behalf: post?.behalf?.name ?? null, words: body.words?.trim() || null, at: store.now, state: one.state, posts: urgedPosts(workflow, one) };
    store.urges.push(made);
    return response.status(201).json({ ...outward(made), from: urgedFrom(made.at) });
  };

  return (person: string): Handler => (request, response) => {
    const found = see(person, request.params['workflow'] ?? '', request.params['id'] ?? '');
    if (!found) return response.status(404).json({ reason: 'not-found' });
    if (request.method === 'POST') return urge(person, found, request, response);
    return response.json({ urges: store.urges.filter((each) => each.case === found.one.id).toReversed().map(outward), ...refusalOf(person, found) });
  };
};
