/** Somebody urges a case; at the screen of whom it waits for the bell rings at once, and leads there: in English, on a phone. */
import { expect, inject, test } from 'vitest';
import { demoUnits } from '../../workflows/office/units.ts';
import { openRoom, type Room } from './room.ts';

const SOON_MS = 4_000;
const CLAIM = 'benefit-claim';

const clerkOf = (unit: string): string => `village${String(demoUnits.filter(({ kind }) => kind === 'village').findIndex(({ id }) => id === unit) + 1).padStart(2, '0')}`;

/** A claim that waits for the town and may be urged by the clerk of its village. */
const findUrgeable = async (room: Room): Promise<{ id: string; clerk: string }> => {
  const waiting = await (await room.door.as('town2')).list<{ id: string; unit: string }>('inbox', { workflow: CLAIM }, [0, 99]);
  for (const { id, unit } of waiting) {
    const clerk = clerkOf(unit);
    if ((await (await room.door.as(clerk)).get<{ why: string | null }>(`/api/${CLAIM}/${id}/urges`)).body.why === null) return { id, clerk };
  }
  throw new Error('No claim waits for the town that could be urged.');
};

test('a case urged on one screen rings at another, leads to the case, and is read', async () => {
  const room = await openRoom(inject('officeAt'));
  const { id, clerk } = await findUrgeable(room);
  const head = await room.sit('town2', { lang: 'en', phone: true });
  const bell = head.page.getByRole('button', { name: /^Notifications/ });
  await bell.waitFor();
  const { page } = await room.sit(clerk);
  await page.goto(`${room.base}/${CLAIM}/${id}/show`);
  await page.getByRole('button', { name: '催办' }).click();
  await page.getByRole('textbox', { name: /说明/ }).fill('申请人已等候两周');
  await page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
  await page.getByText(/已催办/).waitFor();
  expect(await page.getByRole('region', { name: '办理记录' }).getByText('申请人已等候两周').count()).toBe(1);
  await expect.poll(() => bell.getAttribute('aria-label'), { timeout: SOON_MS }).toMatch(/unread/);
  await bell.click();
  const list = head.page.getByRole('dialog', { name: 'Notifications' });
  await list.getByText(/申请人已等候两周/).waitFor();
  expect(await room.barriers(head.page)).toEqual([]);
  expect(await head.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await list.getByRole('link', { name: /申请人已等候两周/ }).click();
  await expect.poll(() => new URL(head.page.url()).pathname).toBe(`/${CLAIM}/${id}/show`);
  await room.close();
});
