/** Findings of the checks: within one's units, put aside with a reason, and taken up again. */
import { describe, expect, test } from 'vitest';
import type { Door } from '../doors/http.ts';

type Finding = { id: string; rule: string; level: string; state: string; unit: string; units: string[]; residents: { id: string; name: string; item: object | null }[]; elsewhere: number; params: object; reason: string | null };

/** `check` makes sure that there has been a run. */
export const findingsHold = (at: string, getDoor: () => Promise<Door>, check: () => Promise<unknown> = () => Promise.resolve()): void => {
  describe(`findings, at the ${at}`, () => {
    test('are read within one’s units, by what they are about', async () => {
      const door = await getDoor();
      await check();
      const town = await door.as('town1');
      const all = await town.list<Finding>('findings', { state: 'open' }, [0, 999]);
      expect(all.length).toBeGreaterThan(3);
      const [first] = all;
      expect(Object.keys(first ?? {}).sort()).toEqual(['elsewhere', 'field', 'foundAt', 'goneAt', 'id', 'level', 'occasion', 'params', 'reason', 'residents', 'rule', 'state', 'suppressedAt', 'suppressedBy', 'suppressedName', 'unit', 'units']);
      const mine = await (await door.as('village03')).list<Finding>('findings', {}, [0, 999]);
      expect(mine.filter(({ units }) => units.some((unit) => unit !== '999901101003'))).toEqual([]);
      const about = all.find(({ residents }) => residents.length === 1);
      const found = await town.list<Finding>('findings', { resident: about?.residents[0]?.id, unit: about?.unit, rule: about?.rule }, [0, 9]);
      expect(found.map(({ id }) => id)).toContain(about?.id);
      const { rules } = (await town.get<{ rules: { rule: string; open: number; suppressed: number }[] }>('/api/findings/summary')).body;
      expect(rules.reduce((sum, { open }) => sum + open, 0)).toBe(all.length);
      expect((await town.get('/api/findings?filter={"params":"x"}')).status).toBe(400);
      expect((await (await door.as('admin')).get('/api/findings')).status).toBe(403);
      expect((await door.nobody().get('/api/findings')).status).toBe(401);
    });
    test('are put aside and taken up again with a reason, by those who look after all they concern', async () => {
      const door = await getDoor();
      const town = await door.as('town1');
      const [one] = await town.list<Finding>('findings', { state: 'open' }, [0, 0]);
      const say = (act: string, reason: unknown, who = town) => who.send<Finding>('POST', `/api/findings/${one?.id ?? ''}/${act}`, { reason });
      expect((await say('suppress', '已核')).status).toBe(422);
      expect((await say('suppress', 5)).status).toBe(400);
      expect((await say('suppress', '已查验身份证原件', await door.as('head1'))).status).toBe(403);
      expect((await say('suppress', '已查验身份证原件')).body).toMatchObject({ state: 'suppressed', reason: '已查验身份证原件' });
      expect((await say('suppress', '已查验身份证原件')).status).toBe(409);
      expect((await say('reopen', '证件与登记仍不一致')).body).toMatchObject({ state: 'open', reason: null });
      expect((await town.send('POST', '/api/findings/nothing/suppress', { reason: '已查验身份证原件' })).status).toBe(404);
    });
    test('are made anew by a run that a town clerk asks for', async () => {
      const door = await getDoor();
      expect((await (await door.as('reviewer1')).send('POST', '/api/checks/run', {})).status).toBe(403);
      const town = await door.as('town1');
      const { status, body } = await town.send<{ id: string }>('POST', '/api/checks/run', {});
      expect([status, (await town.get<{ id: string }>(`/api/checks/runs/${body.id}`)).body.id]).toEqual([202, body.id]);
      expect((await town.get('/api/checks/runs/nothing')).status).toBe(404);
    });
  });
};
