import { expect, inject, test } from 'vitest';
import { findCase } from './demo.ts';
import { openRoom } from './room.ts';
import { goToCase } from './screen.ts';

const CLAIM = 'benefit-claim';

test('a case prints as a sheet: what it is, where it stands, what was written and done; no button, no menu', async () => {
  const room = await openRoom(inject('officeAt'));
  const seat = await room.sit('reviewer1', { dark: true });
  const { page } = seat;
  await goToCase(seat, CLAIM, await findCase(room, 'reviewer1', { workflow: CLAIM, state: 'townReview', event: 'sendBack' }));
  await page.getByRole('region', { name: '办理记录' }).getByRole('listitem').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const role of ['button', 'navigation', 'banner'] as const) expect(await page.getByRole(role).count(), role).toBe(0);
  const sheet = await page.locator('body').innerText();
  for (const part of ['惠民待遇申请', '本件现在“镇级审核”', '打印时间', '基本情况', '各环节所填内容', '登记申请', '办理记录']) expect(sheet).toContain(part);
  for (const part of ['审核通过', '可以办理的事项', '显示流程图', 'English', '打印\n']) expect(sheet).not.toContain(part);
  const ink = await page.locator('main dd').first().evaluate((cell) => getComputedStyle(cell).color);
  expect(ink).toBe('rgb(0, 0, 0)');
  await room.close();
});
