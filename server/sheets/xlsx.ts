/** A workbook written as its rows come (ECMA-376): texts stand in the cells, so that no table of them is held; nothing in it is a formula. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { guarded } from '../../workflows/office/tables.ts';
import type { Cell } from '../../workflows/office/tables.ts';
import type { Sheet } from './sheet.ts';

/** A sheet ends at 1,048,576 rows; what is more goes on in the next. */
const ROWS_PER_SHEET = 1_000_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that no XML may hold are left out; what reads as an escape of Excel's own is escaped. */
const escaped = (text: string): string => text
  .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const letterOf = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26));

const cellOf = (cell: Cell, at: string, style: string): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(String(guarded(cell)))}</t></is></c>`;
};
const rowOf = (cells: readonly Cell[], n: number, bold = false): string => `<row r="${n}">${cells.map((cell, i) => cellOf(cell, letterOf(i) + String(n), bold ? ' s="1"' : '')).join('')}</row>`;

const widths = (columns: readonly number[]): string => `<cols>${columns.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
const opening = (columns: readonly number[], frozen: boolean): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''}</sheetView></sheetViews>${widths(columns)}<sheetData>`;
/** Every printed page says who took it. */
const closing = (mark: string): string => `</sheetData><headerFooter><oddFooter>&amp;L${escaped(mark.slice(0, 200).replaceAll('&', '&&'))}</oddFooter></headerFooter></worksheet>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** A name of a sheet has at most 31 characters, and not these. */
const nameOf = (title: string, n: number): string => escaped(`${title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 26)}${n > 0 ? ` ${n + 1}` : ''}`);

/** The parts that name the others. */
const frame = (names: readonly string[]): readonly (readonly [path: string, text: string])[] => [
  ['xl/styles.xml', STYLES],
  ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => `<Relationship Id="r${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="styles" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`],
  ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`],
];

export async function* writeXlsx({ title, header, batches, marks }: Sheet): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = (): Uint8Array => {
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  };
  const begin = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 3 });
    zip.add(file);
    return file;
  };
  const put = (path: string, text: string): void => {
    const file = new ZipPassThrough(path);
    zip.add(file);
    file.push(Buffer.from(text), true);
  };
  const columns = header.map((name) => Math.max(10, name.length * 2 + 4));
  const mark = marks(0).slice(0, 3).map(([, value]) => value).join(' · ');
  const names: string[] = [];
  const beginSheet = (): ZipDeflate => {
    names.push(nameOf(title, names.length));
    const sheet = begin(`xl/worksheets/sheet${names.length}.xml`);
    sheet.push(Buffer.from(opening(columns, true) + rowOf(header, 1, true)));
    return sheet;
  };

  let sheet = beginSheet();
  let [rows, here] = [0, 1];
  for await (const batch of batches) {
    if (here + batch.length > ROWS_PER_SHEET) {
      sheet.push(Buffer.from(closing(mark)), true);
      sheet = beginSheet();
      here = 1;
    }
    sheet.push(Buffer.from(batch.map((cells) => rowOf(cells, (here += 1))).join('')));
    rows += batch.length;
    yield taken();
  }
  sheet.push(Buffer.from(closing(mark)), true);

  const said = marks(rows);
  names.push(nameOf(said[0]?.[0] ?? 'Export', 0));
  put(`xl/worksheets/sheet${names.length}.xml`, opening([20, 80], false) + said.map((cells, i) => rowOf(cells, i + 1)).join('') + closing(mark));
  for (const [path, text] of frame(names)) put(path, text);
  zip.end();
  yield taken();
}
