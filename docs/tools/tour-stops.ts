/** Where the tour stops: what is to be seen, who sees it, and how they get there. */
import type { Page } from 'playwright-core';
import { findCase } from '../../tests/e2e/demo.ts';
import type { Look, Room, Seat } from '../../tests/e2e/room.ts';
import { confirmButton, goToCase, startForm } from '../../tests/e2e/screen.ts';

export type Stop = { readonly name: string; readonly title: string; readonly sentence: string; readonly take: (room: Room) => Promise<Page> };

const CLAIM = 'benefit-claim';
const reviewing = { workflow: CLAIM, state: 'townReview', event: 'pass' };

const atCase = async (room: Room, user: string, asked: Parameters<typeof findCase>[2], look: Look = {}): Promise<Seat> => {
  const id = await findCase(room, user, asked);
  const seat = await room.sit(user, look);
  await goToCase(seat, asked.workflow, id);
  await seat.page.locator('main ol li').first().waitFor();
  return seat;
};

const atList = async (room: Room, user: string, path: string, look: Look = {}): Promise<Page> => {
  const { page } = await room.sit(user, look);
  await page.goto(room.base + path);
  await page.locator('main tbody a, main li a').first().waitFor();
  return page;
};

export const stops: readonly Stop[] = [
  {
    name: 'sign-in', title: 'The door', sentence: 'Name and password; the banner says on every page that the town is made up.',
    take: async (room) => {
      const page = await room.stand();
      await page.getByRole('button', { name: '登录' }).waitFor();
      return page;
    },
  },
  { name: 'inbox', title: 'My work', sentence: 'The home page holds what waits for you, in all processes, soonest due first; J, K and Enter walk it.', take: (room) => atList(room, 'town1', '/') },
  { name: 'list', title: 'A list of cases', sentence: 'Every process has its list, with the fields it declares, filters, and whom each case waits for.', take: (room) => atList(room, 'town1', '/benefit-claim') },
  { name: 'case', title: 'A case', sentence: 'One sentence says where the case stands, whom it waits for and until when; below it what you can do, what was written, and what happened.', take: async (room) => (await atCase(room, 'reviewer1', reviewing)).page },
  {
    name: 'form', title: 'A form with errors', sentence: 'What happens next is said before you confirm; what is wrong stands at its field, and nothing typed is lost.',
    take: async (room) => {
      const seat = await atCase(room, 'reviewer1', reviewing);
      const form = await startForm(seat, CLAIM, 'sendBack');
      await form.getByRole('button', { name: '添加一行：补正清单' }).click();
      await form.locator('[name="items.0.note"]').fill('缺少户口簿首页核验记录。');
      await confirmButton(form, 'zh', CLAIM, 'sendBack').click();
      await form.getByRole('alert').waitFor();
      return seat.page;
    },
  },
  { name: 'blocked', title: 'What a rule keeps back', sentence: 'A step that is yours but not possible yet stays in sight, with the reason in plain words.', take: async (room) => (await atCase(room, 'town1', { workflow: CLAIM, state: 'villageNoticeDraft', event: 'releaseNotice', blockedBy: 'notice-drafted' })).page },
  {
    name: 'diagram', title: 'The picture of the process', sentence: 'Drawn from the machine itself: the way gone, the present place, and what may follow, told in words below.',
    take: async (room) => {
      const { page } = await atCase(room, 'reviewer1', reviewing);
      await page.getByRole('button', { name: '显示流程图' }).click();
      await page.locator('.react-flow__node').first().waitFor();
      await page.getByRole('region', { name: '流程图' }).scrollIntoViewIfNeeded();
      return page;
    },
  },
  { name: 'phone', title: 'On a phone', sentence: 'The same case at 390 px, its actions under the thumb.', take: async (room) => (await atCase(room, 'reviewer1', reviewing, { phone: true })).page },
  { name: 'dark', title: 'In the dark', sentence: 'The inbox in dark colours, with the same contrast.', take: (room) => atList(room, 'village03', '/', { dark: true }) },
  {
    name: 'register', title: 'The register', sentence: 'Sensitive fields are masked; who wants to see one says why, and the reading is logged.',
    take: async (room) => {
      const page = await atList(room, 'village03', '/residents');
      await page.locator('tbody a').first().click();
      await page.getByRole('button', { name: /^查看/ }).first().click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  {
    name: 'report', title: 'The month’s report', sentence: 'Each figure opens exactly the records it counts; small numbers of people are words; it is provisional until the head signs.',
    take: async (room) => {
      const id = (await (await room.door.as('town1')).list<{ id: string }>('verification-cycle', {}, [0, 0]))[0]?.id ?? '';
      const { page } = await room.sit('town1');
      await page.goto(`${room.base}/reports/verification-cycle/${id}`);
      await page.getByRole('img').first().waitFor();
      return page;
    },
  },
  {
    name: 'picture', title: 'The whole picture', sentence: 'For who answers for others’ work: what is open where, what is overdue, who holds the eldest, money against budget, and why cases came back; each number opens its rows.',
    take: async (room) => {
      const { page } = await room.sit('head1');
      await page.goto(`${room.base}/picture?from=2026-01-01&to=2026-12-31`);
      await page.getByRole('table', { name: '退回原因' }).waitFor();
      return page;
    },
  },
  {
    name: 'evidence', title: 'The evidence', sentence: 'Beside a claim that is judged: the register’s word, what was paid already to the person, spouse, household or account anywhere, open findings, and who is related.',
    take: async (room) => {
      const { page } = await atCase(room, 'reviewer1', reviewing);
      const board = page.getByRole('region', { name: '证据对照' }).first();
      await board.getByRole('row').nth(1).waitFor();
      await board.scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'papers', title: 'Papers', sentence: 'What is made of a case, as PDF and Word, while it stands where: approval form, notices, certificate, and its whole file for the archive.',
    take: async (room) => {
      const [paid] = await (await room.door.as('town1')).list<{ id: string }>(CLAIM, { state: ['closed'] }, [0, 0]);
      const seat = await room.sit('town1');
      await goToCase(seat, CLAIM, paid?.id ?? '');
      await seat.page.getByRole('button', { name: '文书', exact: true }).click();
      await seat.page.getByRole('menuitem').first().waitFor();
      return seat.page;
    },
  },
  {
    name: 'published', title: 'What everybody may read', sentence: 'A notice on the public page while its term runs, without signing in: masked, with its hotline; afterwards it is gone.',
    take: async (room) => {
      const page = await room.stand();
      await page.goto(`${room.base}/public/notices`);
      await page.getByRole('link').filter({ hasText: '公示' }).first().click();
      await page.getByRole('table').waitFor();
      return page;
    },
  },
  { name: 'english', title: 'In English', sentence: 'Every word of the panel has its English; what people wrote stands as they wrote it.', take: async (room) => (await atCase(room, 'reviewer1', reviewing, { lang: 'en' })).page },
  {
    name: 'print', title: 'On paper', sentence: 'The printed case is a sheet: where it stands, what was written at each step, and what happened.',
    take: async (room) => {
      const { page } = await atCase(room, 'reviewer1', reviewing);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 1000, height: 1414 });
      // The margins of paper, which a screen does not have.
      await page.evaluate(() => { document.body.style.padding = '48px'; });
      return page;
    },
  },
];
