/** Puts a piece of the panel on a page with a made-up server behind it. */
import { cleanup, configure, render } from '@testing-library/react';
import { AdminContext, memoryStore } from 'react-admin';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach } from 'vitest';
import { makeAuthProvider } from '../../admin/auth/auth-provider.ts';
import { Registry } from '../../admin/case/registry.ts';
import { makeI18nProvider } from '../../admin/i18n/provider.ts';
import { makeClient } from '../../admin/provider/client.ts';
import { makeDataProvider } from '../../admin/provider/data-provider.ts';
import { darkTheme, lightTheme } from '../../admin/theme/theme.ts';
import type { Lang } from '../../workflows/kit/words.ts';
import { wellRepair } from './well-repair.ts';

afterEach(cleanup);
// The machine that runs them may be busy with much else.
configure({ asyncUtilTimeout: 8_000 });

export type Call = { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: unknown };
export type Reply = { readonly status?: number; readonly json: unknown; readonly headers?: Record<string, string> };
/** Undefined: the made-up server has no such route, 404. */
export type Answers = (call: Call) => Reply | undefined | Promise<Reply>;

const NOW = '2026-11-23T02:00:00.000Z';
const town = { id: '999901101', name: { zh: '云溪镇', en: 'Yunxi Town' }, kind: 'town', parent: '999901' };
const village = { id: '999901101201', name: { zh: '东湾村', en: 'Dongwan Village' }, kind: 'village', parent: town.id };

const common: Answers = ({ method, path }) => {
  if (method === 'GET' && path === 'settings/public') return { json: { office: 'demo', clock: 'manual', now: NOW } };
  if (method === 'GET' && path === 'units') return { json: [town, village] };
  if (method === 'GET' && path === 'notifications/summary') return { json: { unread: 0 } };
  if (method === 'GET' && path.endsWith('/urges')) return { json: { urges: [], why: 'no-part', from: null } };
  if (method === 'GET' && path.startsWith('drafts/')) return { json: null };
  if (method === 'GET' && path === 'session') return { json: { user: { id: 'town1', name: '王镇办', posts: [{ post: 'town_clerk', unit: town.id }] } } };
  return undefined;
};

export const rows = (resource: string, json: readonly unknown[], total = json.length): Reply => ({ json, headers: { 'Content-Range': `${resource} 0-${Math.max(0, json.length - 1)}/${total}` } });

/** Every call that was made is kept in `calls`. */
export const madeUpServer = (answers: Answers) => {
  const calls: Call[] = [];
  const go = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), 'http://office.test');
    const call = { method: init.method ?? 'GET', path: url.pathname.slice('/api/'.length), query: url.searchParams, body: typeof init.body === 'string' ? JSON.parse(init.body) as unknown : null };
    calls.push(call);
    const reply = (await answers(call)) ?? (await common(call)) ?? { status: 404, json: { reason: 'not-found' } };
    return new Response(JSON.stringify(reply.json), { status: reply.status ?? 200, headers: { 'Content-Type': 'application/json', ...reply.headers } });
  };
  return { go, calls };
};

export const show = (what: ReactNode, answers: Answers, { at = '/', lang = 'zh' }: { at?: string; lang?: Lang } = {}) => {
  const { go, calls } = madeUpServer(answers);
  const i18nProvider = makeI18nProvider();
  const client = makeClient('/api', () => lang, go);
  render(
    <Registry.Provider value={[wellRepair]}>
      <MemoryRouter initialEntries={[at]}>
        <AdminContext dataProvider={makeDataProvider(client)} authProvider={makeAuthProvider(client)} i18nProvider={i18nProvider} store={memoryStore({ locale: lang })} lightTheme={lightTheme} darkTheme={darkTheme}>
          {what}
        </AdminContext>
      </MemoryRouter>
    </Registry.Provider>,
  );
  return { calls };
};
