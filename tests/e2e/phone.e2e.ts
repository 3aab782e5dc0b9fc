import { expect, inject, test } from 'vitest';
import { getWorkflow } from '../../workflows/index.ts';
import { findCase } from './demo.ts';
import { follow, openRoom } from './room.ts';
import { confirmButton, eventWords, fill, fits, goToCase, pathOf, startForm } from './screen.ts';

const CLAIM = 'benefit-claim';
const ASKED = { workflow: CLAIM, state: 'townReview', event: 'pass' };

const words = {
  zh: { opinion: '材料齐全，同意。', note: '缺少户口簿首页核验记录。', done: (event: string) => `已办理“${event}”` },
  en: { opinion: 'Complete and true.', note: 'The first page of the household book was not seen.', done: (event: string) => `Done: “${event}”` },
} as const;

test.each(['zh', 'en'] as const)('on a phone, in %s, a reviewer reads the inbox, opens a case, passes one and returns another; nothing runs off the screen or bars anybody', async (lang) => {
  const room = await openRoom(inject('officeAt'));
  const first = await findCase(room, 'reviewer2', ASKED);
  const second = await findCase(room, 'reviewer2', { ...ASKED, event: 'sendBack', except: [first] });
  const seat = await room.sit('reviewer2', { phone: true, lang });
  const { page } = seat;
  const clean = async (): Promise<void> => {
    await fits(page);
    expect(await room.barriers(page)).toEqual([]);
  };
  await page.locator('[data-row]').first().waitFor();
  await clean();
  await page.getByRole('button', { name: new RegExp(`^${getWorkflow(CLAIM).title[lang]}`) }).tap();
  const row = page.locator(`[data-row][href="${pathOf(CLAIM, first)}"]`);
  await row.tap();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await clean();

  const passing = await startForm(seat, CLAIM, 'pass');
  await fill(seat, room, passing, CLAIM, 'pass', { opinion: words[lang].opinion });
  await clean();
  await confirmButton(passing, lang, CLAIM, 'pass').tap();
  await page.getByText(words[lang].done(eventWords(CLAIM, 'pass', lang))).waitFor();

  await goToCase(seat, CLAIM, second);
  const returning = await startForm(seat, CLAIM, 'sendBack');
  await fill(seat, room, returning, CLAIM, 'sendBack', { reason: 'R01', items: [{ item: 'papers', note: words[lang].note }] });
  await clean();
  await confirmButton(returning, lang, CLAIM, 'sendBack').tap();
  await page.getByText(words[lang].done(eventWords(CLAIM, 'sendBack', lang))).waitFor();

  for (const path of ['/benefit-claim', '/record-verification', '/residents', '/households']) {
    await page.goto(room.base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main li a').first().waitFor();
    await fits(page);
  }
  await room.close();
});

test.each(['zh', 'en'] as const)('on the narrowest phone, in %s, inbox, lists, a case and the desk do not run off it either', async (lang) => {
  const room = await openRoom(inject('officeAt'));
  const batch = await findCase(room, 'village05', { workflow: 'verification-batch', state: 'inProgress' });
  const { page } = await room.sit('village05', { phone: true, lang });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('[data-row]').first().waitFor();
  await fits(page);
  for (const [path, shown] of [['/benefit-claim', 'main li a'], ['/residents', 'main li a'], [pathOf('verification-batch', batch), 'main h2'], [`/desk/${batch}`, '[role="progressbar"]'], ['/reach', 'main form']] as const) {
    await follow(page, path);
    await page.locator(shown).first().waitFor();
    await fits(page);
  }
  await room.close();
});

test('on the narrowest screen, in English, the town’s longer inbox does not run off it', async () => {
  const room = await openRoom(inject('officeAt'));
  const { page } = await room.sit('town1', { lang: 'en' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.locator('[data-row]').first().waitFor();
  await fits(page);
  await room.close();
});
