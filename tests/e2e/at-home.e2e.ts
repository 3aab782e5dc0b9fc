import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { CaseOut } from '../doors/http.ts';
import { CHANGE, openBook, SAME, type Book } from '../workbooks/fill.ts';
import { BATCH, countOf, giveOut, ITEM, sitDown } from './desk.ts';
import { openRoom } from './room.ts';
import { fits } from './screen.ts';

/** Asks for the workbook as a person does; gives it as it was saved. */
const download = async (page: Page, field: string, button: string): Promise<Book> => {
  await page.getByLabel(field).fill('入户离线核实');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return openBook(readFileSync(await file.path()));
};
const bring = async (page: Page, button: string, buffer: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()]);
  await chooser.setFiles({ name: '核实.xlsx', mimeType: '', buffer });
};
/** And what is half hidden below the bar counts as too small to press. */
const fitsToItsEnd = async (page: Page): Promise<void> => {
  await fits(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
};

test('a village clerk takes the desk home, fills the workbook in, sees what it would do, mends a cell, and has it done', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  room.expects(422);
  const clerk = await room.door.as('village15');
  const batch = await giveOut(room, 'village15', 'wb-home', '2027-10');
  const seat = await room.sit('village15');
  const { page } = seat;
  await sitDown(seat, room, batch);
  await page.getByRole('link', { name: '离线工作簿', exact: true }).click();
  await page.getByRole('button', { name: '下载工作簿', exact: true }).click();
  await page.getByText('请写明事由（至少 4 个字）。').waitFor();
  const book = await download(page, '下载事由', '下载工作簿');
  expect(await room.barriers(page)).toEqual([]);

  await bring(page, '选择填好的工作簿', Buffer.from('PK\u0003\u0004 not a workbook'));
  await page.getByText(/文件已损坏或不完整/).waitFor();
  const [same, changed, moved, wrong] = [1, 2, 3, 4].map((row) => book.read(row, '办件'));
  book.type(1, { ...SAME });
  book.type(2, { ...CHANGE, '新·居住地址': '合成路26组3号' });
  book.type(3, { ...SAME });
  book.type(4, { ...SAME, 核实方式: '听说' });
  const { version } = (await clerk.get<CaseOut>(`/api/${ITEM}/${moved}`)).body;
  await clerk.send('POST', `/api/${ITEM}/${moved}/events`, { id: 'wb-before', type: 'markUnable', data: { unableReason: 'moved' }, version });

  await bring(page, '选择填好的工作簿', await book.save());
  const found = page.getByRole('group', { name: '检查结果' });
  await found.getByText(`共 ${book.count} 条记录`).waitFor();
  for (const words of ['核实一致 1', '提出更正 1', '冲突 1 条', '有误 1 条', `未填写 ${book.count - 4} 条，保持不变`]) await found.getByText(words, { exact: true }).waitFor();
  await page.getByText(/F 列“核实方式”/).waitFor();
  await page.getByText(/不在选项之内，请从下拉列表中选择：入户、电话/).waitFor();
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '冲突 1 条' }).click();
  await page.getByText(/下载之后，这条记录已经办理（现为“无法核实”）/).waitFor();
  expect(await countOf(clerk, { parent: batch, state: 'consistent' }), 'nothing is done by looking').toBe(0);

  book.type(4, { 核实方式: '电话' });
  await page.getByRole('link', { name: '离线工作簿', exact: true }).click();
  await bring(page, '选择填好的工作簿', await book.save());
  await page.getByRole('button', { name: /可以办理 3 条/ }).click();
  await page.getByText(/→ 合成路26组3号/).waitFor();
  await page.getByRole('button', { name: '办理这 3 条', exact: true }).click();
  await page.getByText('已办理 3 件，没有办成 0 件。').waitFor();
  expect(await room.barriers(page)).toEqual([]);
  const stateOf = async (id: string | undefined): Promise<string> => (await clerk.get<CaseOut>(`/api/${ITEM}/${id}`)).body.state;
  expect(await Promise.all([same, changed, moved, wrong].map(stateOf))).toEqual(['consistent', 'changeProposed', 'unable', 'consistent']);
  await room.close();
});

test('in English on a phone the same fits the screen', { timeout: 240_000 }, async () => {
  const room = await openRoom(inject('officeAt'));
  const clerk = await room.door.as('village14');
  const batch = await giveOut(room, 'village14', 'wb-phone', '2027-11');
  await clerk.send('POST', `/api/${BATCH}/${batch}/events`, { id: 'wb-phone-start', type: 'start', data: {}, version: 1 });
  const { page } = await room.sit('village14', { phone: true, lang: 'en' });
  await page.goto(`${room.base}/desk/${batch}/workbook`);
  const book = await download(page, 'Reason', 'Download the workbook');
  await fitsToItsEnd(page);
  expect(await room.barriers(page)).toEqual([]);
  book.type(1, { Result: 'Confirm as it stands', 'Verified on': '2026-11-23', 'How it was verified': 'Home visit' });
  await bring(page, 'Choose the workbook', await book.save());
  await page.getByRole('button', { name: 'Do this one' }).waitFor();
  await page.getByText(/Verified on 2026-11-23/).waitFor();
  await fitsToItsEnd(page);
  expect(await room.barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Give it up' }).tap();
  await page.getByText('Given up: nothing was changed.').waitFor();
  await fitsToItsEnd(page);
  await room.close();
});
