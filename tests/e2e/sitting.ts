/** What stories of a sitting share: absences filed for it, and the way to the first page. */
import type { Page } from 'playwright-core';
import { addDays, dayOf } from '../../workflows/office/working-days.ts';
import type { Room, Seat } from './room.ts';

const TOWN = '999901101';
const CLERKS = ['town1', 'town2', 'town3'] as const;

/** So many absences of town clerks, each for its days; the days decide whether a signer should look twice. */
export const fileAbsences = async (room: Room, slug: string, count: number, days: number, from = 60): Promise<string[]> => {
  const { body: { now } } = await (await room.door.as('admin')).get<{ now: string }>('/api/settings/public');
  const ids = Array.from({ length: count }, (_, n) => `${slug}-${n}`);
  for (const [n, id] of ids.entries()) {
    const who = CLERKS[n % CLERKS.length] ?? 'town1';
    const first = addDays(dayOf(now), from + 3 * n);
    const { status } = await (await room.door.as(who)).send('POST', '/api/absence', { id, unit: TOWN, data: { absent: who, post: 'town_clerk', substitute: 'town4', from: first, until: addDays(first, days), workflows: ['benefit-claim'] } });
    if (status !== 201) throw new Error(`${id} was not filed: ${status}`);
  }
  return ids;
};

/** From the menu to the first case: the password is asked once more. */
export const beginSitting = async ({ page }: Seat): Promise<void> => {
  await page.getByRole('link', { name: '集中签批' }).first().click();
  await page.getByLabel('请再次输入您的密码').fill('demo-2026');
  await page.getByRole('button', { name: '开始签批' }).click();
  await page.getByRole('status', { name: '签批进度' }).waitFor();
  await page.locator('article').waitFor();
};

export const progress = (page: Page): Promise<string | null> => page.getByRole('status', { name: '签批进度' }).textContent();
