/** What a person does at a case: opens its page, presses a button by its words, fills in the form and confirms it. */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Data, Lang } from '../../workflows/kit/words.ts';
import { getWorkflow } from '../../workflows/index.ts';
import type { Door } from '../doors/http.ts';
import { fillIn, type LookUp } from './form.ts';
import { follow, type Room, type Seat } from './room.ts';

const confirmation = { zh: (event: string) => `确认“${event}”`, en: (event: string) => `Confirm: ${event}` } as const;

export const eventWords = (workflow: string, event: string, lang: Lang): string => getWorkflow(workflow).messages.events[event]?.[lang] ?? event;
export const stateWords = (workflow: string, state: string, lang: Lang): string => getWorkflow(workflow).messages.states[state]?.[lang] ?? state;

/** People look for a name; the list shows the code beside it. */
const lookUpAs = (door: Door, user: string): LookUp => async (input, id) => {
  const client = await door.as(user);
  const read = async (path: string): Promise<Data> => (await client.get<Data>(`/api/${path}/${encodeURIComponent(id)}`)).body;
  if ('case' in input) {
    const { title } = getWorkflow(input.case).list;
    const { data } = (await read(input.case)) as { data: Data };
    return { typed: String(data[title]), known: String(data[title]) };
  }
  const entry = await read(input.entry);
  if (input.entry === 'residents') return { typed: String(entry['name']), known: String(entry['code']) };
  return { typed: id, known: id };
};

export const pathOf = (workflow: string, id: string): string => `/${workflow}/${encodeURIComponent(id)}/show`;

/** The page is no wider than the screen. */
export const fits = async (page: Page): Promise<void> => {
  const { width, screen } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }));
  expect(width, page.url()).toBeLessThanOrEqual(screen);
};

/** The page of the case, read anew. */
export const goToCase = async ({ page }: Seat, workflow: string, id: string): Promise<void> => {
  await follow(page, pathOf(workflow, id));
  await page.getByRole('heading', { level: 1 }).waitFor();
};

export const offered = ({ page, lang }: Seat, workflow: string, event: string): Locator =>
  page.getByRole('group').getByRole('button', { name: eventWords(workflow, event, lang), exact: true });

/** Presses the event's button and gives the form that opens. */
export const startForm = async (seat: Seat, workflow: string, event: string): Promise<Locator> => {
  await offered(seat, workflow, event).click();
  const form = seat.page.getByRole('dialog').locator('form');
  await form.waitFor();
  return form;
};

export const fill = (seat: Seat, room: Room, form: Locator, workflow: string, event: string, data: Data): Promise<void> =>
  fillIn({ form, lang: seat.lang, lookUp: lookUpAs(room.door, seat.user) }, workflow, event, data);

export const confirmButton = (form: Locator, lang: Lang, workflow: string, event: string): Locator =>
  form.getByRole('button', { name: confirmation[lang](eventWords(workflow, event, lang)), exact: true });

/** Presses the form's button and waits until it is done. */
export const confirm = async (form: Locator, { lang }: Seat, workflow: string, event: string): Promise<void> => {
  await confirmButton(form, lang, workflow, event).click();
  await form.waitFor({ state: 'detached' });
};

/** Takes a step on the page of a case, from the button to the form's closing. */
export const takeStep = async (seat: Seat, room: Room, workflow: string, event: string, data: Data): Promise<void> => {
  const form = await startForm(seat, workflow, event);
  await fill(seat, room, form, workflow, event, data);
  await confirm(form, seat, workflow, event);
};

/** Opens a case by its form; gives its id. Throws with what the page said where the form was refused. */
export const openCase = async (seat: Seat, room: Room, workflow: string, data: Data): Promise<string> => {
  const { page, lang } = seat;
  await follow(page, `/${workflow}/create`);
  const form = page.locator('main form').filter({ has: page.getByRole('button', { name: confirmation[lang](eventWords(workflow, 'open', lang)), exact: true }) });
  await form.waitFor();
  await fill(seat, room, form, workflow, 'open', data);
  await confirmButton(form, lang, workflow, 'open').click();
  const refused = form.getByRole('alert').first();
  await Promise.race([page.waitForURL(/\/show$/), refused.waitFor()]);
  if (!page.url().endsWith('/show')) throw new Error(`${workflow} was not opened: ${await refused.innerText()}`);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-2) ?? '');
};
