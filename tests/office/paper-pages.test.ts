/** How papers go over pages: no page is left half empty, a heading stands with what it heads, a table that goes on says its columns again. */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastHeight, LOWEST, sharedOut } from '../../server/documents/chart.ts';
import { writeDocx } from '../../server/documents/docx.ts';
import { PAGE, TEXT_WIDTH } from '../../server/documents/measures.ts';
import type { Block, Paper } from '../../server/documents/paper.ts';
import { writePdf } from '../../server/documents/pdf.ts';

const WHOLE = PAGE.height - PAGE.bottom - PAGE.top;
const heading: Block = { kind: 'heading', text: '各村居核实结果' };
const line: Block = { kind: 'text', text: '本月应核登记信息6092条。' };
const chartOf = (count: number): Block => ({ kind: 'bars', says: '各村居核实结果', chart: { legend: ['一致', '更正'], bars: Array.from({ length: count }, (_, i) => ({ name: `第${i + 1}村`, values: [600 - i, i] })) } });
const tableOf = (count: number): Block => ({ kind: 'table', columns: ['村居', '应核'], rows: Array.from({ length: count }, (_, i) => [`第${i + 1}村`, String(i)]), total: false, words: [] });
const paper = (...blocks: Block[]): Paper => ({ lang: 'zh', title: '信息月度核实情况报告', under: '2026年11月', mark: null, blocks });
const lines = (count: number): Block[] => Array.from({ length: count }, () => line);

/** How many pictures stand on each page. */
const picturesByPage = async (one: Paper): Promise<number[]> => {
  const objects = new Map([...(await writePdf(one)).toString('latin1').matchAll(/^(\d+) 0 obj\n([^]*?)\nendobj$/gm)].map(([, id, text]) => [id, text ?? '']));
  const resources = [...objects.values()].filter((text) => /\/Type \/Page\n/.test(text)).map((text) => objects.get(/\/Resources (\d+) 0 R/.exec(text)?.[1] ?? '') ?? '');
  return resources.map((text) => [...text.matchAll(/\/I\d+ /g)].length);
};

const pagesOf = async (one: Paper): Promise<number> => [...(await writePdf(one)).toString('latin1').matchAll(/\/Type \/Page\n/g)].length;

test('the report of a month of eighteen villages, its notes in sight of the signatures, takes three pages', async () => {
  const note: Block = { kind: 'note', text: '少于5的人数不列示，写作“少于5”。' };
  const listed: Block = { kind: 'note', text: `数据取自2026年11月23日09:00的6110件办件，名单指纹 ${'0123456789abcdef'.repeat(4)}。` };
  const report = paper(heading, ...lines(6), heading, chartOf(18), heading, tableOf(19), heading, tableOf(19), heading, ...lines(2), heading, tableOf(2), { kind: 'signatures', lines: ['报告人：（未签）', '签批人：（未签）'] }, note, note, listed);
  expect(await pagesOf({ ...report, mark: '未签批，临时数（截至2026年11月23日09:00）' })).toBe(3);
});

describe('a chart', () => {
  test('stands below its heading where the page can hold it with lower bars', async () => expect(await picturesByPage(paper(...lines(6), heading, chartOf(18)))).toEqual([1]));
  test('is parted where it cannot, and where it is higher than a page', async () => {
    expect(await picturesByPage(paper(...lines(10), heading, chartOf(30)))).toEqual([1, 1]);
    expect(await picturesByPage(paper(heading, chartOf(80)))).toEqual([1, 1]);
  });
  test('goes to the next page with its heading where hardly a bar would stand on this one', async () => expect(await picturesByPage(paper(...lines(18), heading, chartOf(18)))).toEqual([0, 1]));

  test('of any height, on any room, shows each bar once, on no page more than it holds, and leaves no half of one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: Math.floor(WHOLE) }), (count, room) => {
      const shares = sharedOut(count, room, WHOLE, TEXT_WIDTH);
      expect(shares.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual(Array.from({ length: count }, (_, i) => i));
      const onFirst = room >= leastHeight(count, TEXT_WIDTH);
      for (const [i, { from, to, bar }] of shares.entries()) {
        const height = leastHeight(0, TEXT_WIDTH) + ((to - from) * bar * TEXT_WIDTH) / 640;
        const held = i === 0 && onFirst ? room : WHOLE;
        expect(height).toBeLessThanOrEqual(held + 0.01);
        if (i < shares.length - 1) expect(held - height).toBeLessThan(WHOLE / 4);
        expect(bar).toBeGreaterThanOrEqual(LOWEST);
      }
      if (!onFirst) expect(room).toBeLessThan(WHOLE / 2);
    }));
  });
});

test('a table of a Word document says its columns again on every page, and parts no row', async () => {
  const document = new TextDecoder().decode(unzipSync(await writeDocx(paper(heading, chartOf(18), heading, tableOf(60))))['word/document.xml']);
  const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row);
  expect(rows).toHaveLength(61);
  expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, ...Array.from({ length: 60 }, () => false)]);
  expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
});
