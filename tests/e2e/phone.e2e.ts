import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { findCase } from './demo.ts';
import { openRoom } from './room.ts';
import { fill, goToCase, pathOf, startForm, confirmButton } from './screen.ts';

const CLAIM = 'benefit-claim';
const ASKED = { workflow: CLAIM, state: 'townReview', event: 'pass' };

/** The page is no wider than the screen. */
const fits = async (page: Page): Promise<void> => {
  const { width, screen } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }));
  expect(width, page.url()).toBeLessThanOrEqual(screen);
};

test('on a phone a reviewer reads the inbox, opens a case, passes one and returns another, and nothing runs off the screen', async () => {
  const room = await openRoom(inject('officeAt'));
  const first = await findCase(room, 'reviewer2', ASKED);
  const second = await findCase(room, 'reviewer2', { ...ASKED, event: 'sendBack', except: [first] });
  const seat = await room.sit('reviewer2', { phone: true });
  const { page } = seat;
  await page.locator('[data-row]').first().waitFor();
  await fits(page);
  await page.getByRole('button', { name: /惠民待遇申请/ }).tap();
  const row = page.locator(`[data-row][href="${pathOf(CLAIM, first)}"]`);
  await row.tap();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fits(page);

  const passing = await startForm(seat, CLAIM, 'pass');
  await fill(seat, room, passing, CLAIM, 'pass', { opinion: '材料齐全，同意。' });
  await fits(page);
  await confirmButton(passing, 'zh', CLAIM, 'pass').tap();
  await page.getByText('已办理“审核通过”').waitFor();

  await goToCase(seat, CLAIM, second);
  const returning = await startForm(seat, CLAIM, 'sendBack');
  await fill(seat, room, returning, CLAIM, 'sendBack', { reason: 'R01', items: [{ item: 'papers', note: '缺少户口簿首页核验记录。' }] });
  await fits(page);
  await confirmButton(returning, 'zh', CLAIM, 'sendBack').tap();
  await page.getByText('已办理“退回补正”').waitFor();

  for (const path of ['/benefit-claim', '/record-verification', '/residents', '/households']) {
    await page.goto(room.base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main li a').first().waitFor();
    await fits(page);
  }
  await room.close();
});

test('on the narrowest screen, in English, the inbox does not run off it either', async () => {
  const room = await openRoom(inject('officeAt'));
  const { page } = await room.sit('town1', { lang: 'en' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('[data-row]').first().waitFor();
  await fits(page);
  await room.close();
});
