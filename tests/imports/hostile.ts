/** Files that nobody should read: each is small and meant to hurt, or to be misread. */
import { crc32, deflateRawSync } from 'node:zlib';

type Parts = Readonly<Record<string, string | Buffer>>;

const numbers = (...of: [bytes: 2 | 4, value: number][]): Buffer => Buffer.concat(of.map(([bytes, value]) => { const one = Buffer.alloc(bytes); one.writeUIntLE(value, 0, bytes); return one; }));

/** An archive of these parts, as any program writes it. */
const zip = (parts: Parts): Buffer => {
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain, { level: 1 });
    const about = numbers([2, 20], [2, 0], [2, 8], [4, 0], [4, crc32(plain)], [4, packed.length], [4, plain.length], [2, name.length], [2, 0]);
    const body = Buffer.concat([numbers([4, 0x04034b50]), about, Buffer.from(name), packed]);
    entries.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), about, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), Buffer.from(name)]));
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...bodies, directory, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, at], [2, 0])]);
};

const TYPES = '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
const book = (sheet: string | Buffer, more: Parts = {}): Buffer => zip({
  '[Content_Types].xml': TYPES,
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet, ...more,
});
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (rows: string, tail = ''): string => `<worksheet><sheetData>${rows}</sheetData>${tail}</worksheet>`;
const HEAD = `<row r="1">${cell('A1', '编码')}${cell('B1', '姓名')}</row>`;
const ROW = `<row r="2">${cell('A2', '999901101001010001')}${cell('B2', '安以宁')}</row>`;

const LOL = `<!DOCTYPE worksheet [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;

/** What each is, and why it is refused. */
export const hostileFiles = (): [name: string, why: string, file: Buffer][] => [
  ['a bomb', 'bomb', book(Buffer.alloc(300 * 2 ** 20, ' '))],
  ['a billion laughs', 'doctype', book(LOL + sheet(HEAD + ROW.replace('安以宁', '&j;')))],
  ['an entity of another file', 'doctype', book(`<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheet(HEAD)}`)],
  ['macros', 'macros', book(sheet(HEAD + ROW), { 'xl/vbaProject.bin': 'x' })],
  ['formulas', 'formula', book(sheet(`${HEAD}<row r="2">${cell('A2', '1')}<c r="B2"><f>HYPERLINK("x")</f><v>1</v></c></row>`))],
  ['quantities for names of columns', 'no-header', book(sheet(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="b"><v>1</v></c></row>${ROW}`))],
  ['merged cells', 'merged', book(sheet(HEAD + ROW, '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>'))],
  ['a million columns', 'too-many-columns', book(sheet(`<row r="1">${Array.from({ length: 1_000_000 }, (_, i) => `<c><v>${(i * 7919) % 999_983}</v></c>`).join('')}</row>`))],
  ['an archive within archives', 'not-a-table', zip({ 'a.zip': zip({ 'b.zip': zip({ 'c.xlsx': book(sheet(HEAD)) }) }) })],
  ['no archive at all', 'broken', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000, 7)])],
  ['half a workbook', 'broken', book(sheet(HEAD + ROW)).subarray(0, 700)],
  ['an old workbook', 'old-or-locked', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000)])],
  ['a program', 'not-a-table', Buffer.concat([Buffer.from('\u007fELF'), Buffer.alloc(2_000)])],
  ['nothing', 'empty', Buffer.alloc(0)],
];
