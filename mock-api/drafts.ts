/** Drafts in the mock: theirs who typed them, sensitive values masked on the way back. */
import type { Handler } from 'json-server';
import { sealedNamesOf } from '../workflows/kit/describe.ts';
import type { Data } from '../workflows/kit/words.ts';
import type { Mock } from './office.ts';
import { masked } from './outward.ts';
import type { Draft } from './store.ts';

const LARGEST = 64_000;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (body: unknown): Pick<Draft, 'data' | 'version' | 'unit'> | null => {
  if (!isData(body) || !Object.keys(body).every((key) => ['data', 'version', 'unit'].includes(key))) return null;
  const { data, version, unit = null } = body;
  return isData(data) && Number.isSafeInteger(version) && Number(version) >= 0 && (unit === null || typeof unit === 'string') ? { data, version: Number(version), unit } : null;
};

/** `/api/drafts/<workflow>/<case>/<event>`. `sees`: whether the person may read the case. */
export const makeDraftRoute = ({ store, workflows }: Mock, sees: (person: string, workflow: string, id: string) => boolean) => (person: string): Handler => (request, response) => {
  const { workflow: name = '', case: id = '', event = '' } = request.params;
  const workflow = workflows.get(name);
  const there = workflow?.forms[event] && (event === 'open' ? id === 'new' && store.people.some((one) => one.id === person && one.posts.some(({ post }) => workflow.open.who.includes(post))) : sees(person, name, id));
  if (!workflow || !there) return response.status(404).json({ reason: 'not-found' });
  const key = [person, name, id, event].join('/');
  switch (request.method) {
    case 'GET': {
      const draft = store.drafts.get(key);
      return draft ? response.json({ ...draft, data: masked(draft.data, sealedNamesOf(workflow)) }) : response.status(204).end();
    }
    case 'PUT': {
      const given = read(request.body);
      if (!given) return response.status(400).json({ reason: 'unreadable' });
      if (JSON.stringify(given.data).length > LARGEST) return response.status(413).json({ reason: 'too-large' });
      const savedAt = new Date().toISOString();
      store.drafts.set(key, { ...given, savedAt });
      return response.json({ savedAt });
    }
    case 'DELETE':
      store.drafts.delete(key);
      return response.status(204).end();
    default:
      return response.status(405).json({ reason: 'only-events' });
  }
};
