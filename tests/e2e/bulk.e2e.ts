import { expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { makeCast } from './cast.ts';
import { openRoom, type Room, type Seat } from './room.ts';
import { fill, fits, eventWords } from './screen.ts';

const ITEM = 'record-verification';
const COUNT = 4;

/** A list as its address says; such an address holds no name. */
const goToList = async ({ page }: Seat, room: Room, filter: object): Promise<void> => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: '{}', sort: 'id', order: 'ASC', page: '1', perPage: '25' });
  await page.goto(`${room.base}/${ITEM}?${query.toString()}`);
  await page.locator('main [data-row]').first().waitFor();
};

const bar = ({ page }: Seat): Locator => page.getByRole('group', { name: '对所选办件一起办理' });
const act = (seat: Seat, event: string): Locator => bar(seat).getByRole('button', { name: eventWords(ITEM, event, seat.lang), exact: true });
/** At the end of the list nothing lies below the bar: what is half hidden counts as too small to press. */
const toEnd = (page: Page): Promise<void> => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
const dialog = (page: Page): Locator => page.getByRole('dialog');
const pressed = (page: Page, name: RegExp | string): Promise<void> => dialog(page).getByRole('button', { name }).click();

/** The first village whose clerk has records waiting in the month under way. */
const findVillage = async (room: Room): Promise<{ user: string; ids: string[] }> => {
  for (let n = 1; n <= 18; n += 1) {
    const user = `village${String(n).padStart(2, '0')}`;
    const rows = await (await room.door.as(user)).list<{ id: string; offers: { type: string }[] }>(ITEM, { state: 'pending' }, [0, COUNT - 1]);
    const [row] = rows;
    const { body } = row ? await (await room.door.as(user)).get<{ offers: { type: string }[] }>(`/api/${ITEM}/${encodeURIComponent(row.id)}`) : { body: { offers: [] } };
    if (rows.length === COUNT && body.offers.some(({ type }) => type === 'markUnable')) return { user, ids: rows.map(({ id }) => id) };
  }
  throw new Error('No village has records to verify.');
};

test('a clerk does one thing to several records by keyboard, a town clerk the next; what was taken back meanwhile is refused, and tried again', async () => {
  const room = await openRoom(inject('officeAt'));
  const cast = makeCast(room);
  const { user, ids } = await findVillage(room);
  const clerk = await cast.seat(user);
  await goToList(clerk, room, { state: ['pending'] });
  for (const box of await clerk.page.getByRole('checkbox', { name: /^选择：/ }).all().then((all) => all.slice(0, COUNT))) {
    await box.focus();
    await clerk.page.keyboard.press('Space');
  }
  await bar(clerk).getByText(`已选 ${COUNT} 件`).waitFor();
  expect(await act(clerk, 'confirmSame').count(), 'what must be looked at one by one').toBe(0);
  await toEnd(clerk.page);
  expect(await room.barriers(clerk.page)).toEqual([]);
  await act(clerk, 'markUnable').focus();
  await clerk.page.keyboard.press('Enter');
  const form = dialog(clerk.page).locator('form');
  await fill(clerk, room, form, ITEM, 'markUnable', { unableReason: 'moved' });
  expect(await room.barriers(clerk.page)).toEqual([]);
  await clerk.page.keyboard.press('Control+Enter');
  await dialog(clerk.page).getByText(`可以办理 ${COUNT} 件，不能办理 0 件。`).waitFor();
  expect((await cast.get(user, ITEM, ids[0] ?? '')).state, 'a preview does nothing').toBe('pending');
  await pressed(clerk.page, `办理这 ${COUNT} 件`);
  await dialog(clerk.page).getByText(`已办理 ${COUNT} 件，没有办成 0 件。`).waitFor();
  await dialog(clerk.page).getByRole('table', { name: '逐件结果' }).getByRole('link').nth(COUNT - 1).waitFor();
  expect(await room.barriers(clerk.page)).toEqual([]);
  await clerk.page.keyboard.press('Escape');
  for (const id of ids) expect((await cast.get(user, ITEM, id)).state).toBe('unable');

  const town = await cast.seat('town1');
  await goToList(town, room, { id: ids });
  await town.page.getByRole('checkbox', { name: '选中本页' }).check();
  await act(town, 'orderCheck').click();
  await fill(town, room, dialog(town.page).locator('form'), ITEM, 'orderCheck', { ground: '多次未能联系，由两名审核员核查。' });
  await pressed(town.page, '预览');
  await dialog(town.page).getByText(`可以办理 ${COUNT} 件，不能办理 0 件。`).waitFor();
  await cast.takes(user, ITEM, ids[0] ?? '', 'undo', 'pending');
  await pressed(town.page, `办理这 ${COUNT} 件`);
  await dialog(town.page).getByText(`已办理 ${COUNT - 1} 件，没有办成 1 件。`).waitFor();
  await dialog(town.page).getByText('本件现在不能由您办理此事项，可能已经办过').waitFor();
  expect(await room.barriers(town.page)).toEqual([]);
  await cast.takes(user, ITEM, ids[0] ?? '', 'markUnable', 'unable', { suits: ({ unableReason }) => unableReason === 'moved' });
  await pressed(town.page, '只重办没有办成的');
  await pressed(town.page, '预览');
  await dialog(town.page).getByText('可以办理 1 件，不能办理 0 件。').waitFor();
  await pressed(town.page, '办理这 1 件');
  await dialog(town.page).getByText('已办理 1 件，没有办成 0 件。').waitFor();
  await pressed(town.page, '关闭');
  for (const id of ids) expect((await cast.log(ITEM, id)).filter(({ type }) => type === 'orderCheck')).toHaveLength(1);

  await town.page.getByRole('link', { name: '批量办理' }).click();
  await town.page.getByRole('list', { name: '我的批量办理' }).getByRole('link').first().waitFor();
  expect(await room.barriers(town.page)).toEqual([]);
  await town.page.getByRole('link', { name: /没有办成 1 件/ }).click();
  await town.page.getByText(`已办理 ${COUNT - 1} 件，没有办成 1 件。`).waitFor();
  expect(await room.barriers(town.page)).toEqual([]);
  await room.close();
});

test('on a phone, and in English, the same fits the screen', async () => {
  const room = await openRoom(inject('officeAt'));
  const { user } = await findVillage(room);
  const seat = await room.sit(user, { phone: true, lang: 'en' });
  const { page } = seat;
  await goToList(seat, room, { state: ['pending'] });
  const boxes = page.getByRole('checkbox', { name: /^Choose: / });
  await boxes.nth(0).tap();
  await boxes.nth(1).tap();
  await page.getByText('2 cases chosen').waitFor();
  await fits(page);
  await toEnd(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('group', { name: 'Do it for the chosen cases' }).getByRole('button', { name: 'Enter as not verifiable', exact: true }).tap();
  await fill(seat, room, dialog(page).locator('form'), ITEM, 'markUnable', { unableReason: 'refused' });
  await fits(page);
  await dialog(page).getByRole('button', { name: 'Preview' }).tap();
  await dialog(page).getByText('2 would be done, 0 refused.').waitFor();
  await fits(page);
  expect(await room.barriers(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Do it for these 2' }).tap();
  await dialog(page).getByText('2 done, 0 refused.').waitFor();
  await fits(page);
  await room.close();
});
