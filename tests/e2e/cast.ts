/** The cast of a browser story: each person acts at their own screen, with the example of the process as what they type. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import type { CaseOut, Definition } from '../doors/http.ts';
import type { Room, Seat } from './room.ts';
import { confirm, fill, goToCase, openCase, startForm, stateWords } from './screen.ts';

export type LogRow = { readonly version: number; readonly type: string; readonly from: string | null; readonly to: string; readonly post: string; readonly name: string };
/** Which of several examples, and what is typed otherwise. */
export type Typing = { readonly suits?: (example: Data) => boolean; readonly change?: Data };

/** Past the due time by less than a working day. */
const LATER_MS = 36_000_000;

export type Staging = {
  readonly lang?: Lang;
  /** What is typed in place of the example. */
  readonly types?: (example: Data) => Data;
  /** Gets everybody's page before anything is loaded. */
  readonly meets?: (page: Page) => void;
  /** Looks at the screen before a step, with its form filled in, and after it. */
  readonly looks?: (page: Page, when: string) => Promise<void>;
};

export const makeCast = (room: Room, { lang = 'zh', types = (example) => example, meets, looks = () => Promise.resolve() }: Staging = {}) => {
  const seats = new Map<string, Promise<Seat>>();
  const seat = (user: string): Promise<Seat> => {
    const known = seats.get(user) ?? room.sit(user, { lang }, meets);
    seats.set(user, known);
    return known;
  };
  const read = async <T>(user: string, path: string): Promise<T> => (await (await room.door.as(user)).get<T>(`/api/${path}`)).body;
  const get = (user: string, workflow: string, id: string): Promise<CaseOut> => read(user, `${workflow}/${encodeURIComponent(id)}`);
  const example = async (user: string, workflow: string, event: string, { suits = () => true, change = {} }: Typing): Promise<Data> => {
    const { examples } = await read<Definition>(user, `workflows/${workflow}`);
    const given = [examples[event] ?? {}].flat() as Data[];
    return { ...types(given.find(suits) ?? {}), ...change };
  };
  return {
    seat, get, example,
    seated: () => [...seats.keys()],
    log: (workflow: string, id: string): Promise<LogRow[]> => read('auditor', `${workflow}/${encodeURIComponent(id)}/log`),
    /** Opens a case at the screen. Somebody of the example's name may live in the village twice: then another one is taken, as a clerk would. */
    opens: async (user: string, workflow: string, typing: Typing = {}): Promise<string> => {
      const at = await seat(user);
      const open = async () => openCase(at, room, workflow, await example(user, workflow, 'open', typing));
      return open().catch(open);
    },
    /** Takes a step at the screen; the page then says where the case stands. */
    takes: async (user: string, workflow: string, id: string, event: string, state: string, typing: Typing = {}): Promise<void> => {
      const at = await seat(user);
      await goToCase(at, workflow, id);
      await looks(at.page, `before ${event}`);
      const form = await startForm(at, workflow, event);
      await fill(at, room, form, workflow, event, await example(user, workflow, event, typing));
      await looks(at.page, `form of ${event}`);
      await confirm(form, at, workflow, event);
      await at.page.locator('main header').getByText(stateWords(workflow, state, lang)).first().waitFor();
      await looks(at.page, `after ${event}`);
      expect((await get(user, workflow, id)).state, `${event} by ${user}`).toBe(state);
    },
    /** Turns the clock past the case's due time. */
    waits: async (workflow: string, id: string, state: string): Promise<void> => {
      const { dueAt } = await get('town1', workflow, id);
      expect(dueAt, 'a term runs').not.toBeNull();
      const admin = await room.door.as('admin');
      expect((await admin.send('POST', '/api/clock', { now: new Date(Date.parse(dueAt ?? '') + LATER_MS).toISOString() })).status).toBe(200);
      expect((await get('town1', workflow, id)).state).toBe(state);
    },
    /** What stands on the case's page. */
    reads: async (user: string, workflow: string, id: string): Promise<string> => {
      const at = await seat(user);
      await goToCase(at, workflow, id);
      await at.page.locator('main ol li').first().waitFor();
      return at.page.locator('main').innerText();
    },
  };
};
export type Cast = ReturnType<typeof makeCast>;
