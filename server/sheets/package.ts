/** The archive of a workbook (ECMA-376), written part by part as its text comes. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that no XML may hold are left out; what reads as an escape of Excel's own is escaped. */
export const escaped = (text: string): string => text
  .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** `BC` for 54, counted from 0. */
export const letterOf = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26));

/** A name of a sheet has at most 31 characters, and not these. */
export const nameOf = (title: string, n = 0): string => escaped(`${title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 26)}${n > 0 ? ` ${n + 1}` : ''}`);

export type NamedSheet = { readonly name: string; readonly hidden?: true };

/** The parts that name the others; sheets in their order. */
const frame = (sheets: readonly NamedSheet[], styles: string): readonly (readonly [path: string, text: string])[] => [
  ['xl/styles.xml', styles],
  ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="styles" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`],
  ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`],
];

export type Part = { push(text: string): void; end(text: string): void };
export type Package = {
  /** The next sheet; it ends before another begins. */
  begin(sheet: NamedSheet): Part;
  /** What is ready to leave. */
  taken(): Uint8Array;
  /** Nothing comes after it. */
  end(styles: string): Uint8Array;
};

export const openPackage = (): Package => {
  let ready: Uint8Array[] = [];
  const sheets: NamedSheet[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = (): Uint8Array => {
    const bytes = Buffer.concat(ready);
    ready = [];
    return bytes;
  };
  const put = (path: string, text: string): void => {
    const file = new ZipPassThrough(path);
    zip.add(file);
    file.push(Buffer.from(text), true);
  };
  return {
    begin: (sheet) => {
      sheets.push(sheet);
      const file = new ZipDeflate(`xl/worksheets/sheet${sheets.length}.xml`, { level: 3 });
      zip.add(file);
      return { push: (text) => file.push(Buffer.from(text)), end: (text) => file.push(Buffer.from(text), true) };
    },
    taken,
    end: (styles) => {
      for (const [path, text] of frame(sheets, styles)) put(path, text);
      zip.end();
      return taken();
    },
  };
};
