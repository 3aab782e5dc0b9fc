import { expect, inject, test } from 'vitest';
import { openRoom } from './room.ts';
import { beginSitting, fileAbsences } from './sitting.ts';

test('a head signs in a sitting by keyboard; what is flagged is not among the clean ones, and is sent back with a reason', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  const [clean = ''] = await fileAbsences(room, 'sit', 1, 3);
  const [long = ''] = await fileAbsences(room, 'sit-long', 1, 60);
  const seat = await room.sit('head1');
  const { page } = seat;
  await beginSitting(seat);
  const items = page.getByRole('list', { name: '办件清单' });
  const place = (id: string) => page.locator(`article a[href="/absence/${id}/show"]`);
  const walkTo = async (id: string): Promise<void> => {
    for (let n = 0; n < 40 && !(await place(id).isVisible()); n += 1) {
      const before = await page.locator('article a').first().getAttribute('href');
      await page.keyboard.press('j');
      await page.waitForFunction((href) => document.querySelector('article a')?.getAttribute('href') !== href, before);
    }
  };
  expect(await room.barriers(page)).toEqual([]);
  await walkTo(clean);
  await page.getByText('没有提示').waitFor();
  await page.keyboard.press('s');
  await page.getByText(/已签批：/).waitFor();
  expect((await (await room.door.as('auditor')).get<{ state: string }>(`/api/absence/${clean}`)).body.state).toBe('standing');

  await walkTo(long);
  await page.getByText('代行超过30天').waitFor();
  await page.getByRole('button', { name: /签批无提示的/ }).click();
  await page.getByRole('dialog').getByText(/有提示的 [1-9]\d* 件不签/).waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByLabel(/理由/).fill('时间过长，请分次登记。');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/已退回：/).waitFor();
  expect((await (await room.door.as('auditor')).get<{ state: string }>(`/api/absence/${long}`)).body.state).toBe('refused');
  await page.getByRole('button', { name: '结果单' }).click();
  await page.getByRole('heading', { name: '签批结果单' }).waitFor();
  expect(await items.count()).toBe(0);
  await room.close();
});
