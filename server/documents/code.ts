/** An address as a square to be scanned (GB/T 18284), black on white with the quiet zone it needs. */
import { encode } from 'uqr';
import { Resvg } from '@resvg/resvg-js';

/** Readable with a quarter of it soiled. */
const cellsOf = (holds: string): readonly (readonly boolean[])[] => encode(holds, { ecc: 'Q', border: 4 }).data;

type Cell = { readonly x: number; readonly y: number };
const darkOf = (cells: readonly (readonly boolean[])[]): Cell[] => cells.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [{ x, y }] : [])));

/** As lines of the paper itself, sharp at any size. */
export const drawCode = (doc: PDFKit.PDFDocument, holds: string, left: number, top: number, size: number): void => {
  const cells = cellsOf(holds);
  const cell = size / cells.length;
  for (const { x, y } of darkOf(cells)) doc.rect(left + x * cell, top + y * cell, cell, cell);
  doc.fill('black');
};

const DOTS = 600;
export const pictureOfCode = (holds: string): Buffer => {
  const cells = cellsOf(holds);
  const path = darkOf(cells).map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cells.length} ${cells.length}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  return new Resvg(svg, { fitTo: { mode: 'width', value: DOTS } }).render().asPng();
};
