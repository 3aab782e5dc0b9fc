/** Objects in an S3-compatible bucket; a file is fetched whole into a folder of this machine, sealed as it is, to be read from there. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkName, isObjectName } from './object-store.ts';
import type { ObjectStore } from './object-store.ts';
import { signed } from './signature.ts';
import type { Signer } from './signature.ts';

export type Bucket = Signer & { /** With the bucket's name as its path: `https://store.example:9000/casework`. */ readonly url: string };

/** Keys carry the folder that the address may name behind the bucket. */
const namedBy = (key: string): string => key.split('/').at(-1) ?? '';

const PATIENCE_MS = 120_000;
const FULL = 507;
const EMPTY = createHash('sha256').digest('hex');

/** The store did not take or give it: nothing is known, and it may be tried again. */
export class StoreAway extends Error {}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
};

const valuesOf = (xml: string, name: string): string[] => [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);

/** `folder`: where fetched objects lie while they are read. */
export const bucketStore = (bucket: Bucket, folder: string, go: typeof fetch = (...asked) => fetch(...asked)): ObjectStore => {
  const base = bucket.url.replace(/\/$/, '');
  const folders = new URL(base).pathname.split('/').slice(2);
  const ask = async (method: string, path: string, body?: { readonly blob: Blob; readonly hash: string }, none = false): Promise<Response> => {
    const url = new URL(`${base}${path}`);
    const headers = signed(bucket, { method, url, bodyHash: body?.hash ?? EMPTY, at: new Date() });
    const response = await go(url, { method, headers, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error', ...(body && { body: body.blob }) })
      .catch((cause: unknown) => { throw new StoreAway('The store of files does not answer.', { cause }); });
    if (response.ok || (none && response.status === 404)) return response;
    await response.body?.cancel();
    throw Object.assign(new StoreAway(`The store of files answered ${response.status} to ${method}.`), response.status === FULL && { code: 'ENOSPC' });
  };
  const page = async (after: string | undefined): Promise<{ keys: string[]; times: string[]; next: string | undefined }> => {
    const query = new URLSearchParams({ 'list-type': '2', 'prefix': folders.map((one) => `${one}/`).join(''), ...(after && { 'continuation-token': after }) });
    const xml = await (await ask('GET', `${'/..'.repeat(folders.length)}/?${query.toString()}`)).text();
    return { keys: valuesOf(xml, 'Key'), times: valuesOf(xml, 'LastModified'), next: valuesOf(xml, 'NextContinuationToken')[0] };
  };
  return {
    put: async (name, path) => {
      await ask('PUT', `/${checkName(name)}`, { blob: await openAsBlob(path), hash: await hashOf(path) });
      await rm(path, { force: true });
    },
    borrow: async (name) => {
      const { body } = await ask('GET', `/${checkName(name)}`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${name}.${randomBytes(6).toString('hex')}`);
      const giveBack = (): Promise<void> => rm(path, { force: true });
      try {
        await pipeline(body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      } catch (error) {
        await giveBack();
        throw error;
      }
      return { path, giveBack };
    },
    remove: async (name) => void (await ask('DELETE', `/${checkName(name)}`, undefined, true)),
    olderThan: async function* (before) {
      for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
        const { keys, times, next } = await page(after);
        for (const [i, key] of keys.entries()) if (isObjectName(namedBy(key)) && new Date(times[i] ?? Number.NaN) < before) yield namedBy(key);
        after = next;
      }
    },
  };
};
