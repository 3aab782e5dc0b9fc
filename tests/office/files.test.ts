/** Files at the office: told by their bytes, named harmlessly, and asked for by a field that says which and how many. */
import { describe, expect, test } from 'vitest';
import { fileErrors, namedFiles, queryOfFiles } from '../../workflows/kit/files.ts';
import { form, readForm } from '../../workflows/kit/form.ts';
import { attachment, evidenceOrFiles, minutes, postedSheet } from '../../workflows/office/fields.ts';
import { dimensionsOf } from '../../workflows/office/files/dimensions.ts';
import { formatOf } from '../../workflows/office/files/kinds.ts';
import { officeName } from '../../workflows/office/files/names.ts';
import { watchPdf } from '../../workflows/office/files/pdf.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const label = { zh: '测试', en: 'Test' };
const [ONE, TWO] = ['f000000000000000000000001', 'f000000000000000000000002'];

describe('a file is what its first bytes say', () => {
  test.each([
    ['a JPEG', '\xff\xd8\xff\xe0rest of it', 'jpeg'], ['a PNG', '\x89PNG\r\n\x1a\nrest', 'png'], ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', 'webp'], ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['html in UTF-16', '\xff\xfe<\0s\0c\0r\0i\0p\0t\0', null], ['html', '<!doctype html><script>', null], ['svg', '<svg xmlns="http://www.w3.org/2000/svg">', null], ['a PDF behind something else', 'GIF89a %PDF-1.7', null],
    ['a RIFF that is no picture', 'RIFF\0\0\0\0WAVEfmt ', null], ['a zip', 'PK\x03\x04', null], ['nothing', '', null],
  ])('%s', (_, head, format) => expect(formatOf(bytes(head))).toBe(format));

  test('and as large as its header says, before anything is unpacked', () => {
    const png = new Uint8Array(24);
    new DataView(png.buffer).setUint32(16, 50_000);
    new DataView(png.buffer).setUint32(20, 40_000);
    expect(dimensionsOf('png', png)).toEqual({ width: 50_000, height: 40_000 });
    const jpeg = bytes('\xff\xd8\xff\xe1\x00\x04ab\xff\xc0\x00\x11\x08\x01\x02\x03\x04\x03rest of the frame');
    expect(dimensionsOf('jpeg', jpeg)).toEqual({ width: 0x0304, height: 0x0102 });
    expect(dimensionsOf('jpeg', bytes('\xff\xd8\xff\xe1\xff\xff'))).toBeNull();
    expect(dimensionsOf('webp', bytes('RIFF'))).toBeNull();
  });
});

describe('a PDF', () => {
  const looked = (...pieces: string[]): string | null => {
    const watch = watchPdf();
    for (const piece of pieces) watch.see(bytes(piece));
    return watch.found();
  };
  test('passes where it ends as one', () => expect(looked('%PDF-1.4 1 0 obj', ' … startxref 9 %%EOF\n')).toBeNull());
  test('is broken where it does not', () => expect(looked('%PDF-1.4 1 0 obj')).toBe('broken'));
  test.each([['a script', '/S /JavaScript /JS (x)'], ['a script in other letters', '/S /J#61vaScript'], ['a program', '/S /Launch'], ['a file in it', '/Names << /EmbeddedFiles 3 0 R >>']])(
    'with %s is refused', (_, inside) => expect(looked(`%PDF-1.4 ${inside} %%EOF`)).toBe('active'));
  test('is seen through across two pieces', () => expect(looked('%PDF-1.4 /Java', 'Script (x) %%EOF')).toBe('active'));
  test('may speak of scripts in a word of its own', () => expect(looked('%PDF-1.4 /JSON /JavaScripts %%EOF')).toBeNull());
});

test.each([
  ['"><img src=x onerror=alert(1)>.pdf', 'pdf', 'img src_x onerror_alert(1).pdf'], ['../../etc/passwd', 'pdf', 'passwd.pdf'], ['C:\\docs\\评议记录.docx', 'pdf', '评议记录.pdf'],
  ['a\r\nSet-Cookie: x=1.jpg', 'picture', 'a_Set-Cookie_ x_1.jpg'], ['', 'picture', '图片.jpg'], ['...', 'pdf', '文件.pdf'], ['\u202Egpj.exe', 'picture', 'gpj.jpg'],
  ['张三 99990119850412002X.png', 'picture', '张三.jpg'], ['照'.repeat(200), 'picture', `${'照'.repeat(60)}.jpg`],
] as const)('the name %j becomes harmless', (given, kind, name) => expect(officeName(given, kind)).toBe(name));

describe('a field for files', () => {
  const photos = form({ group: form({ rows: attachment(label, { kinds: ['picture'], max: 2, megabytes: 5 }).optional() }) });
  const complaints = (data: object): string[] => {
    const read = readForm(photos, data);
    return read.ok ? [] : Object.keys(read.errors);
  };
  test('takes ids of the office, each once, no more than it says', () => {
    expect(complaints({ group: { rows: [ONE, TWO] } })).toEqual([]);
    expect(complaints({ group: {} })).toEqual([]);
    expect(complaints({ group: { rows: [] } })).toEqual(['group.rows']);
    expect(complaints({ group: { rows: [ONE, ONE] } })).toEqual(['group.rows']);
    expect(complaints({ group: { rows: [''] } })).toEqual(['group.rows']);
    expect(complaints({ group: { rows: [ONE, TWO, 'f000000000000000000000003'] } })).toEqual(['group.rows']);
  });
  test('asks only for what it names, whatever else was typed', () => {
    expect(queryOfFiles(photos, { group: { rows: [ONE, 7, '\0', null] } }, 'village01', 'c1')).toEqual({ ask: 'files', person: 'village01', case: 'c1', ids: [ONE] });
    for (const data of [null, 'x', { group: [1] }, { group: { rows: 'f' } }]) expect(queryOfFiles(photos, data, 'village01', 'c1')).toBeNull();
  });
  test('refuses at its place what is not there, of another kind or too large', () => {
    const named = namedFiles(photos, { group: { rows: [ONE] } });
    expect(fileErrors(named, [{ id: ONE, type: 'image/jpeg', bytes: 5_000_000 }])).toEqual({});
    expect(fileErrors(named, [])['group.rows']?.en).toMatch(/not there/);
    expect(fileErrors(named, [{ id: ONE, type: 'application/pdf', bytes: 1 }])['group.rows']?.en).toMatch(/kind/);
    expect(fileErrors(named, [{ id: ONE, type: 'image/jpeg', bytes: 5_000_001 }])['group.rows']?.en).toMatch(/5 MB/);
  });
});

describe('proof is a file or a reference', () => {
  const errorsOf = (schema: ReturnType<typeof postedSheet> | ReturnType<typeof minutes> | ReturnType<typeof evidenceOrFiles>, it: unknown): string[] => {
    const read = readForm(form({ it: schema }), { it });
    return read.ok ? [] : Object.keys(read.errors);
  };
  const sheet = { place: '村务公开栏', postedOn: '2026-11-23' };
  const meeting = { heldOn: '2026-11-23', panel: 9, present: 8, yes: 7, no: 1, abstain: 0 };
  test('of the posted sheet', () => {
    expect(errorsOf(postedSheet(label), sheet)).toEqual(['it.sheetNo']);
    expect(errorsOf(postedSheet(label), { ...sheet, sheetNo: '公示1' })).toEqual([]);
    expect(errorsOf(postedSheet(label), { ...sheet, photo: [ONE] })).toEqual([]);
    expect(errorsOf(postedSheet(label), { photo: [ONE] })).toEqual(['it.place', 'it.postedOn']);
  });
  test('of the village’s vote', () => {
    expect(errorsOf(minutes(label), meeting)).toEqual(['it.reference']);
    expect(errorsOf(minutes(label), { ...meeting, scan: [ONE] })).toEqual([]);
  });
  test('of papers; and of identity papers no copy is kept without a reason', () => {
    const paper = (more: object) => errorsOf(evidenceOrFiles(label), [{ kind: 'id_card', seenOn: '2026-11-23', ...more }]);
    expect(paper({})).toEqual(['it.0.reference']);
    expect(paper({ reference: '已核对原件' })).toEqual([]);
    expect(paper({ copies: [ONE] })).toEqual(['it.0.copyReason']);
    expect(paper({ copies: [ONE], copyReason: '法院要求留存' })).toEqual([]);
    expect(paper({ kind: 'signed_form', copies: [ONE] })).toEqual([]);
  });
});
