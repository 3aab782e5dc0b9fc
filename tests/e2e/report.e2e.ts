import { describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Cell, ReportView } from '../../workflows/kit/report-view.ts';
import { openRoom, type Room } from './room.ts';
import { goToCase } from './screen.ts';

const CYCLE = 'verification-cycle';
const monthOf = async (room: Room): Promise<string> => (await (await room.door.as('town1')).list<{ id: string }>(CYCLE, {}, [0, 0]))[0]?.id ?? '';
const fits = async (page: Page): Promise<void> => {
  const { width, screen } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth }));
  expect(width, page.url()).toBeLessThanOrEqual(screen);
};
/** The cells of the tables of units, as the answer has them. */
const inTables = ({ parts }: ReportView): Cell[] => parts.flatMap((part) => (part.kind === 'table' ? part.rows.flatMap(({ cells }) => cells) : []));

describe('the report of a month', () => {
  test('from the case to its figures, and from a figure to exactly the records it counts', async () => {
    const room = await openRoom(inject('officeAt'));
    const seat = await room.sit('town1');
    const { page } = seat;
    const id = await monthOf(room);
    await goToCase(seat, CYCLE, id);
    await page.getByRole('link', { name: '查看报告' }).click();
    await page.getByRole('heading', { level: 1, name: /信息月度核实情况报告/ }).waitFor();
    await page.getByText(/未签批：以下为/).waitFor();
    await page.getByRole('img', { name: /柱状图：各村居核实结果/ }).waitFor();
    expect(await room.barriers(page)).toEqual([]);

    const { body } = await (await room.door.as('town1')).get<ReportView>(`/api/${CYCLE}/${id}/report`);
    const shown = await page.getByRole('region', { name: /各村居核实情况|镇级抽查/ }).getByRole('table').locator('td').allInnerTexts();
    expect(shown, 'every figure on the screen is one of the answer, and small numbers are words').toEqual(inTables(body).map((cell) => cell.shown.zh));
    expect(shown).toContain('少于5');

    const figure = page.getByRole('link', { name: /^南苑社区 未核实：\d+，打开计入的条目$/ });
    const count = await figure.innerText();
    await figure.click();
    await page.getByText(`共 ${count} 项`).waitFor();
    expect(page.url()).toContain('record-verification');
    await room.close();
  });

  test('in English, on paper, and taken away as Word', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('head1', { lang: 'en', dark: true });
    await page.goto(`${room.base}/reports/${CYCLE}/${await monthOf(room)}`);
    await page.getByRole('heading', { level: 1, name: /^Report on the month’s verification/ }).waitFor();
    await page.getByRole('table', { name: 'Villages', exact: true }).getByText('fewer than 5').first().waitFor();
    await page.getByRole('img', { name: /Bar chart: Results by village/ }).waitFor();
    expect(await page.title()).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(await room.barriers(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download Word' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^verification-cycle-.*\.docx$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    await room.close();
  });

  test('on a phone nothing runs off the screen', async () => {
    const room = await openRoom(inject('officeAt'));
    const { page } = await room.sit('town3', { phone: true });
    await page.goto(`${room.base}/reports/${CYCLE}/${await monthOf(room)}`);
    await page.getByRole('img', { name: /柱状图/ }).waitFor();
    await fits(page);
    expect(await room.barriers(page)).toEqual([]);
    await room.close();
  });

  test('is not there for those who do not read the month', async () => {
    const room = await openRoom(inject('officeAt'));
    room.expects(404);
    const { page } = await room.sit('village03');
    await page.goto(`${room.base}/reports/${CYCLE}/${await monthOf(room)}`);
    await page.getByText('没有这份报告，或它不在您的管辖范围内。').waitFor();
    await room.close();
  });
});
