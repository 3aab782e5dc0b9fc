/** Files as behaviour: the same at every door. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CaseOut, Definition, Door } from '../doors/http.ts';
import { pdf, photo } from '../files/samples.ts';

const UNIT = '999901101001';
const NOMINATION = 'model-household';
type File = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number; readonly thumbnail: boolean };
type Refused = { readonly errors: Record<string, string> };

export const filesHold = (at: string, getDoor: () => Promise<Door>): void => {
  describe(`files, at the ${at}`, () => {
    test('a picture is brought, named by an event, and read with its case by those who may', async () => {
      const door = await getDoor();
      const [clerk, neighbour] = [await door.as('village01'), await door.as('village02')];
      const brought = await clerk.send<File>('POST', '/api/files', await photo(), { 'x-file-name': encodeURIComponent('../"><img>.png') });
      expect(brought).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^f[0-9a-f]{24}$/) as string, name: 'img.jpg', type: 'image/jpeg', thumbnail: true } });
      const file = brought.body;
      expect((await clerk.get<File>(`/api/files/${file.id}`)).body).toEqual(file);
      expect((await neighbour.get(`/api/files/${file.id}`)).status).toBe(404);

      const { examples } = (await clerk.get<Definition>(`/api/workflows/${NOMINATION}`)).body;
      const { body: one, status } = await clerk.send<CaseOut>('POST', `/api/${NOMINATION}`, { id: `files-${randomUUID()}`, unit: UNIT, data: [examples['open']].flat()[0] });
      expect(status).toBe(201);
      const path = `/api/${NOMINATION}/${one.id}`;
      const submit = (photos: readonly object[]) => clerk.send<CaseOut & Refused>('POST', `${path}/events`, { id: randomUUID(), type: 'submit', version: 1, data: { ...([examples['submit']].flat()[0] as object), photos } });
      const strange = await submit([{ file: ['f000000000000000000000000'], portraitConsent: '肖像同意1' }]);
      expect(strange).toMatchObject({ status: 422, body: { errors: { 'photos.0.file': expect.any(String) as string } } });
      expect(await submit([{ file: [file.id], portraitConsent: '肖像同意1' }])).toMatchObject({ status: 200 });

      expect((await clerk.get(`${path}/files`)).body).toEqual([{ ...file, field: 'file', version: 2 }]);
      expect((await neighbour.get(`${path}/files`)).status).toBe(404);
      const { headers, status: read } = await clerk.get(`${path}/files/${file.id}`);
      expect(read).toBe(200);
      expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/jpeg', 'nosniff']);
      expect(headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; /);
      expect((await clerk.get(`${path}/files/${file.id}/thumbnail`)).status).toBe(200);
      expect((await neighbour.get(`${path}/files/${file.id}`)).status).toBe(404);
      expect((await clerk.send('DELETE', `/api/files/${file.id}`)).status).toBe(404);
    });

    test('what is neither picture nor PDF is refused with a sentence; what was brought can be taken back', async () => {
      const clerk = await (await getDoor()).as('village01');
      const page = await clerk.send<Refused>('POST', '/api/files', Buffer.from('<html><script>alert(1)</script></html>'), { 'x-file-name': 'photo.jpg' });
      expect(page).toMatchObject({ status: 422, body: { errors: { file: expect.stringMatching(/JPEG/) as string } } });
      const { body } = await clerk.send<File>('POST', '/api/files', pdf(), { 'x-file-name': 'x.pdf' });
      expect((await clerk.send('DELETE', `/api/files/${body.id}`)).status).toBe(204);
      expect((await clerk.get(`/api/files/${body.id}`)).status).toBe(404);
      expect((await clerk.send('POST', '/api/files', { not: 'a file' })).status).toBe(403);
    });
  });
};
