/** Drafts as behaviour: the same at every door. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CaseOut, Client, Definition, Door } from '../doors/http.ts';

const UNIT = '999901101001';
const NUMBER = '0000987654321015678';
type Draft = { data: Record<string, unknown>; version: number; unit: string | null; savedAt: string };

/** Everything written under one of the names, at any depth. */
const under = (value: unknown, name: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === name ? [one] : under(one, name)));
};

/** Names of the fields of class P4. */
const sensitiveIn = (forms: unknown): string[] =>
  typeof forms !== 'object' || forms === null ? [] : Object.entries(forms).flatMap(([name, one]) => ((one as { class?: string } | null)?.class === 'P4' ? [name] : sensitiveIn(one)));

export const draftsHold = (at: string, getDoor: () => Promise<Door>): void => {
  describe(`drafts, at the ${at}`, () => {
    /** A claim that the village clerk has opened, and a form its clerk may fill in. */
    const opened = async (): Promise<{ door: Door; client: Client; one: CaseOut; path: string; event: string; data: unknown }> => {
      const door = await getDoor();
      const client = await door.as('village01');
      const { examples, arrows } = (await client.get<Definition>('/api/workflows/benefit-claim')).body;
      const { status, body: one } = await client.send<CaseOut>('POST', '/api/benefit-claim', { id: `draft-${randomUUID()}`, unit: UNIT, data: [examples['open']].flat()[0] });
      expect(status).toBe(201);
      const event = arrows.find(({ from, who, aside }) => from === one.state && !aside && who.includes('village_clerk'))?.event ?? '';
      return { door, client, one, event, data: [examples[event]].flat()[0], path: `/api/drafts/benefit-claim/${one.id}/${event}` };
    };

    test('what was typed is kept for who typed it, and for nobody else', async () => {
      const { door, client, path, event } = await opened();
      expect((await client.get(path)).status).toBe(204);
      const saved = await client.send<{ savedAt: string }>('PUT', path, { data: { note: '写到一半', rows: [{ a: 1 }] }, version: 1 });
      expect(saved).toMatchObject({ status: 200, body: { savedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string } });
      expect((await client.get<Draft>(path)).body).toEqual({ data: { note: '写到一半', rows: [{ a: 1 }] }, version: 1, unit: null, savedAt: saved.body.savedAt });
      await client.send('PUT', path, { data: { note: '写完了' }, version: 2, unit: UNIT });
      expect((await client.get<Draft>(path)).body).toMatchObject({ data: { note: '写完了' }, version: 2, unit: UNIT });
      const [colleague, stranger] = [await door.as('town1'), await door.as('village02')];
      expect((await colleague.get(path)).status).toBe(204);
      for (const method of ['GET', 'PUT']) expect((await stranger.send(method, path, method === 'PUT' ? { data: {}, version: 1 } : undefined)).status, method).toBe(404);
      expect((await stranger.send('DELETE', path)).status).toBeLessThan(500);
      expect((await door.nobody().get(path)).status).toBe(401);
      expect((await client.get<Draft>(path)).body.data).toEqual({ note: '写完了' });
      expect((await client.send('DELETE', path)).status).toBe(204);
      expect((await client.get(path)).status).toBe(204);
      for (const other of [path.replace(`/${event}`, '/noSuchEvent'), '/api/drafts/no-such/x/y', '/api/drafts/benefit-claim/no-such-case/withdraw']) expect((await client.get(other)).status, other).toBe(404);
    });

    test('a sensitive value comes back masked, wherever it stood', async () => {
      const { client, path } = await opened();
      const { forms } = (await client.get<Definition>('/api/workflows/benefit-claim')).body;
      const [name = ''] = sensitiveIn(forms);
      await client.send('PUT', path, { data: { [name]: NUMBER, deep: [{ [name]: NUMBER }, { [name]: '' }] }, version: 1 });
      const { body } = await client.get<Draft>(path);
      expect(JSON.stringify(body)).not.toContain(NUMBER);
      const hidden = { masked: expect.stringMatching(/^\*+5678$/) as string };
      expect(under(body, name)).toEqual([hidden, hidden, '']);
    });

    test('nothing is kept once the event is accepted; a refused one keeps it', async () => {
      const { client, one, path, event, data } = await opened();
      await client.send('PUT', path, { data: { half: '一半' }, version: 1 });
      const wrong = await client.send('POST', `/api/benefit-claim/${one.id}/events`, { id: randomUUID(), type: event, data: { noSuchField: 1 }, version: one.version });
      expect([wrong.status, (await client.get(path)).status]).toEqual([422, 200]);
      expect((await client.send('POST', `/api/benefit-claim/${one.id}/events`, { id: randomUUID(), type: event, data, version: one.version })).status).toBe(200);
      expect((await client.get(path)).status).toBe(204);
    });

    test('an opening has its draft too, until the case is there', async () => {
      const door = await getDoor();
      const client = await door.as('village01');
      const path = '/api/drafts/benefit-claim/new/open';
      expect((await client.send('PUT', path, { data: { half: '一半' }, version: 0, unit: UNIT })).status).toBe(200);
      expect((await client.get<Draft>(path)).body.data).toEqual({ half: '一半' });
      expect((await (await door.as('auditor')).get(path)).status).toBe(404);
      const { examples } = (await client.get<Definition>('/api/workflows/benefit-claim')).body;
      expect((await client.send('POST', '/api/benefit-claim', { id: `draft-${randomUUID()}`, unit: UNIT, data: [examples['open']].flat()[0] })).status).toBe(201);
      expect((await client.get(path)).status).toBe(204);
    });

    test('what is no draft is 400, one larger than any form 413', async () => {
      const { client, path } = await opened();
      for (const body of [{}, { data: {} }, { data: [], version: 1 }, { data: {}, version: -1 }, { data: {}, version: 1, state: 'x' }]) expect((await client.send('PUT', path, body)).status, JSON.stringify(body)).toBe(400);
      expect((await client.send('PUT', path, { data: { long: '长'.repeat(70_000) }, version: 1 })).status).toBe(413);
      expect((await client.get(path)).status).toBe(204);
    });
  });
};
