/** Takes an attached file in as it arrives: told by its content, sealed on its way to the disk, pictures written anew. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileKinds } from '../../workflows/office/files/kinds.ts';
import type { FileKind, Format } from '../../workflows/office/files/kinds.ts';
import type { FileRefusal } from '../../workflows/office/files/refusals.ts';
import { readPicture } from '../files/picture.ts';
import { openSealed, sealedWriter } from '../files/sealed-file.ts';
import { digestOf, watchFile } from '../files/watch-file.ts';
import type { Told } from '../files/watch-file.ts';
import type { Office } from '../office.ts';
import type { Content } from '../store/files.ts';
import { makePassing, mostBytesOf, passingFolder, ringOf, thumbnailOf } from './kept-files.ts';

/** What came lies in the folder of passing files, under its content's id and that of its thumbnail. */
export type TakenIn = { readonly ok: true; readonly kind: FileKind; readonly content: Content } | { readonly ok: false; readonly why: FileRefusal };
type Folder = Pick<Office, 'files' | 'attached'>;

export const passingPath = ({ files }: Folder, name: string): string => join(passingFolder(files), name);

const writeSealed = async (office: Folder, name: string, key: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> => {
  const writer = await sealedWriter(ringOf(key), passingPath(office, name), name);
  try {
    for await (const piece of source) await writer.write(piece);
    await writer.end();
  } finally {
    await writer.close();
  }
};

/** Ends at the first byte that settles that it is not to be taken. */
const spool = async (office: Folder, id: string, key: string, source: AsyncIterable<Buffer>): Promise<Told> => {
  const watch = watchFile(mostBytesOf(office));
  const watched = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      if (!watch.see(piece)) return;
      yield piece;
    }
  };
  await writeSealed(office, id, key, watched());
  return watch.told();
};

const wholeOf = async (office: Folder, id: string, key: string): Promise<Buffer> => {
  const file = await openSealed(ringOf(key), passingPath(office, id), id);
  try {
    return await buffer(file.read(0, file.size));
  } finally {
    await file.close();
  }
};

/** What the camera sent goes; what was written anew stands in its place. */
const pictureOf = async (office: Folder, id: string, key: string, format: Exclude<Format, 'pdf'>): Promise<TakenIn> => {
  const read = await readPicture(format, await wholeOf(office, id, key));
  if (!read.ok) return read;
  const { whole, thumbnail } = read.picture;
  await rm(passingPath(office, id));
  await writeSealed(office, id, key, [whole]);
  await writeSealed(office, thumbnailOf(id), key, [thumbnail]);
  return { ok: true, kind: 'picture', content: { id, secret: { key, digest: digestOf(whole) }, type: fileKinds.picture.type, bytes: whole.length, thumbnail: true } };
};

const settle = (office: Folder, id: string, key: string, told: Told): Promise<TakenIn> | TakenIn => {
  if (!told.ok) return told;
  const { format, bytes, digest } = told;
  return format === 'pdf' ? { ok: true, kind: 'pdf', content: { id, secret: { key, digest }, type: fileKinds.pdf.type, bytes, thumbnail: false } } : pictureOf(office, id, key, format);
};

export const forgetPassing = async (office: Folder, id: string): Promise<void> => {
  for (const name of [id, thumbnailOf(id)]) await rm(passingPath(office, name), { force: true });
};

/** What is refused, or fails, leaves nothing lying about. */
export const takeIn = async (office: Folder, source: AsyncIterable<Buffer>): Promise<TakenIn> => {
  const id = `c${randomBytes(12).toString('hex')}`;
  const key = randomBytes(32).toString('base64');
  await makePassing(office);
  try {
    const taken = await settle(office, id, key, await spool(office, id, key, source));
    if (!taken.ok) await forgetPassing(office, id);
    return taken;
  } catch (error) {
    await forgetPassing(office, id);
    throw error;
  }
};
