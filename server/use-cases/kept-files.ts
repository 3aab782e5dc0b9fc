/** Where the files of an office lie, on their way in and for good, and how one of them is opened. */
import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderStore } from '../files/folder-store.ts';
import type { ObjectStore } from '../files/object-store.ts';
import { openSealed } from '../files/sealed-file.ts';
import type { Ring } from '../keys/keys.ts';
import type { Office } from '../office.ts';
import type { Content } from '../store/files.ts';

const USUAL_MOST_BYTES = 25_000_000;
export const mostBytesOf = ({ attached }: Pick<Office, 'attached'>): number => attached?.mostBytes ?? USUAL_MOST_BYTES;

/** Files on their way in, and fetched ones while they are read. */
export const passingFolder = (files: string): string => join(files, 'passing');
export const makePassing = ({ files }: Pick<Office, 'files'>): Promise<unknown> => mkdir(passingFolder(files), { recursive: true, mode: 0o700 });

export const storeIn = (files: string): ObjectStore => folderStore(join(files, 'objects'));
export const storeOf = ({ attached, files }: Pick<Office, 'attached' | 'files'>): ObjectStore => attached?.store ?? storeIn(files);

/** Each content has a key of its own, so that the office's keys change without the objects. */
export const ringOf = (key: string): { readonly data: Ring<KeyObject> } => {
  const own = createSecretKey(Buffer.from(key, 'base64'));
  return { data: { id: 'own', key: own, all: new Map([['own', own]]) } };
};

export const thumbnailOf = (content: string): string => `${content}.t`;

/** The bytes of a content, or of its thumbnail; nothing is read before they are asked for. Throws where the object is not what was kept. */
export async function* bytesOf(office: Pick<Office, 'attached' | 'files'>, { id, secret, bytes }: Content, part: 'whole' | 'thumbnail'): AsyncGenerator<Buffer> {
  const name = part === 'whole' ? id : thumbnailOf(id);
  const { path, giveBack } = await storeOf(office).borrow(name);
  try {
    const file = await openSealed(ringOf(secret.key), path, name);
    try {
      if (part === 'whole' && file.size !== bytes) throw new Error(`The object ${id} is not as long as what was kept.`);
      yield* file.read(0, file.size);
    } finally {
      await file.close();
    }
  } finally {
    await giveBack();
  }
}
