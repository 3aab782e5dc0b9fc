/** A bucket in memory that speaks as much of S3 as the office does, and believes only what is signed for what it holds. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { signed } from '../../server/files/signature.ts';
import type { Bucket } from '../../server/files/bucket-store.ts';

const OWNER = { region: 'cn-north-1', keyId: 'office', secret: 'a long secret of the office' };
/** Few, so that a list has several pages. */
const PAGE = 2;

export type FakeBucket = { readonly bucket: Bucket; readonly objects: Map<string, { readonly bytes: Buffer; readonly at: Date }>; /** Answers so from now on, whatever is asked. */ answer: number | null; close(): Promise<void> };

const listOf = (objects: FakeBucket['objects'], prefix: string, after: string): string => {
  const names = [...objects.keys()].toSorted().filter((name) => name.startsWith(prefix) && name > after);
  const page = names.slice(0, PAGE);
  const next = names.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${page.map((name) => `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.at.toISOString()}</LastModified></Contents>`).join('')}${next}</ListBucketResult>`;
};

export const fakeBucket = async (): Promise<FakeBucket> => {
  const objects: FakeBucket['objects'] = new Map();
  const server = createServer((request, response) => void (async () => {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', `http://${headers.host}`);
    const body = await buffer(request);
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? [];
    const wanted = signed(OWNER, { method, url, bodyHash, at: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) });
    const end = (status: number, said: Buffer | string = ''): unknown => response.writeHead(status).end(said);
    if (fake.answer !== null) return end(fake.answer);
    if (headers.authorization !== wanted['authorization'] || headers['x-amz-content-sha256'] !== bodyHash) return end(403);
    const name = url.pathname.replace(/^\/bucket\/?/, '');
    if (name === '') return end(200, listOf(objects, url.searchParams.get('prefix') ?? '', url.searchParams.get('continuation-token') ?? ''));
    if (method === 'PUT') return headers['content-length'] === undefined ? end(411) : end(200, (objects.set(name, { bytes: body, at: new Date() }), ''));
    if (method === 'DELETE') return end(204, (objects.delete(name), ''));
    const found = objects.get(name);
    return found ? end(200, found.bytes) : end(404);
  })());
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const fake: FakeBucket = {
    bucket: { ...OWNER, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/office` }, objects, answer: null,
    close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }),
  };
  return fake;
};
