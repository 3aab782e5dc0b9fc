import { expect, inject, test } from 'vitest';
import { openRoom } from './room.ts';

test('a number is shown for a reason; the privacy officer sees by whom and why, and the administrator changes the keys meanwhile', async () => {
  const room = await openRoom(inject('officeAt'));
  const clerk = await room.sit('village03');
  await clerk.page.goto(`${room.base}/residents`);
  await clerk.page.locator('tbody a').nth(3).click();
  await clerk.page.getByRole('region', { name: '变更记录' }).waitFor();
  const id = decodeURIComponent(/residents\/([^/]+)\/show/.exec(clerk.page.url())?.[1] ?? '');

  const admin = await room.sit('admin');
  await admin.page.getByRole('link', { name: '个人信息保护' }).click();
  await admin.page.getByRole('button', { name: '更换密钥' }).click();
  await admin.page.getByText('请写明理由，至少 5 个字。').waitFor();
  expect(await room.barriers(admin.page)).toEqual([]);
  await admin.page.getByRole('textbox', { name: '更换理由' }).fill('按年度更换密钥');
  await admin.page.getByRole('button', { name: '更换密钥' }).click();
  await admin.page.getByText(/正在更换：第/).waitFor();

  await clerk.page.getByRole('button', { name: /^查看/ }).first().click();
  await clerk.page.getByRole('textbox', { name: /事由/ }).fill('核对身份证号码');
  await clerk.page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
  await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });

  const officer = await room.sit('privacy');
  await officer.page.goto(`${room.base}/residents/${id}/show`);
  await officer.page.getByRole('link', { name: '谁查看过' }).click();
  await officer.page.getByText('核对身份证号码').first().waitFor();
  const row = officer.page.getByRole('row').filter({ hasText: '核对身份证号码' });
  expect(await row.first().textContent()).toMatch(/village03.*查看隐去内容/);
  // Readings of cases about the person are told too; hidden fields shown, of this one alone.
  expect(await officer.page.getByRole('row').filter({ hasText: '查看隐去内容', hasNotText: id }).count()).toBe(0);
  expect(await room.barriers(officer.page)).toEqual([]);

  await admin.page.getByText(/完成，重新加密 \d+ 行/).first().waitFor({ timeout: 120_000 });
  const phone = await room.sit('privacy', { phone: true, lang: 'en' });
  await phone.page.goto(`${room.base}/privacy`);
  await phone.page.getByText(/hidden fields shown/).first().waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  expect(await room.barriers(phone.page)).toEqual([]);
  await room.close();
});
