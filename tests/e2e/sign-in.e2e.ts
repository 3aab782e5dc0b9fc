import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { atRest, openRoom, signInAt, type Room } from './room.ts';

/** No other story signs in as this one: the lock lasts longer than all of them. */
/** Nobody else’s story needs this account. */
const LOCKED = 'district2';

let room: Room;
beforeAll(async () => { room = await openRoom(inject('officeAt')); });
afterAll(() => room.close());

describe('signing in', () => {
  test('a wrong password is said to be wrong; the fifth locks the account, and only that one', async () => {
    room.expects(401, 423, 429);
    const page = await room.stand();
    const alert = page.getByRole('alert');
    await signInAt(page, '', 'zh', '');
    await alert.getByText('请填写用户名和密码').waitFor();
    for (let n = 1; n <= 5; n += 1) {
      const answered = page.waitForResponse('**/api/session');
      await signInAt(page, LOCKED, 'zh', `wrong-${n}`);
      expect((await answered).status()).toBe(401);
      await alert.getByText('用户名或密码不正确').waitFor();
    }
    await signInAt(page, LOCKED, 'zh');
    await alert.getByText('账户已锁定').waitFor();
    await signInAt(page, 'village16', 'zh');
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
  });

  test('a session that has ended leads back to the door, and from there back to the page', async () => {
    const { page } = await room.sit('village15');
    await page.getByRole('link', { name: '家庭', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '家庭' }).waitFor();
    await atRest(page);
    room.expects(401);
    await page.context().clearCookies();
    // The page may notice by itself before the link is pressed.
    await page.getByRole('link', { name: '登记对象' }).click({ timeout: 5_000 }).catch(() => undefined);
    await page.getByRole('heading', { level: 1, name: '乡镇事务台' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
    await page.getByText('登录已失效').waitFor();
    await signInAt(page, 'village15', 'zh');
    await page.getByRole('heading', { level: 1, name: /^(登记对象|家庭)$/ }).waitFor();
  });

  test('who signs out is at the door, and Back does not lead in', async () => {
    const { page } = await room.sit('village15');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('heading', { level: 1, name: '乡镇事务台' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '乡镇事务台' }).waitFor();
  });

  test('a case that is not there, or lies in another village, is not there', async () => {
    room.expects(404);
    const { page } = await room.sit('village15');
    const elsewhere = (await (await room.door.as('village01')).list('benefit-claim', {}, [0, 0]))[0]?.id ?? '';
    for (const id of ['TB-2026-015-99999', elsewhere]) {
      await page.goto(`${room.base}/benefit-claim/${id}/show`);
      await page.getByText('没有这个办件，或它不在您的管辖范围内。').waitFor();
    }
    await page.goto(`${room.base}/nowhere/at/all`);
    await page.getByRole('main').getByRole('link', { name: '我的待办' }).click();
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
  });
});
