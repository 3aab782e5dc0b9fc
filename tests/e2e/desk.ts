/** What a village clerk does at the desk, key by key; every press is counted. */
import type { Page } from 'playwright-core';
import type { Client } from '../doors/http.ts';
import type { Room, Seat } from './room.ts';
import { pathOf, takeStep } from './screen.ts';

export const ITEM = 'record-verification';
export const BATCH = 'verification-batch';
const SAVE_MS = 120_000;

/** A month is given out to the villages by the town clerk; gives the batch of the village. */
export const giveOut = async (room: Room, clerk: string, id: string, month: string): Promise<string> => {
  const { status, body } = await (await room.door.as('town1')).send('POST', '/api/verification-cycle', { id, unit: '999901101', data: { month, kind: 'full' } });
  if (status !== 201) throw new Error(`The month was not opened: ${status} ${JSON.stringify(body)}`);
  const [batch] = await (await room.door.as(clerk)).list<{ id: string }>(BATCH, { parent: id });
  if (!batch) throw new Error(`${clerk} has no batch.`);
  return batch.id;
};

/** The clerk starts the batch on its page, and goes on to the desk from there. */
export const sitDown = async (seat: Seat, room: Room, batch: string): Promise<void> => {
  await seat.page.goto(room.base + pathOf(BATCH, batch));
  await takeStep(seat, room, BATCH, 'start', {});
  await seat.page.getByRole('link', { name: seat.lang === 'zh' ? '到核实台逐条核实' : 'Work through it at the desk' }).click();
  await list(seat.page).waitFor();
};

export const list = (page: Page) => page.locator('[data-desk-list]');
export const chooseMethod = async (page: Page, method = 'visit'): Promise<void> => {
  await page.locator('#desk-sitting select[name="method"]').selectOption(method);
  await list(page).focus();
};
export const here = async (page: Page): Promise<string> => (await list(page).getAttribute('aria-activedescendant'))?.replace(/^desk-/, '') ?? '';
export const allSaved = (page: Page): Promise<void> => page.locator('[data-desk-saved="true"]').waitFor({ timeout: SAVE_MS });

/** Each record of the sample, found as it was: one press for each, once the desk has come to it. */
export const lookAtDrawn = async (page: Page, drawn: readonly string[]): Promise<void> => {
  await list(page).focus();
  for (const _ of drawn) {
    await page.waitForFunction((ids) => ids.includes(document.querySelector('[data-desk-list]')?.getAttribute('aria-activedescendant')?.replace(/^desk-/, '') ?? ''), drawn);
    await page.keyboard.press('Enter');
  }
  await allSaved(page);
};

/** Presses keys and counts them. */
export const makeHands = (page: Page) => {
  let presses = 0;
  return {
    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        presses += 1;
        await page.keyboard.press(key);
      }
    },
    presses: (): number => presses,
  };
};

export const countOf = async (client: Client, filter: object): Promise<number> => {
  const { headers } = await client.get(`/api/${ITEM}?${new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,0]' }).toString()}`);
  return Number(headers.get('content-range')?.split('/')[1]);
};
