import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { CaseOut } from '../doors/http.ts';
import { pdf, photo, withPlace } from '../files/samples.ts';
import { openRoom } from './room.ts';
import { confirm, fill, goToCase, startForm } from './screen.ts';

const CLAIM = 'benefit-claim';
/** A good line of a village, so that one sees the file go. */
const BYTES_A_SECOND = 8_000_000;

const fits = async (page: Page): Promise<void> => {
  const { width, screen } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }));
  expect(width, page.url()).toBeLessThanOrEqual(screen);
};
const choose = async (page: Page, button: Locator, path: string): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.tap()]);
  await chooser.setFiles(path);
};

test('on a phone a clerk attaches minutes of 20 MB and a photograph, sees them go, sends them, and opens them from the case', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-files-'));
  const [minutes, picture] = [join(folder, '评议记录.pdf'), join(folder, '会场.jpg')];
  writeFileSync(minutes, pdf(20_000_000 - 200));
  writeFileSync(picture, withPlace(await photo(1_200, 900)));
  const room = await openRoom(inject('officeAt'));
  const [waiting] = await (await room.door.as('town1')).list<CaseOut>(CLAIM, { state: 'villageReview' });
  if (!waiting) throw new Error('No claim waits for its village.');
  const seat = await room.sit(`village${waiting.unit.slice(-2)}`, { phone: true });
  const { page } = seat;
  await goToCase(seat, CLAIM, waiting.id);
  const form = await startForm(seat, CLAIM, 'vote');
  await fill(seat, room, form, CLAIM, 'vote', { minutes: { heldOn: '2026-11-20', panel: 9, present: 8, yes: 7, no: 1, abstain: 0 } });
  expect(await form.locator('input[capture="environment"][accept="image/jpeg"]').count()).toBe(1);

  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: BYTES_A_SECOND });
  const button = form.getByRole('button', { name: '评议记录扫描件或照片：选择文件', exact: true });
  await choose(page, button, minutes);
  const bar = form.getByRole('progressbar', { name: '评议记录.pdf 的上传进度' });
  await bar.waitFor();
  await form.getByText(/正在上传 [1-9]\d?%/).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await form.getByText('已上传 · 20.0 MB').waitFor();
  await choose(page, button, picture);
  await form.getByRole('button', { name: '查看 会场.jpg' }).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await confirm(form, seat, CLAIM, 'vote');

  await page.getByRole('button', { name: '查看 评议记录.pdf' }).waitFor();
  await page.getByRole('button', { name: '查看 会场.jpg' }).tap();
  const dialog = page.getByRole('dialog', { name: '会场.jpg' });
  await dialog.getByAltText('会场.jpg').waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const { body } = await (await room.door.as('town1')).get<{ name: string; bytes: number }[]>(`/api/${CLAIM}/${waiting.id}/files`);
  expect(body.map(({ name }) => name).toSorted()).toEqual(['会场.jpg', '评议记录.pdf']);
  rmSync(folder, { recursive: true });
  await room.close();
});
