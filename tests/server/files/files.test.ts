/** Files of a case from the upload to the reader: hostile ones harmless, each content once, nothing half, nothing for whom it is not. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { loadKeys } from '../../../server/keys/keys.ts';
import type { Office } from '../../../server/office.ts';
import { dropFilesOf } from '../../../server/store/attachments.ts';
import { findOwnFile } from '../../../server/store/files.ts';
import { sealRowsAnew } from '../../../server/store/seal-anew.ts';
import type { After } from '../../../server/store/seal-anew.ts';
import { sealedPlaces } from '../../../server/store/sealed-places.ts';
import { sweepFiles } from '../../../server/use-cases/sweep-files.ts';
import { personalFileFields } from '../../../workflows/kit/files.ts';
import { workflows } from '../../../workflows/index.ts';
import { makeTown } from '../../../workflows/office/demo-town/make-town.ts';
import type { CaseOut, Client, Definition } from '../../doors/http.ts';
import { photo, pdf, pngBomb, withPlace } from '../../files/samples.ts';
import { temporaryFolder } from '../../tools/folders.ts';
import { listeningOffice } from '../listening-office.ts';
import type { Listening } from '../listening-office.ts';
import { NOW } from '../support.ts';

type File = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number; readonly thumbnail: boolean };
type Refused = { readonly why: string[]; readonly errors: Record<string, string> };
const HOUSEHOLD = 'model-household';

let there: Listening;
let office: Office;
let clerk: Client;
beforeAll(async () => {
  there = await listeningOffice(workflows, NOW, makeTown({ scale: 'small' }));
  ({ office } = there);
  clerk = await there.door.as('village01');
});
afterAll(() => there.close());
afterEach(() => vi.restoreAllMocks());

const bring = <T = File>(who: Client, content: Buffer, name = '照片.jpg') => who.send<T>('POST', '/api/files', content, { 'x-file-name': encodeURIComponent(name) });
const brought = async (who: Client, content: Buffer, name?: string): Promise<File> => {
  const { status, body } = await bring(who, content, name);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
/** The bytes as they are served. */
const download = async (who: Client, path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> => {
  const { status, headers } = await who.get(path);
  return { status, headers, bytes: status === 200 ? Buffer.from(await whole(who, path)) : Buffer.alloc(0) };
};
const whole = async (who: Client, path: string): Promise<ArrayBuffer> => (await fetch(there.door.base + path, { headers: { cookie: await cookieOf(who.name) } })).arrayBuffer();
const cookies = new Map<string, string>();
const cookieOf = async (user: string): Promise<string> => {
  const known = cookies.get(user);
  if (known) return known;
  const signedIn = await fetch(`${there.door.base}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: user, password: 'demo-2026' }) });
  const made = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  cookies.set(user, made);
  return made;
};

const counted = async (): Promise<{ contents: number; files: number; objects: number; passing: number }> => {
  const { rows } = await sql<{ contents: number; files: number }>`select (select count(*)::int from contents) as contents, (select count(*)::int from files) as files`.execute(office.db);
  const inside = (folder: string): number => readdirSync(join(office.files, folder)).length;
  return { contents: rows[0]?.contents ?? 0, files: rows[0]?.files ?? 0, objects: inside('objects'), passing: inside('passing') };
};

let opened = 0;
/** A nomination of village 1 whose submission names the files. */
const nominate = async (photos: readonly object[]): Promise<{ id: string; sent: { status: number; body: CaseOut & Refused } }> => {
  const { body: { examples, ...about } } = await clerk.get<Definition & { unit: string }>(`/api/workflows/${HOUSEHOLD}`);
  const id = `n${opened += 1}`;
  const open = await clerk.send<CaseOut>('POST', `/api/${HOUSEHOLD}`, { id, unit: about.unit, data: examples['open'] });
  expect(open.status, JSON.stringify(open.body)).toBe(201);
  const sent = await clerk.send<CaseOut & Refused>('POST', `/api/${HOUSEHOLD}/${id}/events`, { id: `s${id}`, type: 'submit', version: 1, data: { ...(examples['submit'] as object), photos } });
  return { id, sent };
};
const consent = { portraitConsent: '肖像同意2026-031' };

describe('a picture from a phone', () => {
  test('is kept upright, without the place where it was taken, in a small size too, and under a harmless name', async () => {
    const file = await brought(clerk, withPlace(await photo(800, 600)), '"><img src=x>\r\nX: 1/../../评议.html');
    expect(file).toMatchObject({ name: '评议.jpg', type: 'image/jpeg', thumbnail: true });
    const { status, headers, bytes } = await download(clerk, `/api/files/${file.id}/content`);
    expect(status).toBe(200);
    expect(bytes.length).toBe(file.bytes);
    expect(bytes.includes('Exif') || bytes.includes('GPS')).toBe(false);
    // Turned by a quarter.
    expect([bytes.readUInt16BE(bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5) || 0, bytes[0], bytes[1]]).toEqual([800, 0xff, 0xd8]);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="__.jpg"; filename*=UTF-8''${encodeURIComponent('评议.jpg')}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await download(clerk, `/api/files/${file.id}/thumbnail`)).bytes.length).toBeLessThan(bytes.length);
  });

  test('lies on the disk sealed, once for the office, whoever brings it', async () => {
    const document = pdf(70_000);
    const before = await counted();
    const [one, other] = [await brought(clerk, document, '一.pdf'), await brought(await there.door.as('village02'), document, '二.pdf')];
    expect(one.id).not.toBe(other.id);
    expect(await counted()).toEqual({ ...before, contents: before.contents + 1, files: before.files + 2, objects: before.objects + 1, passing: 0 });
    const mark = document.subarray(100, 140);
    for (const name of readdirSync(join(office.files, 'objects'))) expect(readFileSync(join(office.files, 'objects', name)).includes(mark)).toBe(false);
    const { rows } = await sql<{ all: string }>`select json_agg(f)::text || (select json_agg(c)::text from contents c) as all from files f`.execute(office.db);
    expect(rows[0]?.all).not.toMatch(/一\.pdf|二\.pdf/);
    const read = await download(await there.door.as('village02'), `/api/files/${other.id}/content`);
    expect(read.bytes.equals(document)).toBe(true);
  });
});

describe('what is not a picture or a PDF', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['html named .jpg', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 422, 'kind'],
    ['an svg with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 422, 'kind'],
    ['html that calls itself a PDF later on', () => Buffer.concat([Buffer.from('<html><body>'), pdf()]), 422, 'kind'],
    ['a PDF with a script', () => pdf(500, '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 422, 'active'],
    ['half a PDF', () => pdf().subarray(0, 900), 422, 'broken'],
    ['a picture that is none behind its head', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000, 1)]), 422, 'broken'],
    ['a picture that unfolds to gigabytes', pngBomb, 422, 'too-many-pixels'],
    ['nothing', () => Buffer.alloc(0), 422, 'empty'],
    ['more than the office takes', () => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(25_000_001)]), 413, 'too-large'],
  ])('%s is refused with its remedy, and leaves nothing', async (_, make, status, why) => {
    const before = await counted();
    const refused = await bring<Refused>(clerk, await make(), 'x.jpg');
    expect(refused.status).toBe(status);
    expect(refused.body.why).toEqual([why]);
    expect(refused.body.errors['file']).toMatch(/\p{Script=Han}/u);
    expect(await counted()).toEqual(before);
  });

  test('a page of another site can bring nothing', async () => {
    const content = await photo();
    expect((await clerk.send('POST', '/api/files', content, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(403);
    expect((await clerk.send('POST', '/api/files', content, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await there.door.nobody().send('POST', '/api/files', content)).status).toBe(401);
  });
});

describe('a file that an event names', () => {
  test('is read by who may read the case, each reading on record, and by nobody else', async () => {
    const file = await brought(clerk, await photo());
    const { id, sent } = await nominate([{ file: [file.id], ...consent }]);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const [town, neighbour, auditor, privacy] = await Promise.all(['town1', 'village02', 'auditor', 'privacy'].map((name) => there.door.as(name)));
    const listed = await town?.get<(File & { field: string; version: number })[]>(`/api/${HOUSEHOLD}/${id}/files`);
    expect(listed?.body).toEqual([{ ...file, field: 'file', version: 2 }]);
    for (const part of ['', '/thumbnail']) {
      const path = `/api/${HOUSEHOLD}/${id}/files/${file.id}${part}`;
      expect((await town?.get(path))?.status, path).toBe(200);
      for (const other of [neighbour, auditor]) expect((await other?.get(path))?.status, `${other?.name} ${path}`).toBe(404);
      expect((await there.door.nobody().get(path)).status).toBe(401);
    }
    expect((await neighbour?.get(`/api/${HOUSEHOLD}/${id}/files`))?.status).toBe(404);
    expect((await auditor?.get(`/api/${HOUSEHOLD}/${id}/files`))?.body).toEqual([]);
    expect((await town?.get(`/api/files/${file.id}`))?.status).toBe(404);
    const reads = await privacy?.list<{ person: string; fields: string[] }>('reads', { resource: `${HOUSEHOLD}/files`, subject: id }, [0, 9], ['at', 'DESC']);
    expect(reads?.map(({ person, fields }) => [person, fields])).toEqual([['town1', ['file']], ['town1', ['file']], ['town1', ['file']]]);
    // Named, it is nobody's to take back.
    expect((await clerk.send('DELETE', `/api/files/${file.id}`)).status).toBe(404);
  });

  test('is not read through another case, nor named by somebody who did not bring it, nor where another kind is asked for', async () => {
    const [mine, theirs] = [await brought(clerk, await photo()), await brought(await there.door.as('village02'), await photo())];
    const { id } = await nominate([{ file: [mine.id], ...consent }]);
    const other = await nominate([{ file: [theirs.id], ...consent }]);
    expect(other.sent).toMatchObject({ status: 422, body: { errors: { 'photos.0.file': expect.stringMatching(/不是您上传的/) } } });
    expect((await clerk.get(`/api/${HOUSEHOLD}/${other.id}/files/${mine.id}`)).status).toBe(404);
    expect((await clerk.get(`/api/${HOUSEHOLD}/${id}/files/${theirs.id}`)).status).toBe(404);
    const document = await brought(clerk, pdf());
    expect((await nominate([{ file: [document.id], ...consent }])).sent).toMatchObject({ status: 422, body: { errors: { 'photos.0.file': expect.stringMatching(/换一种格式/) } } });
    expect((await nominate([{ ...consent }])).sent).toMatchObject({ status: 422, body: { errors: { 'photos.0.reference': expect.any(String) } } });
  });

  test('opens under new keys, the old ones gone, and is known again', async () => {
    const document = pdf(3_000);
    const file = await brought(clerk, document, '记录.pdf');
    office.keys.renew(['data', 'index']);
    for (const place of sealedPlaces.filter(({ table }) => ['contents', 'files'].includes(table))) {
      for (let after: After = null, first = true; first || after !== null; first = false) ({ after } = await office.db.transaction().execute((tx) => sealRowsAnew(tx, office.keys, office.district, place, after, 100)));
    }
    const bare = temporaryFolder();
    for (const kind of ['data', 'index', 'signing']) {
      const newest = readdirSync(join(office.files, '../keys')).filter((name) => name.startsWith(`${kind}-`)).toSorted().at(-1) ?? '';
      copyFileSync(join(office.files, '../keys', newest), join(bare.path, newest));
    }
    expect(await findOwnFile(office.db, { keys: loadKeys(bare.path), district: office.district }, 'village01', file.id)).toMatchObject({ name: '记录.pdf', content: { bytes: document.length } });
    bare.remove();
    const before = await counted();
    await brought(clerk, document);
    expect(await counted()).toEqual({ ...before, files: before.files + 1 });
    expect((await download(clerk, `/api/files/${file.id}/content`)).bytes.equals(document)).toBe(true);
  });
});

test('what is erased with a person’s cases goes, but for what another case names too', async () => {
  const [alone, shared] = [await brought(clerk, await photo()), await brought(clerk, await photo())];
  const first = await nominate([{ file: [alone.id], ...consent }, { file: [shared.id], ...consent }]);
  const second = await nominate([{ file: [shared.id], ...consent }]);
  expect([first.sent.status, second.sent.status]).toEqual([200, 200]);
  const fields = workflows.flatMap(({ forms }) => personalFileFields(forms));
  expect(fields).toContain('file');
  expect(fields).not.toContain('photo');
  await dropFilesOf(office.db, office.district, [first.id], fields);
  expect((await clerk.get(`/api/${HOUSEHOLD}/${first.id}/files`)).body).toEqual([]);
  expect((await clerk.get(`/api/files/${alone.id}`)).status).toBe(404);
  expect((await clerk.get<File[]>(`/api/${HOUSEHOLD}/${second.id}/files`)).body.map(({ id }) => id)).toEqual([shared.id]);
});

describe('a disk that fails', () => {
  /** The next call of a file's method fails so. */
  const fail = async (method: 'write' | 'sync', code: string): Promise<void> => {
    const handle = await openFile('/dev/null', 'r');
    vi.spyOn(Object.getPrototypeOf(handle) as { write(): Promise<never>; sync(): Promise<never> }, method).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    await handle.close();
  };

  test.each([['write', 'ENOSPC', 507], ['sync', 'ENOSPC', 507], ['sync', 'EIO', 500]] as const)('on %s with %s: answered %i, nothing recorded, nothing left', async (method, code, status) => {
    const before = await counted();
    await fail(method, code);
    expect((await bring(clerk, pdf())).status).toBe(status);
    expect(await counted()).toEqual(before);
    await brought(clerk, pdf());
  });
});

test('nobody fills the disk with what is never sent', async () => {
  const hoarder = await there.door.as('village03');
  const { id } = await brought(hoarder, pdf());
  await sql`insert into files (district, id, person, name, content) select district, id || n, person, name, content from files, generate_series(1, 199) n where id = ${id}`.execute(office.db);
  expect(await bring<Refused>(hoarder, pdf())).toMatchObject({ status: 429, body: { why: ['too-many-unsent'], errors: { file: expect.any(String) } } });
  expect((await hoarder.send('DELETE', `/api/files/${id}`)).status).toBe(204);
  await brought(hoarder, pdf());
});

test('what nobody named within a day is swept with its content; what an event names stays', async () => {
  const [kept, left] = [await brought(clerk, await photo()), await brought(clerk, await photo())];
  const { id, sent } = await nominate([{ file: [kept.id], ...consent }]);
  expect(sent.status).toBe(200);
  await sweepFiles(office, Date.now());
  expect((await clerk.get(`/api/files/${left.id}`)).status).toBe(200);
  expect((await clerk.send('DELETE', `/api/files/${left.id}`)).status).toBe(204);
  const again = await brought(clerk, await photo());
  await sweepFiles(office, Date.now() + 86_500_000);
  expect((await clerk.get(`/api/files/${again.id}`)).status).toBe(404);
  expect((await download(clerk, `/api/${HOUSEHOLD}/${id}/files/${kept.id}`)).bytes.length).toBe(kept.bytes);
  const { contents, objects } = await counted();
  const { rows } = await sql<{ named: number }>`select count(distinct content)::int as named from files f join attachments a on a.file = f.id`.execute(office.db);
  expect(contents).toBe(rows[0]?.named);
  expect(objects).toBe(contents * 2);
});
