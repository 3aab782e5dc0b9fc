import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { CaseOut } from '../doors/http.ts';
import { pdf, photo, withPlace } from '../files/samples.ts';
import { openRoom, type Room } from './room.ts';
import { confirm, fill, fits, goToCase, startForm } from './screen.ts';

const CLAIM = 'benefit-claim';
/** A good line of a village, so that one sees the file go. */
const BYTES_A_SECOND = 8_000_000;

const words = {
  zh: { choose: '评议记录扫描件或照片：选择文件', progress: '评议记录.pdf 的上传进度', sending: /正在上传 [1-9]\d?%/, arrived: '已上传 · 20.0 MB', open: (name: string) => `查看 ${name}` },
  en: { choose: 'Scan or photographs of the minutes: choose files', progress: 'Progress of 评议记录.pdf', sending: /Uploading: [1-9]\d?%/, arrived: 'Uploaded · 20.0 MB', open: (name: string) => `View ${name}` },
} as const;

const choose = async (page: Page, button: Locator, path: string): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.tap()]);
  await chooser.setFiles(path);
};

const VILLAGES = Array.from({ length: 18 }, (_, i) => `village${String(i + 1).padStart(2, '0')}`);
/** A claim that waits for its village's vote, and the clerk there. */
const waitingForVote = async (room: Room): Promise<{ user: string; id: string }> => {
  for (const user of VILLAGES) {
    const [waiting] = await (await room.door.as(user)).list<CaseOut>(CLAIM, { state: 'villageReview' });
    if (waiting) return { user, id: waiting.id };
  }
  throw new Error('No claim waits for its village.');
};

test.each(['zh', 'en'] as const)('on a phone, in %s, a clerk attaches minutes of 20 MB and a photograph, sees them go, sends them, and opens them from the case', async (lang) => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-files-'));
  const [minutes, picture] = [join(folder, '评议记录.pdf'), join(folder, '会场.jpg')];
  writeFileSync(minutes, pdf(20_000_000 - 200));
  writeFileSync(picture, withPlace(await photo(1_200, 900)));
  const room = await openRoom(inject('officeAt'));
  const { user, id } = await waitingForVote(room);
  const seat = await room.sit(user, { phone: true, lang });
  const { page } = seat;
  const say = words[lang];
  await goToCase(seat, CLAIM, id);
  const form = await startForm(seat, CLAIM, 'vote');
  await fill(seat, room, form, CLAIM, 'vote', { minutes: { heldOn: '2026-11-20', panel: 9, present: 8, yes: 7, no: 1, abstain: 0 } });
  expect(await form.locator('input[capture="environment"][accept="image/jpeg"]').count()).toBe(1);

  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: BYTES_A_SECOND });
  const button = form.getByRole('button', { name: say.choose, exact: true });
  await choose(page, button, minutes);
  const bar = form.getByRole('progressbar', { name: say.progress });
  await bar.waitFor();
  await form.getByText(say.sending).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await form.getByText(say.arrived).waitFor();
  await choose(page, button, picture);
  await form.getByRole('button', { name: say.open('会场.jpg') }).waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await confirm(form, seat, CLAIM, 'vote');

  await page.getByRole('button', { name: say.open('评议记录.pdf') }).waitFor();
  await page.getByRole('button', { name: say.open('会场.jpg') }).tap();
  const dialog = page.getByRole('dialog', { name: '会场.jpg' });
  await dialog.getByAltText('会场.jpg').waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const { body } = await (await room.door.as('town1')).get<{ name: string; bytes: number }[]>(`/api/${CLAIM}/${id}/files`);
  expect(body.map(({ name }) => name).toSorted()).toEqual(['会场.jpg', '评议记录.pdf']);
  rmSync(folder, { recursive: true });
  await room.close();
});
