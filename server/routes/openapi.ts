/** `/api/openapi.json`, made of the table of routes and the forms of the registry. */
import type { FastifyInstance, RouteOptions } from 'fastify';
import { jsonSchemaOf } from '../../workflows/kit/form.ts';
import type { Workflow } from '../../workflows/kit/workflow.ts';
import type { Data } from '../../workflows/kit/words.ts';
import { apiTable } from './api-table.ts';
import type { ApiRoute } from './api-table.ts';

const PER_WORKFLOW = '/api/:workflow';
const text = { type: 'string' } as const;
const BINARY = { type: 'string', format: 'binary' } as const;

const answerOf = (description: string): Data => ({ description, content: { 'application/json': { schema: {} } } });

const given = {
  file: { description: 'The file', content: { 'application/octet-stream': { schema: BINARY } } },
  events: { description: 'Server-sent events', content: { 'text/event-stream': { schema: text } } },
} as const;

const eventBody = (type: string, data: Data): Data => ({
  type: 'object', additionalProperties: false, required: ['id', 'type', 'data', 'version'],
  properties: { id: text, type: { const: type }, data, version: { type: 'integer', minimum: 1 } },
});

const bodyFor = ({ method, url, body }: ApiRoute, workflow: Workflow | null): Data | null => {
  if (body) return jsonSchemaOf(body);
  if (method !== 'POST' || !workflow) return null;
  const { open, ...events } = workflow.forms;
  if (url === PER_WORKFLOW) return { type: 'object', required: ['id', 'unit', 'data'], properties: { id: text, unit: text, data: open ? jsonSchemaOf(open) : {} } };
  if (url.endsWith('/:id/events')) return { oneOf: Object.entries(events).map(([type, form]) => eventBody(type, jsonSchemaOf(form))) };
  return {
    type: 'object', required: ['id', 'type', 'data'],
    properties: { id: text, type: { enum: Object.keys(events) }, data: { type: 'object' }, ids: { type: 'array', items: text }, filter: { type: 'object' }, dryRun: { type: 'boolean' } },
  };
};

const LIST = ['filter', 'range', 'sort', 'after'].map((name) => ({ name, in: 'query', required: false, schema: text, description: name === 'after' ? 'Cursor from X-Next-Cursor' : 'JSON' }));

const operationOf = (route: ApiRoute, workflow: Workflow | null): Data => {
  const body = bodyFor(route, workflow);
  const params = [...route.url.matchAll(/:(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'workflow');
  return {
    summary: workflow ? `${workflow.title.en}: ${route.summary}` : route.summary,
    ...(!route.open && { security: [{ session: [] }] }),
    parameters: [...params.map((name) => ({ name, in: 'path', required: true, schema: text })), ...(route.list ? LIST : [])],
    ...(route.file && { requestBody: { required: true, content: { 'application/octet-stream': { schema: BINARY } } } }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      '2XX': route.gives ? given[route.gives] : answerOf('Done'),
      ...(!route.open && { 401: answerOf('Not signed in') }),
      ...(params.length > 0 && { 404: answerOf('Not there, or outside my units') }),
      '4XX': answerOf('Refused, with a reason'),
      503: answerOf('Nothing is known: the same request is safe to send again'),
    },
  };
};

const pathOf = (url: string, workflow: Workflow | null): string => url.replace(':workflow', workflow?.name ?? '').replace(/:(\w+)/g, '{$1}');

/** OpenAPI 3.1 of the whole API; the routes of cases stand once for each workflow. */
export const openApiOf = (workflows: readonly Workflow[]): Data => {
  const paths: Record<string, Data> = {};
  for (const route of apiTable) {
    for (const workflow of route.url.startsWith(PER_WORKFLOW) ? workflows : [null]) {
      const path = pathOf(route.url, workflow);
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, workflow) };
    }
  }
  return {
    openapi: '3.1.0', info: { title: 'Township Casework', version: '1' }, paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
  };
};

const VERBS = new Set(['GET', 'POST']);
const keysOf = ({ method, url }: Pick<RouteOptions, 'method' | 'url'>): string[] => [method].flat().filter((verb) => VERBS.has(verb)).map((verb) => `${verb} ${url}`);

/** Add it before the routes it is to know. A route of the API that the table lacks ends the start. */
export const openApiRoutes = (app: FastifyInstance, workflows: readonly Workflow[]): void => {
  const listed = new Set(apiTable.flatMap(keysOf));
  app.addHook('onRoute', (route) => {
    const unknown = route.url.startsWith('/api') ? keysOf(route).find((key) => !listed.has(key)) : undefined;
    if (unknown) throw new Error(`${unknown} is not in the table of the API`);
  });
  const description = openApiOf(workflows);
  app.get('/api/openapi.json', { config: { open: true } }, () => description);
};
