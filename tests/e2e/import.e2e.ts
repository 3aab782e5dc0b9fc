import { expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { csvText } from '../imports/files.ts';
import { HEADERS, personRow } from '../imports/people.ts';
import { openRoom } from './room.ts';
import { fits } from './screen.ts';

const COUNT = 6;
const rows = (from: number): string[][] => Array.from({ length: COUNT }, (_, n) => personRow(from + n));
const file = (name: string, table: readonly (readonly string[])[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(csvText(table)) });

/** Chooses a file as a person does, at the button. */
const bring = async (page: Page, button: string, given: ReturnType<typeof file>): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()]);
  await chooser.setFiles(given);
};
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
/** At the end of the page nothing lies below the bar: what is half hidden counts as too small to press. */
const toEnd = (page: Page): Promise<void> => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
const said = (page: Page, words: string): Locator => page.getByText(words, { exact: true });

test('a town clerk brings a file that is refused, then one with a fault, loads what is right, finds it and takes it back', async () => {
  const room = await openRoom(inject('officeAt'));
  room.expects(422);
  const { page } = await room.sit('town1');
  await page.getByRole('link', { name: '导入登记册', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '导入登记册' }).waitFor();
  await bring(page, '选择文件', { name: '名册.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 not a workbook') });
  await page.getByText(/文件已损坏或不完整/).waitFor();
  expect(await room.barriers(page)).toEqual([]);

  const table = rows(90_000);
  const [, second] = table;
  if (second) second[4] = `${(second[4] ?? '').slice(0, 17)}${second[4]?.endsWith('1') ? '2' : '1'}`;
  await bring(page, '选择文件', file('名册.csv', [[...HEADERS, '政策属性'], ...table.map((row) => [...row, '1'])]));
  await page.getByRole('heading', { level: 1, name: '名册.csv' }).waitFor();
  await said(page, '有 1 列属于依法不得收集的内容，已去掉。').waitFor();
  await page.getByRole('region', { name: '文件的前几行' }).getByText(table[0]?.[1] ?? '?').first().waitFor();
  expect(await page.locator('main').innerText()).not.toContain(table[0]?.[4] ?? '?');
  expect(await room.barriers(page)).toEqual([]);
  await press(page, '检查全部行');
  await said(page, `共 ${COUNT} 行：可以导入 ${COUNT - 1} 行，有误 1 行（1 处）。`).waitFor();
  await page.getByRole('list', { name: '有误的单元格' }).getByText('行 3 · 身份证号').waitFor();
  expect(await room.barriers(page)).toEqual([]);
  await press(page, `导入这 ${COUNT - 1} 行`);
  await said(page, `已导入 ${COUNT - 1} 行`).waitFor();
  expect(await room.barriers(page)).toEqual([]);
  const town = await room.door.as('town1');
  expect(await town.list('residents', { code: table[0]?.[0] })).toHaveLength(1);
  await press(page, '撤回整批导入');
  await said(page, '已撤回，登记册恢复原样').waitFor();
  expect(await town.list('residents', { code: table[0]?.[0] })).toEqual([]);
  await room.close();
});

test('on a phone, and in English, the same fits the screen', async () => {
  const room = await openRoom(inject('officeAt'));
  const { page } = await room.sit('town2', { phone: true, lang: 'en' });
  await page.goto(`${room.base}/imports`);
  await fits(page);
  await bring(page, 'Choose a file', file('people.csv', [HEADERS, ...rows(91_000)]));
  await page.getByRole('button', { name: 'Check every row' }).waitFor();
  await fits(page);
  await toEnd(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Check every row' }).tap();
  await page.getByText('Every cell is in order.').waitFor();
  await fits(page);
  await toEnd(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Give up and delete the file' }).tap();
  await page.getByText('Given up', { exact: true }).waitFor();
  await fits(page);
  await room.close();
});
