import { readFileSync } from 'node:fs';
import { describe, expect, inject, test } from 'vitest';
import type { Download, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { openRoom } from './room.ts';

const REASON = '上报区里汇总';

const words = { zh: { open: '导出', reason: /导出事由/ }, en: { open: 'Export', reason: /Reason/ } } as const;

const take = async (page: Page, { lang = 'zh', csv = false }: { lang?: 'zh' | 'en'; csv?: boolean } = {}): Promise<Download> => {
  const { open, reason } = words[lang];
  await page.getByRole('button', { name: open, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (csv) await dialog.getByRole('radio', { name: /CSV/ }).click();
  await dialog.getByRole('textbox', { name: reason }).fill(REASON);
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: open, exact: true }).click()]);
  await dialog.waitFor({ state: 'detached' });
  return download;
};

describe('taking a list away', () => {
  test('a town clerk takes the whole register as a workbook: 6,092 people and who took them', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('town2');
    await page.goto(`${room.base}/residents`);
    await page.locator('tbody a').first().waitFor();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    expect(await room.barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const download = await take(page);
    expect(download.suggestedFilename()).toMatch(/^residents-\d{4}-\d{2}-\d{2}\.xlsx$/);
    const bytes = readFileSync(await download.path());
    const rows = await readSheet(bytes, 1);
    expect(rows).toHaveLength(6_093);
    expect(rows[0]?.slice(0, 3)).toEqual(['姓名', '编码', '村居']);
    expect((await readSheet(bytes, 2)).flat()).toEqual(expect.arrayContaining([expect.stringContaining('town2'), REASON]));
    await room.close();
  });

  test('a village clerk takes the village’s cases as CSV, in English, on a phone', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('village03', { lang: 'en', phone: true });
    await page.goto(`${room.base}/benefit-claim`);
    await page.locator('main li a').first().waitFor();
    const shown = (await (await room.door.as('village03')).list('benefit-claim', {}, [0, 999])).map(({ id }) => id);
    const text = readFileSync(await (await take(page, { lang: 'en', csv: true })).path(), 'utf8');
    const lines = text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^Number,/);
    expect(lines.slice(1, -1).map((line) => line.split(',')[0] ?? '').toSorted()).toEqual(shown.toSorted());
    expect(lines.at(-1)).toMatch(/Exported by: .*village03/);
    await room.close();
  });
});
