/** Lists as behaviour: the same at every door. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, CaseOut, Door } from '../doors/http.ts';

type Row = { readonly id: string; readonly workflow: string; readonly unit: string };

export const listsHold = (at: string, getDoor: () => Promise<Door>): void => {
  describe(`lists, at the ${at}`, () => {
    let door: Door;
    beforeAll(async () => { door = await getDoor(); });

    test('lists filter, sort and page; unknown fields and bad ranges are 400', async () => {
      const client = await door.as('village01');
      const [one] = await client.list<Row>('inbox', {}, [0, 0]);
      if (!one) throw new Error('nothing waits for the village');
      const url = (query: Record<string, unknown>) => `/api/${one.workflow}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])).toString()}`;
      const page = await client.get<CaseOut[]>(url({ filter: { unit: one.unit }, range: [0, 0], sort: ['openedAt', 'DESC'] }));
      expect(page.body).toHaveLength(1);
      expect(page.headers.get('content-range')).toMatch(new RegExp(`^${one.workflow} 0-0/\\d+$`));
      expect((await client.get<CaseOut[]>(url({ filter: { id: [one.id] } }))).body.map(({ id }) => id)).toEqual([one.id]);
      const total = async (filter: Record<string, unknown>): Promise<number> => Number((await client.get(url({ filter, range: [0, 0] }))).headers.get('content-range')?.split('/')[1]);
      expect(await total({ open: true }) + await total({ open: false })).toBe(await total({}));
      const wrong: Record<string, unknown>[] = [{ filter: { open: 'yes' } }, { filter: { returnedAt: '2026-11-23' } }, { sort: ['open', 'ASC'] }, { filter: { noSuch: 1 } }, { filter: { state: { $ne: 1 } } }, { filter: '{' }, { filter: [] }, { sort: ['noSuch', 'ASC'] }, { sort: ['id', 'UP'] }, { range: [5, 1] }, { range: [-1, 4] }, { range: [0, 1e9] }, { range: 'x' }, { filter: '{"__proto__":{"x":1}}' }];
      for (const query of wrong) expect((await client.get(url(query))).status, JSON.stringify(query)).toBe(400);
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
