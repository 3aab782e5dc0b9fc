/** The cast of a browser story: each person acts at their own screen, with the example of the process as what they type. */
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { getWorkflow } from '../../workflows/index.ts';
import type { CaseOut, Definition } from '../doors/http.ts';
import type { RunningOffice } from './office.ts';
import { act, openCase, read, seatFor, type Seat } from './screen.ts';

export type LogRow = { readonly version: number; readonly type: string; readonly from: string | null; readonly to: string; readonly post: string; readonly actor: string };

const nth = (given: unknown, variant: number): Data => ((Array.isArray(given) ? given[variant] : given) ?? {}) as Data;

export const makeCast = (browser: Browser, office: RunningOffice, lang: Lang = 'zh') => {
  const room = seatFor(browser, office, { lang });
  const seats = new Map<string, Promise<Seat>>();
  const seat = (user: string): Promise<Seat> => {
    const known = seats.get(user) ?? room.sit(user);
    seats.set(user, known);
    return known;
  };
  const example = async (user: string, workflow: string, event: string, variant: number): Promise<Data> =>
    nth((await (await office.door.as(user)).get<Definition>(`/api/workflows/${workflow}`)).body.examples[event], variant);
  const get = async (user: string, workflow: string, id: string): Promise<CaseOut> => (await (await office.door.as(user)).get<CaseOut>(`/api/${workflow}/${id}`)).body;
  return {
    room, seat, get,
    seated: () => [...seats.keys()],
    log: async (workflow: string, id: string): Promise<LogRow[]> => (await (await office.door.as('town1')).get<LogRow[]>(`/api/${workflow}/${id}/log`)).body,
    /** Opens a case at the screen. */
    opens: async (user: string, workflow: string, changes: Data = {}, variant = 0): Promise<string> =>
      openCase(await seat(user), office, workflow, { ...(await example(user, workflow, 'open', variant)), ...changes }),
    /** Takes a step at the screen; the page then says where the case stands. */
    takes: async (user: string, workflow: string, id: string, event: string, state: string, { variant = 0, changes = {} }: { variant?: number; changes?: Data } = {}): Promise<void> => {
      const at = await seat(user);
      await act(at, office, workflow, id, event, { ...(await example(user, workflow, event, variant)), ...changes });
      const words = getWorkflow(workflow).messages.states[state]?.[lang] ?? state;
      await at.page.locator('main').getByText(words).first().waitFor();
      expect((await get(user, workflow, id)).state, `${event} by ${user}`).toBe(state);
    },
    /** Moves the clock past the case's due time. */
    waits: async (workflow: string, id: string, state: string): Promise<void> => {
      const admin = await office.door.as('admin');
      const { dueAt } = await get('town1', workflow, id);
      expect(dueAt, 'a term runs').not.toBeNull();
      const stepped = await admin.send('POST', '/api/clock', { now: new Date(Date.parse(dueAt ?? '') + 36_000_000).toISOString() });
      expect(stepped.status).toBe(200);
      expect((await get('town1', workflow, id)).state).toBe(state);
    },
    page: async (user: string, workflow: string, id: string): Promise<string> => {
      const at = await seat(user);
      await at.page.goto(`${office.base}/${workflow}/${encodeURIComponent(id)}/show`);
      await at.page.getByRole('heading', { level: 1 }).waitFor();
      return read(at);
    },
  };
};
