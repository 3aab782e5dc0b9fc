/** A form in boxes as PDF: what does not fit on a page goes on in the next, under the same label. */
import { LABEL_SHARE, PAGE, TEXT_WIDTH } from './measures.ts';
import type { Block } from './paper.ts';

type Doc = PDFKit.PDFDocument;
type Row = Extract<Block, { kind: 'boxes' }>['rows'][number];
type Box = Row[number];

const PAD = 5;
const GAP = 0.35;
const LABEL = TEXT_WIDTH * LABEL_SHARE;
const BOTTOM = PAGE.height - PAGE.bottom;
const WHOLE = BOTTOM - PAGE.top;
const options = { align: 'left' as const };

const textWidth = (row: Row): number => TEXT_WIDTH / row.length - LABEL - 2 * PAD;
const tall = (doc: Doc, font: string, text: string, width: number, lineGap: number): number => doc.font(font).heightOfString(text || ' ', { ...options, width, lineGap });

const heightOf = (doc: Doc, row: Row, size: number): number => {
  doc.fontSize(size);
  const width = textWidth(row);
  return 2 * PAD + Math.max(...row.map(({ label, text, signed = [] }) =>
    Math.max(tall(doc, 'heading', label, LABEL - 2 * PAD, 0), tall(doc, 'plain', text, width, size * GAP) + (signed.length > 0 ? size * 0.5 + tall(doc, 'plain', signed.join('\n'), width, size * GAP) : 0))));
};

const drawBox = (doc: Doc, { label, text, signed = [] }: Box, at: { x: number; top: number; width: number; height: number }, size: number): void => {
  const { x, top, width, height } = at;
  doc.lineWidth(0.6).rect(x, top, LABEL, height).stroke().rect(x + LABEL, top, width - LABEL, height).stroke().fontSize(size);
  const high = tall(doc, 'heading', label, LABEL - 2 * PAD, 0);
  doc.font('heading').text(label, x + PAD, top + Math.max(PAD, (height - high) / 2), { width: LABEL - 2 * PAD, align: 'center' });
  const inner = { ...options, width: width - LABEL - 2 * PAD, lineGap: size * GAP };
  const below = tall(doc, 'plain', signed.join('\n'), inner.width, inner.lineGap);
  const own = tall(doc, 'plain', text, inner.width, inner.lineGap);
  // A short answer stands in the middle of its box, a signed one at the top.
  doc.font('plain').text(text, x + LABEL + PAD, top + (signed.length > 0 ? PAD : Math.max(PAD, (height - own + size * GAP) / 2)), inner);
  if (signed.length > 0) doc.text(signed.join('\n'), x + LABEL + PAD, top + height - PAD - below, { ...inner, align: 'right' });
};

/** A row as high as a page is parted: as much of its text as fits, the rest with the signatures after it. */
const parted = (doc: Doc, row: Row, size: number): Row[] => {
  const [box] = row;
  if (row.length > 1 || !box || heightOf(doc, row, size) <= WHOLE) return [row];
  const letters = [...box.text];
  let [fits, more] = [1, letters.length];
  while (fits < more) {
    const middle = Math.ceil((fits + more) / 2);
    if (heightOf(doc, [{ label: box.label, text: letters.slice(0, middle).join('') }], size) <= WHOLE) fits = middle; else more = middle - 1;
  }
  return [[{ label: box.label, text: letters.slice(0, fits).join('') }], ...parted(doc, [{ ...box, text: letters.slice(fits).join('') }], size)];
};

export const drawBoxes = (doc: Doc, rows: readonly Row[], size: number): void => {
  for (const row of rows.flatMap((one) => parted(doc, one, size))) {
    const height = heightOf(doc, row, size);
    if (doc.y + height > BOTTOM) doc.addPage();
    const top = doc.y;
    const width = TEXT_WIDTH / row.length;
    for (const [i, box] of row.entries()) drawBox(doc, box, { x: PAGE.left + i * width, top, width, height }, size);
    doc.x = PAGE.left;
    doc.y = top + height;
  }
  doc.moveDown(0.6);
};
