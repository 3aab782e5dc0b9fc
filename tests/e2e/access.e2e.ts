import { expect, inject, test } from 'vitest';
import { findCase } from './demo.ts';
import { follow, openRoom, type Room, type Seat } from './room.ts';
import { confirmButton, goToCase, startForm } from './screen.ts';

const CLAIM = 'benefit-claim';

/** By day and by night: the panel follows the system's colours while it is open. */
const expectNone = async (room: Room, { page }: Pick<Seat, 'page'>, where: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((asked) => getComputedStyle(document.body).colorScheme === asked, colorScheme);
    expect(await room.barriers(page, colorScheme === 'light' ? 'whole' : 'colours'), `${where}, ${colorScheme}`).toEqual([]);
  }
};

test('nothing stands in the way of who cannot see, or cannot see well', async () => {
  const room = await openRoom(inject('officeAt'));
  room.expects(401);
  const door = await room.stand();
  await door.getByRole('button', { name: '登录' }).waitFor();
  await expectNone(room, { page: door }, 'sign-in');
  await door.getByRole('button', { name: '登录' }).click();
  await door.getByRole('alert').getByText('请填写').waitFor();
  await expectNone(room, { page: door }, 'sign-in, refused');

  const seat = await room.sit('town1');
  const { page } = seat;
  await page.locator('[data-row]').first().waitFor();
  await expectNone(room, seat, 'inbox');
  for (const path of ['/benefit-claim', '/residents', '/households']) {
    await follow(page, path);
    await page.locator('tbody a').first().waitFor();
    await expectNone(room, seat, path);
  }

  const id = await findCase(room, 'town1', { workflow: CLAIM, state: 'townCheck', event: 'passCheck' });
  await goToCase(seat, CLAIM, id);
  await page.getByRole('region', { name: '办理记录' }).getByRole('listitem').first().waitFor();
  await expectNone(room, seat, 'case page');
  await page.getByRole('button', { name: '显示流程图' }).click();
  await page.locator('.react-flow__node').first().waitFor();
  await expectNone(room, seat, 'picture');
  const form = await startForm(seat, CLAIM, 'passCheck');
  await expectNone(room, seat, 'form');
  await confirmButton(form, 'zh', CLAIM, 'passCheck').click();
  await form.getByRole('alert').waitFor();
  await expectNone(room, seat, 'form with errors');

  await follow(page, '/residents');
  await page.locator('tbody a').first().click();
  await page.getByRole('region', { name: '变更记录' }).waitFor();
  await expectNone(room, seat, 'resident');
  await page.getByRole('button', { name: /^查看/ }).first().click();
  await page.getByRole('dialog').waitFor();
  await expectNone(room, seat, 'reveal');
  await follow(page, '/households');
  await page.locator('tbody a').first().click();
  await page.getByRole('region', { name: '家庭成员' }).getByRole('link').first().waitFor();
  await expectNone(room, seat, 'household');
  await room.close();
});
