/** Lists as behaviour: the same at every door. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fromTo, rangeText, remedies } from '../../workflows/kit/asked.ts';
import type { Text } from '../../workflows/kit/words.ts';
import type { Answer, CaseOut, Client, Door } from '../doors/http.ts';

const addressOf = (resource: string, query: Record<string, unknown>): string =>
  `/api/${resource}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])).toString()}`;

/** Refused in both languages: each part that is wrong, with its remedy. */
const misreads = async (client: Client, resource: string, query: Record<string, unknown>, parts: Readonly<Record<string, Text>>): Promise<void> => {
  for (const lang of ['zh', 'en'] as const) {
    const { status, body } = await client.send('GET', addressOf(resource, query), undefined, { 'accept-language': lang });
    expect({ query, status, body }).toEqual({ query, status: 400, body: { reason: 'unreadable', errors: Object.fromEntries(Object.entries(parts).map(([part, remedy]) => [part, remedy[lang]])) } });
  }
};

type Row = { readonly id: string; readonly workflow: string; readonly unit: string };

export const listsHold = (at: string, getDoor: () => Promise<Door>): void => {
  describe(`lists, at the ${at}`, () => {
    let door: Door;
    beforeAll(async () => { door = await getDoor(); });

    test('lists filter, sort and page', async () => {
      const client = await door.as('village01');
      const [one] = await client.list<Row>('inbox', {}, [0, 0]);
      if (!one) throw new Error('nothing waits for the village');
      const url = (query: Record<string, unknown>) => addressOf(one.workflow, query);
      const page = await client.get<CaseOut[]>(url({ filter: { unit: one.unit }, range: [0, 0], sort: ['openedAt', 'DESC'] }));
      expect(page.body).toHaveLength(1);
      expect(page.headers.get('content-range')).toMatch(new RegExp(`^${one.workflow} 0-0/\\d+$`));
      expect((await client.get<CaseOut[]>(url({ filter: { id: [one.id] } }))).body.map(({ id }) => id)).toEqual([one.id]);
      const total = async (filter: Record<string, unknown>): Promise<number> => Number((await client.get(url({ filter, range: [0, 0] }))).headers.get('content-range')?.split('/')[1]);
      expect(await total({ open: true }) + await total({ open: false })).toBe(await total({}));
    });

    test('a page without room for a row says how many there are', async () => {
      const client = await door.as('village01');
      for (const resource of ['inbox', 'residents', 'record-verification']) {
        const [page, one] = [await client.get<Row[]>(addressOf(resource, { range: [0, -1] })), await client.get<Row[]>(addressOf(resource, { range: [0, 0] }))];
        const total = one.headers.get('content-range')?.split('/')[1];
        expect([page.status, page.body, page.headers.get('content-range'), page.headers.get('x-next-cursor')]).toEqual([200, [], `${resource} */${total}`, null]);
      }
    });

    test('what cannot be read of a list is named, each part with its remedy', async () => {
      const client = await door.as('village01');
      const [one] = await client.list<Row>('inbox', {}, [0, 0]);
      const { workflow } = one ?? { workflow: '' };
      const [range, { json, sort, unknown, value, after }] = [rangeText(1000), remedies];
      const wrong: readonly (readonly [Record<string, unknown>, Readonly<Record<string, Text>>])[] = [
        [{ filter: { open: 'yes' } }, { 'filter.open': value }], [{ filter: { state: { $ne: 1 } } }, { 'filter.state': value }], [{ filter: { noSuch: 1 } }, { 'filter.noSuch': unknown }], [{ filter: { noSuch_gte: 1 } }, { 'filter.noSuch_gte': unknown }],
        [{ filter: '{' }, { filter: json }], [{ filter: [] }, { filter: json }], [{ sort: ['noSuch', 'ASC'] }, { sort }], [{ sort: ['open', 'ASC'] }, { sort }], [{ sort: ['id', 'UP'] }, { sort }], [{ sort: 'id' }, { sort }],
        [{ range: [5, 1] }, { range }], [{ range: [-1, 4] }, { range }], [{ range: [0, 1e9] }, { range }], [{ range: 'x' }, { range }], [{ after: 'not a cursor' }, { after }],
        [{ filter: { noSuch: 1, state: { $ne: 1 } }, range: 'x', sort: ['id'] }, { 'filter.noSuch': unknown, 'filter.state': value, range, sort }],
      ];
      for (const [query, parts] of wrong) await misreads(client, workflow, query, parts);
      expect((await client.get(addressOf(workflow, { filter: '{"__proto__":{"x":1}}' }))).status).toBe(400);
      await misreads(client, 'record-verification', { filter: { returnedAt: '2026-11-23' } }, { 'filter.returnedAt': fromTo('returnedAt') });
      for (const resource of ['inbox', 'residents', 'households', 'findings', 'units', 'people', `${workflow}/${one?.id ?? ''}/log`]) await misreads(client, resource, { range: 'x' }, { range });
      for (const resource of ['inbox', 'residents', 'households', 'findings', 'units', 'people']) await misreads(client, resource, { filter: { noSuch: 1 } }, { 'filter.noSuch': unknown });
      await misreads(client, 'findings', { sort: ['unit', 'ASC'] }, { sort });
      await misreads(client, 'findings', { filter: { q: '李' } }, { 'filter.q': unknown });
      await misreads(await door.as('privacy'), 'reads', { filter: { noSuch: 1 }, range: 'x' }, { 'filter.noSuch': unknown, range });
      await misreads(client, 'residents', { filter: { q: '11010519491231002X' } }, { filter: remedies.idNumber });
    });

    test('what cannot be read of a search is named as well as in an address', async () => {
      const client = await door.as('village01');
      const said = async (path: string, body: object) => {
        const { status, body: { errors } } = await client.send<{ errors: object }>('POST', path, body, { 'accept-language': 'en' });
        return { status, errors };
      };
      const refusal = (part: string, { en }: Text) => ({ status: 400, errors: { [part]: en } });
      expect(await said('/api/residents/search', { filter: { noSuch: 1 } })).toEqual(refusal('filter.noSuch', remedies.unknown));
      expect(await said('/api/residents/search', { filter: { idNumber: 7 } })).toEqual(refusal('filter.idNumber', remedies.value));
      expect(await said('/api/residents/search', { sort: ['relevance', 'DESC'] })).toEqual(refusal('sort', remedies.relevance));
      const noSuch = { zh: '表单没有此项，请删除', en: 'The form has no such field: remove it' };
      for (const resource of ['residents', 'households', 'record-verification']) expect(await said(`/api/${resource}/search`, { columns: ['name'] })).toEqual(refusal('columns', noSuch));
      expect(await said('/api/residents/export', { format: 'csv', reason: '逐户核对名单', columns: ['name'] })).toEqual(refusal('columns', noSuch));
      expect(await said('/api/record-verification/search', { range: [0, 5000] })).toEqual(refusal('range', rangeText(1000)));
      expect(await said('/api/record-verification/export', { format: 'csv', reason: '逐户核对名单', filter: { noSuch: 1 } })).toEqual(refusal('filter.noSuch', remedies.unknown));
    });

    test('deep pages go by cursor', async () => {
      const client = await door.as('town1');
      const seen: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        const query = new URLSearchParams({ range: '[0,4]', sort: '["id","ASC"]', ...(after && { after }) });
        const answer: Answer<{ id: string }[]> = await client.get<{ id: string }[]>(`/api/residents?${query.toString()}`);
        expect(answer.status).toBe(200);
        seen.push(...answer.body.map(({ id }) => id));
        after = answer.headers.get('x-next-cursor');
      }
      expect(seen).toHaveLength(20);
      expect(new Set(seen).size).toBe(20);
      expect(seen).toEqual([...seen].sort());
    });

    test('the inbox holds what waits for me and nothing of others', async () => {
      const mine = await door.as('village02');
      const rows = await mine.list<{ id: string; workflow: string; unit: string }>('inbox', {}, [0, 4]);
      expect(rows.every(({ unit }) => unit === '999901101002')).toBe(true);
      const town = await (await door.as('town1')).list<{ id: string; workflow: string }>('inbox', {}, [0, 0]);
      const all = await mine.list<{ workflow: string; overdue: boolean; returned: boolean; urged: object | null }>('inbox', {}, [0, 999]);
      const counts = [...Map.groupBy(all, (row) => row.workflow)].map(([workflow, waiting]) => ({ workflow, waiting: waiting.length, overdue: waiting.filter(({ overdue }) => overdue).length, returned: waiting.filter(({ returned }) => returned).length, urged: waiting.filter(({ urged }) => urged !== null).length }));
      expect(counts.length).toBeGreaterThan(0);
      expect((await mine.get('/api/inbox/summary')).body).toEqual(counts.sort((a, b) => (a.workflow < b.workflow ? -1 : 1)));
      for (const { id, workflow } of town) expect((await (await door.as('town1')).get<CaseOut>(`/api/${workflow}/${id}`)).status).toBe(200);
    });
  });
};
