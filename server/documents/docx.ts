/** A paper as a Word document, to be worked on and filed: styles and sizes of GB/T 9704, fonts by the names that Chinese offices have. */
import {
  AlignmentType, BorderStyle, convertMillimetersToTwip, Document, Footer, HeadingLevel, ImageRun, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType, PageOrientation, PageBorderOffsetFrom,
} from 'docx';
import type { IRunOptions } from 'docx';
import { drawBars, LOWEST } from './chart.ts';
import { pictureOfCode } from './code.ts';
import { CODE_SIZE, LABEL_SHARE, MARGINS_MM, numbered, SIZES, TEXT_WIDTH } from './measures.ts';
import type { Block, Paper } from './paper.ts';

type Size = (typeof SIZES)[keyof typeof SIZES];
type Table_ = Extract<Block, { kind: 'table' }>;

const TWIPS = 20;
const fonts = { body: '仿宋', title: '小标宋', heading: '黑体', plain: '宋体' } as const;
/** Half points, and a Chinese font beside the Latin one. */
const run = (text: string, font: keyof typeof fonts, points: number, more: IRunOptions = {}): TextRun =>
  new TextRun({ text, size: points * 2, font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: fonts[font] }, ...more });
const exactly = (points: number) => ({ line: Math.round(points * TWIPS), lineRule: LineRuleType.EXACT });

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const tableOf = ({ columns, rows, total, words }: Table_, points: number): Table => {
  const right = (i: number): boolean => i > 0 && !words.includes(i);
  const cell = (text: string, i: number, bold: boolean): TableCell => new TableCell({
    verticalAlign: VerticalAlignTable.CENTER, margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [new Paragraph({ alignment: right(i) ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [run(text, bold ? 'heading' : 'plain', points)] })],
  });
  const row = (cells: readonly string[], bold: boolean, tableHeader = false): TableRow => new TableRow({ tableHeader, cantSplit: true, children: cells.map((text, i) => cell(text, i, bold)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none, insideVertical: none },
    rows: [row(columns, true, true), ...rows.map((cells, i) => row(cells, total && i === rows.length - 1))],
  });
};

/** All of it on one sheet. */
const CERTIFICATE_MM = { top: 18, bottom: 16, left: 30, right: 30 } as const;
const CERTIFICATE_TITLE = 44;

/** A row's columns, and those of a label. */
const COLUMNS = 20;
const LABELS = Math.round(COLUMNS * LABEL_SHARE);
const FRAMED = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };

const boxesOf = ({ rows }: Extract<Block, { kind: 'boxes' }>, points: number): Table => {
  const cell = (columnSpan: number, children: Paragraph[]): TableCell => new TableCell({ columnSpan, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 80, bottom: 80, left: 90, right: 90 }, children });
  const line = (text: string, font: keyof typeof fonts, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph => new Paragraph({ alignment, spacing: { line: Math.round(points * 1.35 * TWIPS), lineRule: LineRuleType.AT_LEAST }, children: [run(text, font, points)] });
  const boxOf = ({ label, text, signed = [] }: (typeof rows)[number][number], across: number): TableCell[] => [
    cell(LABELS, [line(label, 'heading', AlignmentType.CENTER)]),
    cell(across - LABELS, [...text.split('\n').map((part) => line(part, 'plain', AlignmentType.LEFT)), ...signed.map((part) => line(part, 'plain', AlignmentType.RIGHT))]),
  ];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: Array.from({ length: COLUMNS }, () => Math.round((TEXT_WIDTH * TWIPS) / COLUMNS)), borders: FRAMED,
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.flatMap((box) => boxOf(box, COLUMNS / row.length)) })),
  });
};

const codeOf = ({ holds, says }: Extract<Block, { kind: 'code' }>, size: Size): Paragraph[] => {
  const across = CODE_SIZE * (96 / 72);
  return [
    new Paragraph({ children: [new ImageRun({ type: 'png', data: pictureOfCode(holds), transformation: { width: across, height: across }, altText: { name: says, title: says, description: holds } })] }),
    new Paragraph({ children: [run(says, 'plain', size.small)] }),
  ];
};

/** Word parts no picture: one with low bars seldom has to go to the next page. */
const pictureOf = ({ chart, says }: Extract<Block, { kind: 'bars' }>): Paragraph => {
  const { png, width, height } = drawBars(chart, { from: 0, to: chart.bars.length, bar: LOWEST });
  const across = TEXT_WIDTH * (96 / 72);
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data: png, transformation: { width: across, height: (across / width) * height }, altText: { name: says.slice(0, 60), title: says.slice(0, 60), description: says } })] });
};

const partOf = (block: Block, size: Size, heading: () => number, lang: Paper['lang']): (Paragraph | Table)[] => {
  const indent = { firstLine: size.indent * size.text * TWIPS };
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_1, indent, keepNext: true, spacing: { ...exactly(size.line), before: 120 }, children: [run(numbered(lang, heading(), block.text), 'heading', size.text, { color: '000000' })] })];
    case 'text': return [new Paragraph({ indent, spacing: exactly(size.line), children: [run(block.text, 'body', size.text)] })];
    case 'addressee': return [new Paragraph({ spacing: exactly(size.line), children: [run(block.text, 'body', size.text)] })];
    case 'boxes': return [boxesOf(block, size.box), new Paragraph({ spacing: exactly(8), children: [] })];
    case 'code': return codeOf(block, size);
    case 'note': return [new Paragraph({ spacing: { before: 60, after: 120 }, children: [run(block.text, 'plain', size.small)] })];
    // Word wants a paragraph between two tables.
    case 'table': return [tableOf(block, size.table), new Paragraph({ spacing: exactly(8), children: [] })];
    case 'bars': return [pictureOf(block)];
    case 'signatures': return [new Paragraph({ spacing: exactly(size.line), children: [] }), ...block.lines.map((line) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, spacing: exactly(size.line), children: [run(line, 'body', size.text)] }))];
  }
};

export const writeDocx = async (paper: Paper): Promise<Buffer> => {
  const { lang, title, under, mark, blocks, look } = paper;
  const size = SIZES[lang];
  const certifies = look === 'certificate';
  let headings = 0;
  const centred = (text: string, font: keyof typeof fonts, points: number, line: number, after: number, more: { heading?: typeof HeadingLevel.TITLE } = {}): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...exactly(line), after }, ...more, children: [run(text, font, points, { color: '000000' })] });
  const margin = Object.fromEntries(Object.entries(certifies ? CERTIFICATE_MM : MARGINS_MM).map(([side, mm]) => [side, convertMillimetersToTwip(mm)]));
  const frame = { style: BorderStyle.DOUBLE, size: 12, color: '000000', space: 24 };
  // Word turns the sheet by itself.
  const sheet = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297), ...(certifies && { orientation: PageOrientation.LANDSCAPE }) };
  const pages = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run('— ', 'plain', size.foot), new TextRun({ children: [PageNumber.CURRENT], size: size.foot * 2 }), run(' —', 'plain', size.foot)] })] });
  const document = new Document({
    title: `${title} ${under}`, creator: '', styles: { default: { document: { run: { language: { value: 'en-GB', eastAsia: 'zh-CN' } } } } },
    sections: [{
      properties: { page: { size: sheet, margin: { ...margin, footer: convertMillimetersToTwip(25) }, ...(certifies && { borders: { pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE }, pageBorderTop: frame, pageBorderBottom: frame, pageBorderLeft: frame, pageBorderRight: frame } }) } },
      ...(!certifies && { footers: { default: pages } }),
      children: [
        ...(mark ? [centred(mark, 'heading', size.small, size.small * 1.8, 120)] : []),
        centred(title, 'title', certifies ? CERTIFICATE_TITLE : size.title, (certifies ? CERTIFICATE_TITLE : size.title) * 1.5, 60, { heading: HeadingLevel.TITLE }), centred(under, 'body', size.text, size.line, 240),
        ...blocks.flatMap((block) => partOf(block, size, () => (headings += 1), lang)),
      ],
    }],
  });
  return Packer.toBuffer(document);
};
