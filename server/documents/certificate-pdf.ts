/** A certificate as PDF: one wide sheet in a double frame, its square to be scanned at the lower left, seal and day at the lower right. */
import { drawCode } from './code.ts';
import { CODE_SIZE, PAGE } from './measures.ts';
import type { Paper } from './paper.ts';

/** A4 on its side. */
const [WIDE, HIGH] = [PAGE.height, PAGE.width];
const SIZES = { zh: { title: 48, apart: 24, name: 24, text: 20, line: 34, small: 12, indent: 2 }, en: { title: 40, apart: 2, name: 20, text: 16, line: 26, small: 10, indent: 0 } } as const;
const FRAME = 28;
const EDGE = 92;

export const drawCertificate = (doc: PDFKit.PDFDocument, { lang, title, under, blocks }: Paper): void => {
  const size = SIZES[lang];
  const width = WIDE - 2 * EDGE;
  // Nothing on it goes over to another page.
  doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
  doc.lineWidth(3).rect(FRAME, FRAME, WIDE - 2 * FRAME, HIGH - 2 * FRAME).stroke().lineWidth(0.8).rect(FRAME + 8, FRAME + 8, WIDE - 2 * FRAME - 16, HIGH - 2 * FRAME - 16).stroke();
  doc.font('title').fontSize(size.title).text(title, EDGE, 78, { width, align: 'center', characterSpacing: size.apart });
  doc.font('plain').fontSize(size.small).text(under, EDGE, 152, { width, align: 'right' });
  doc.y = 188;
  for (const block of blocks) {
    if (block.kind === 'addressee') doc.font('title').fontSize(size.name).text(block.text, EDGE, doc.y, { width }).moveDown(0.3);
    if (block.kind === 'text') {
      doc.font('body').fontSize(size.text);
      doc.text(block.text, EDGE, doc.y, { width, indent: size.indent * size.text, lineGap: Math.max(0, size.line - doc.currentLineHeight(true)) });
    }
  }
  const low = HIGH - FRAME - 8 - CODE_SIZE - 34;
  for (const block of blocks) {
    if (block.kind === 'code') {
      drawCode(doc, block.holds, EDGE - 12, low, CODE_SIZE);
      doc.font('plain').fontSize(size.small).text(block.says, EDGE, low + CODE_SIZE + 2, { lineBreak: false });
    }
    if (block.kind === 'signatures') doc.font('body').fontSize(size.text).text(block.lines.join('\n'), EDGE, low + 24, { width, align: 'right', lineGap: 8 });
  }
};
