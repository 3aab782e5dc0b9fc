import { describe, expect, inject, test } from 'vitest';
import { openRoom } from './room.ts';
import { fits } from './screen.ts';

describe('the picture of the office', () => {
  test('a head goes from a number of each kind to exactly so many rows, and sees where cases wait drawn on the process', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('head1');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作一张图' }).click();
    await page.getByRole('table', { name: '各村居、各事项未办结的办件' }).waitFor();
    expect(await room.barriers(page)).toEqual([]);
    // Other stories may have moved the clock into a quarter in which nothing was sent back yet.
    await page.goto(`${room.base}/picture?from=2026-01-01&to=2026-12-31`);
    for (const kind of [/^东湾村 .*：未办结 \d+ 件，打开清单$/, /：已逾期 \d+ 件，打开清单$/, /^惠民待遇申请 镇级.*：未办结 \d+ 件，打开清单$/, /^惠民待遇申请 R0\d .*：\d+ 件，打开清单$/]) {
      if (kind.source.includes('镇级')) {
        await page.getByRole('combobox', { name: '事项' }).click();
        await page.getByRole('option', { name: /^惠民待遇申请/ }).click();
      }
      const number = page.getByRole('link', { name: kind }).first();
      const count = /\d+/.exec(await number.innerText())?.[0] ?? '';
      await number.click();
      await page.getByText(`共 ${count} 项`).waitFor();
      await page.goBack();
    }
    await page.getByRole('link', { name: /^2026年镇级，已发放 [\d,.]+ 元，打开明细$/ }).click();
    await page.getByRole('heading', { level: 1, name: '已发放明细：2026年镇级' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: '画在流程图上' }).click();
    await page.locator('.react-flow__node', { hasText: /\d+ 件/ }).first().waitFor();
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });

  test('in English, in the dark, on paper, with its choices in the address', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('auditor', { lang: 'en', dark: true });
    await page.goto(`${room.base}/picture?from=2026-01-01&to=2026-12-31`);
    await page.getByRole('heading', { level: 1, name: 'The whole picture' }).waitFor();
    await page.getByRole('table', { name: 'Why cases were sent back' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/\p{Script=Han}{2}.*：/u);
    expect(await room.barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.waitForURL(/from=2025-01-01&to=2025-12-31/);
    await page.emulateMedia({ media: 'print' });
    for (const role of ['button', 'navigation', 'combobox'] as const) expect(await page.getByRole(role).count(), role).toBe(0);
    await room.close();
  });

  test('on a phone a card for each village or process, and nothing runs off the screen', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('town1', { phone: true });
    await page.goto(`${room.base}/picture`);
    await page.getByRole('tab', { name: '按事项' }).click();
    await page.getByRole('list', { name: /各村居/ }).getByRole('heading', { name: /惠民待遇申请/ }).waitFor();
    expect(page.url()).toContain('by=process');
    await fits(page);
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });
});
