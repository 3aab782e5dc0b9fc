/** What one person does is seen at another screen at once, without a key being pressed there. */
import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { makeCast } from './cast.ts';
import { openRoom } from './room.ts';

const CLERK = 'village07';
const SOON_MS = 2_000;

const counted = (page: Page): Promise<number> => page.getByRole('group', { name: '待办数量' }).getByRole('button').first().locator('span').first().textContent().then(Number);

test('a case that is opened elsewhere is counted in an open inbox within two seconds', async () => {
  const room = await openRoom(inject('officeAt'));
  const { page } = await room.sit(CLERK);
  await expect.poll(() => counted(page)).toBeGreaterThanOrEqual(0);
  const before = await counted(page);
  await makeCast(room).opens(CLERK, 'model-household');
  await expect.poll(() => counted(page), { timeout: SOON_MS, interval: 20 }).toBe(before + 1);
  await room.close();
});
