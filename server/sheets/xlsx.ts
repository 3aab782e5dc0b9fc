/** A workbook written as its rows come: texts stand in the cells, so that no table of them is held; nothing in it is a formula. */
import { guarded } from '../../workflows/office/tables.ts';
import type { Cell } from '../../workflows/office/tables.ts';
import { escaped, HEAD, letterOf, MAIN, nameOf, openPackage } from './package.ts';
import type { Part } from './package.ts';
import type { Sheet } from './sheet.ts';

/** A sheet ends at 1,048,576 rows; what is more goes on in the next. */
const ROWS_PER_SHEET = 1_000_000;

export const cellOf = (cell: Cell, at: string, style: string): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(String(guarded(cell)))}</t></is></c>`;
};
export const rowOf = (cells: readonly Cell[], n: number, bold = false): string => `<row r="${n}">${cells.map((cell, i) => cellOf(cell, letterOf(i) + String(n), bold ? ' s="1"' : '')).join('')}</row>`;

const widths = (columns: readonly number[]): string => `<cols>${columns.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
export const opening = (columns: readonly number[], frozen: boolean): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''}</sheetView></sheetViews>${widths(columns)}<sheetData>`;
/** Every printed page says who took it. */
export const footerOf = (mark: string): string => `<headerFooter><oddFooter>&amp;L${escaped(mark.slice(0, 200).replaceAll('&', '&&'))}</oddFooter></headerFooter>`;
export const closing = (mark: string): string => `</sheetData>${footerOf(mark)}</worksheet>`;
/** Who, when and why, in one line. */
export const lineOf = (marks: readonly (readonly [string, string])[]): string => marks.slice(0, 3).map(([, value]) => value).join(' · ');

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

export async function* writeXlsx({ title, header, batches, marks }: Sheet): AsyncGenerator<Uint8Array> {
  const book = openPackage();
  const columns = header.map((name) => Math.max(10, name.length * 2 + 4));
  const mark = lineOf(marks(0));
  let sheets = 0;
  const beginSheet = (): Part => {
    const sheet = book.begin({ name: nameOf(title, sheets) });
    sheets += 1;
    sheet.push(opening(columns, true) + rowOf(header, 1, true));
    return sheet;
  };

  let sheet = beginSheet();
  let [rows, here] = [0, 1];
  for await (const batch of batches) {
    if (here + batch.length > ROWS_PER_SHEET) {
      sheet.end(closing(mark));
      sheet = beginSheet();
      here = 1;
    }
    sheet.push(batch.map((cells) => rowOf(cells, (here += 1))).join(''));
    rows += batch.length;
    yield book.taken();
  }
  sheet.end(closing(mark));

  const said = marks(rows);
  book.begin({ name: nameOf(said[0]?.[0] ?? 'Export') }).end(opening([20, 80], false) + said.map((cells, i) => rowOf(cells, i + 1)).join('') + closing(mark));
  yield book.end(STYLES);
}
