/** A small office for the page of a case: what its server answers, and a page rendered in it. */
import { cleanup, configure, render } from '@testing-library/react';
import { AdminContext, memoryStore } from 'react-admin';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { afterEach } from 'vitest';
import { makeAuthProvider } from '../../../admin/auth/auth-provider.ts';
import { Registry } from '../../../admin/case/registry.ts';
import { makeI18nProvider } from '../../../admin/i18n/provider.ts';
import { makeClient } from '../../../admin/provider/client.ts';
import { makeDataProvider } from '../../../admin/provider/data-provider.ts';
import type { Lang } from '../../../workflows/kit/words.ts';
import { madeUpServer, rows, type Answers, type Call, type Reply } from '../support.tsx';
import { plots, wells } from './plots.ts';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
configure({ asyncUtilTimeout: 8_000 });

export const plot = (changed: object = {}) => ({
  id: 'p1', workflow: 'garden-plots', workflowVersion: 1, parent: null, subject: 'r1', state: 'townCheck', unit: 'v1', version: 2, openedBy: 'village01', openedAt: '2026-11-20T02:00:00.000Z',
  data: { gardener: '林小禾', deposit: 3_000, resident: 'r1', phone: { masked: '138****5678' } }, dueAt: '2026-11-25T15:59:59.999Z', offers: [{ type: 'pass' }, { type: 'sendBack' }], blocked: [], ...changed,
});

const row = (version: number, type: string, from: string | null, to: string, changed: object = {}) => ({
  id: `p1@${version}`, version, type, from, to, at: `2026-11-20T0${version}:00:00.000Z`, actor: 'village01', name: '王兰', post: 'village_clerk', unit: 'v1', behalf: null, data: {}, ...changed,
});
export const opened = row(1, 'open', null, 'draft', {
  data: { gardener: '林小禾', deposit: 340_000, side: 'sunny', crops: ['beans', 'melons'], agreed: true, shed: { key: 'K7' }, helpers: [{ name: '周青' }], phone: { masked: '138****5678' }, resident: 'r1' },
});
export const submitted = row(2, 'submit', 'draft', 'townCheck');
export const sentBackFor = row(3, 'sendBack', 'townCheck', 'draft', { actor: 'town2', name: '李某', behalf: '张某', post: 'town_clerk', unit: 't1', data: { reason: 'R01' } });
export const lapsed = row(4, 'lapse', 'townCheck', 'withdrawn', { actor: 'clock', name: null, post: 'clock', unit: '' });

const units = [
  { id: 't1', kind: 'town', parent: null, name: { zh: '云溪镇', en: 'Yunxi' } },
  { id: 'v1', kind: 'village', parent: 't1', name: { zh: '柳岸社区', en: 'Liu’an' } },
  { id: 'v2', kind: 'village', parent: 't1', name: { zh: '东湾村', en: 'Dongwan' } },
];
const residents = [{ id: 'r1', unit: 'v1', name: '林小禾', code: '0001' }, { id: 'r2', unit: 'v1', name: '林大禾', code: '0002' }];
const well = plot({ id: 'w1', workflow: 'wells', parent: 'p1', state: 'running', data: { place: '东井' } });

const usual: Answers = ({ method, path }) => {
  if (path === 'session') return { json: { user: { id: 'town1', name: '李敏', posts: [{ post: 'village_clerk', unit: 't1' }] } } };
  if (path === 'units') return { json: units };
  if (path === 'residents' || path === 'residents/search') return rows('residents', residents);
  if (path === 'wells' || path === 'wells/search') return rows('wells', [well], 1);
  if (method === 'GET' && path === 'garden-plots/p1') return { json: plot() };
  if (method === 'GET' && path === 'garden-plots/p1/log') return { json: [opened, submitted] };
  return undefined;
};

export const conflict = (json: object): Reply => ({ status: 409, json });
/** The sendings among the calls, in order. */
export const sendings = (calls: readonly Call[]) => calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/events')).map(({ body }) => body as { id: string; type: string; data: object; version: number });

export const show = (page: ReactNode, answers: Answers = () => undefined, { lang = 'zh', at = '/' }: { lang?: Lang; at?: string } = {}) => {
  const { go, calls } = madeUpServer((call) => answers(call) ?? usual(call));
  const client = makeClient('/api', () => lang, go);
  render(
    <MemoryRouter initialEntries={[at]}>
      <Registry.Provider value={[plots, wells]}>
        <AdminContext dataProvider={makeDataProvider(client)} authProvider={makeAuthProvider(client)} i18nProvider={makeI18nProvider()} store={memoryStore({ locale: lang })}>{page}</AdminContext>
      </Registry.Provider>
    </MemoryRouter>,
  );
  return { calls };
};
