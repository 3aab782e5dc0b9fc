/** A paper as PDF, every glyph in it. */
import Pdf from 'pdfkit';
import { drawBars, leastHeight, sharedOut } from './chart.ts';
import { drawCertificate } from './certificate-pdf.ts';
import { drawBoxes } from './boxes-pdf.ts';
import { drawCode } from './code.ts';
import { fontFiles } from './fonts.ts';
import { CODE_SIZE, numbered, PAGE, SIZES, TEXT_WIDTH } from './measures.ts';
import type { Block, Paper } from './paper.ts';

type Doc = PDFKit.PDFDocument;
type Size = (typeof SIZES)[keyof typeof SIZES];
type Table = Extract<Block, { kind: 'table' }>;
type Chart = Extract<Block, { kind: 'bars' }>['chart'];

const BOTTOM = PAGE.height - PAGE.bottom;
/** Within a cell: less above and below, so that a month of eighteen villages takes three pages. */
const PAD = { side: 3.5, above: 2.5 } as const;
/** A picture is whole dots high. */
const ROUNDING = 1;

/** Leading is what lies between two lines beyond the letters. */
const set = (doc: Doc, font: keyof typeof fontFiles, size: number, line: number, text: string, more: PDFKit.Mixins.TextOptions = {}): void => {
  doc.font(font).fontSize(size);
  doc.text(text, { width: TEXT_WIDTH, lineGap: Math.max(0, line - doc.currentLineHeight(true)), ...more });
};

/** Goes to the next page where so much does not fit on this one. */
const need = (doc: Doc, height: number): void => {
  if (doc.y + height > BOTTOM) doc.addPage();
};

const widthsOf = ({ columns, words }: Table): number[] => {
  const parts = columns.map((_, i) => (i === 0 ? 1.7 : words.includes(i) ? 2 : 1));
  const all = parts.reduce((sum, one) => sum + one, 0);
  return parts.map((part) => (part / all) * TEXT_WIDTH);
};

const drawTable = (doc: Doc, table: Table, size: number): void => {
  const widths = widthsOf(table);
  const heightOf = (cells: readonly string[]): number => Math.max(...cells.map((cell, i) => doc.heightOfString(cell, { width: (widths[i] ?? 0) - 2 * PAD.side }))) + 2 * PAD.above;
  const row = (cells: readonly string[], font: keyof typeof fontFiles, heavy: boolean): void => {
    doc.font(font).fontSize(size);
    const height = heightOf(cells);
    const top = doc.y;
    let x: number = PAGE.left;
    for (const [i, cell] of cells.entries()) {
      const width = widths[i] ?? 0;
      doc.text(cell, x + PAD.side, top + PAD.above, { width: width - 2 * PAD.side, align: i === 0 || table.words.includes(i) ? 'left' : 'right' });
      x += width;
    }
    doc.lineWidth(heavy ? 1 : 0.4).moveTo(PAGE.left, top + height).lineTo(PAGE.left + TEXT_WIDTH, top + height).stroke();
    doc.x = PAGE.left;
    doc.y = top + height;
  };
  const head = (): void => {
    doc.lineWidth(1).moveTo(PAGE.left, doc.y).lineTo(PAGE.left + TEXT_WIDTH, doc.y).stroke();
    row(table.columns, 'heading', true);
  };
  need(doc, 4 * (size + 2 * PAD.above));
  head();
  for (const [i, cells] of table.rows.entries()) {
    const last = i === table.rows.length - 1;
    doc.font('plain').fontSize(size);
    if (doc.y + heightOf(cells) > BOTTOM) { doc.addPage(); head(); }
    row(cells, last && table.total ? 'heading' : 'plain', last);
  }
  doc.moveDown(0.6);
};

const drawChart = (doc: Doc, chart: Chart): void => {
  for (const share of sharedOut(chart.bars.length, BOTTOM - doc.y, BOTTOM - PAGE.top, TEXT_WIDTH)) {
    const { png, width, height } = drawBars(chart, share);
    const tall = (TEXT_WIDTH / width) * height;
    need(doc, tall - ROUNDING);
    doc.image(png, PAGE.left, doc.y, { width: TEXT_WIDTH });
    doc.y += tall + 6;
  }
};

/** A heading stands on the page of what it heads. */
const heads = (next: Block | undefined, size: Size): number => size.line + (next?.kind === 'bars' ? leastHeight(next.chart.bars.length, TEXT_WIDTH) : 3 * size.line);

const drawBlock = (doc: Doc, block: Block, next: Block | undefined, size: Size, heading: () => number, lang: Paper['lang']): void => {
  switch (block.kind) {
    case 'heading':
      need(doc, heads(next, size));
      set(doc, 'heading', size.text, size.line, numbered(lang, heading(), block.text), { indent: size.indent * size.text });
      break;
    case 'text': set(doc, 'body', size.text, size.line, block.text, { indent: size.indent * size.text }); break;
    case 'addressee': set(doc, 'body', size.text, size.line, block.text); break;
    case 'boxes': drawBoxes(doc, block.rows, size.box); break;
    case 'code':
      need(doc, CODE_SIZE + 2 * size.small);
      drawCode(doc, block.holds, PAGE.left, doc.y, CODE_SIZE);
      doc.y += CODE_SIZE + 4;
      set(doc, 'plain', size.small, size.small * 1.6, block.says);
      break;
    case 'note': set(doc, 'plain', size.small, size.small * 1.6, block.text); doc.moveDown(0.4); break;
    case 'table': drawTable(doc, block, size.table); break;
    case 'bars': drawChart(doc, block.chart); break;
    case 'signatures':
      need(doc, (block.lines.length + 1) * size.line);
      doc.moveDown(1);
      for (const line of block.lines) set(doc, 'body', size.text, size.line, line, { align: 'right' });
      doc.moveDown(0.6);
      break;
  }
};

/** Each at the foot of its page, once it is known how many there are. */
const numberPages = (doc: Doc, size: number): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.font('body').fontSize(size).text(`— ${page + 1} —`, PAGE.left, BOTTOM + 28, { width: TEXT_WIDTH, align: 'center', lineBreak: false });
  }
};

const drawLetter = (doc: Doc, { lang, title, under, mark, blocks }: Paper): void => {
  const size = SIZES[lang];
  if (mark) { set(doc, 'heading', size.small, size.small * 1.6, mark, { align: 'center' }); doc.moveDown(0.5); }
  set(doc, 'title', size.title, size.title * 1.4, title, { align: 'center' });
  set(doc, 'body', size.text, size.line, under, { align: 'center' });
  doc.moveDown(0.8);
  let headings = 0;
  for (const [i, block] of blocks.entries()) drawBlock(doc, block, blocks[i + 1], size, () => (headings += 1), lang);
  numberPages(doc, size.foot);
};

export const writePdf = async (paper: Paper): Promise<Buffer> => {
  const { lang, title, under, look } = paper;
  const doc = new Pdf({
    size: 'A4', layout: look === 'certificate' ? 'landscape' : 'portrait', margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right }, bufferPages: true,
    lang: lang === 'zh' ? 'zh-CN' : 'en', displayTitle: true, info: { Title: `${title} ${under}` },
  });
  const bytes: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise<void>((resolve) => { doc.on('end', resolve); });
  for (const [name, file] of Object.entries(fontFiles)) doc.registerFont(name, file);
  (look === 'certificate' ? drawCertificate : drawLetter)(doc, paper);
  doc.end();
  await ended;
  return Buffer.concat(bytes);
};
