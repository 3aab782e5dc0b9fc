/** Several register entries at once: each as by itself, within one's units, on record. */
import { describe, expect, test } from 'vitest';
import type { Door } from '../doors/http.ts';

type Entry = { id: string; unit: string; residenceAddress: unknown; idNumber: unknown; was?: Record<string, unknown> };

export const recordsHold = (at: string, getDoor: () => Promise<Door>): void => {
  describe(`records of the register, at the ${at}`, () => {
    test('come together as they come one by one, those of other units left out', async () => {
      const door = await getDoor();
      const [mine, other] = [await door.as('village01'), await door.as('village02')];
      const ids = (await mine.list<Entry>('residents', {}, [0, 2])).map(({ id }) => id).sort();
      const foreign = (await other.list<Entry>('residents', {}, [0, 0])).map(({ id }) => id);
      const { status, body } = await mine.send<Entry[]>('POST', '/api/residents/records', { ids: [...ids, ...foreign, 'nobody'] });
      expect([status, body.map(({ id }) => id)]).toEqual([200, ids]);
      expect(body[0]).toEqual((await mine.get(`/api/residents/${ids[0] ?? ''}`)).body);
      expect(typeof body[0]?.idNumber).not.toBe('string');
      const [since] = (await mine.send<Entry[]>('POST', '/api/residents/records', { ids, since: '2020-01-01T00:00:00.000Z' })).body;
      expect(since?.was).toEqual(expect.any(Object));
    });
    test('are asked for by those who read the register, and by what can be read', async () => {
      const door = await getDoor();
      const mine = await door.as('village01');
      for (const body of [{}, { ids: 'x' }, { ids: [], more: 1 }, { ids: [], since: 'yesterday' }]) expect((await mine.send('POST', '/api/residents/records', body)).status, JSON.stringify(body)).toBe(400);
      expect((await (await door.as('admin')).send('POST', '/api/residents/records', { ids: [] })).status).toBe(403);
      expect((await door.nobody().send('POST', '/api/residents/records', { ids: [] })).status).toBe(401);
    });
  });
};
