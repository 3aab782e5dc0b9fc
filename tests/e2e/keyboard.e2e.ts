import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findCase } from './demo.ts';
import { openRoom } from './room.ts';
import { pathOf } from './screen.ts';

const CLAIM = 'benefit-claim';
const STOPS = 60;

type Stop = { readonly name: string; readonly href: string | null; readonly field: string | null };
const stop = (page: Page): Promise<Stop> => page.evaluate(() => {
  const at = document.activeElement;
  return { name: at?.textContent?.trim() ?? '', href: at?.getAttribute('href') ?? null, field: at?.getAttribute('name') ?? null };
});

/** Presses a key until the focus is where it should be. */
const pressUntil = async (page: Page, key: string, there: (at: Stop) => boolean): Promise<void> => {
  for (let n = 0; n < STOPS; n += 1) {
    await page.keyboard.press(key);
    if (there(await stop(page))) return;
  }
  throw new Error(`${STOPS} times ${key} did not lead there; the focus is at ${JSON.stringify(await stop(page))}`);
};

test('without a mouse a head signs in, walks the inbox, opens a claim and signs it', async () => {
  const room = await openRoom(inject('officeAt'));
  const id = await findCase(room, 'head2', { workflow: CLAIM, state: 'headSignoff', event: 'sign' });
  const page = await room.stand();
  await page.locator('input[autocomplete="username"]').waitFor();
  expect((await page.evaluate(() => document.activeElement?.getAttribute('autocomplete')))).toBe('username');
  await page.keyboard.type('head2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo-2026');
  await page.keyboard.press('Enter');

  await page.locator('[data-row]').first().waitFor();
  await pressUntil(page, 'j', ({ href }) => href === pathOf(CLAIM, id));
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${pathOf(CLAIM, id)}`);
  await page.getByRole('group', { name: '可以办理的事项' }).waitFor();

  await pressUntil(page, 'Tab', ({ name }) => name === '签批');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await pressUntil(page, 'Tab', ({ field }) => field === 'opinion');
  await page.keyboard.type('同意。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已办理“签批”').waitFor();
  await page.locator('[role="status"]:focus').waitFor();
  await room.close();
});
