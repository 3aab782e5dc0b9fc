/** Somebody brings a file for a form still to be sent: what is answered is on disk, and the same content is kept once. */
import { randomBytes } from 'node:crypto';
import { officeName } from '../../workflows/office/files/names.ts';
import type { FileRefusal } from '../../workflows/office/files/refusals.ts';
import type { Asker } from '../asker.ts';
import type { Office } from '../office.ts';
import { countUnsent, findSameContent, insertContent, insertFile } from '../store/files.ts';
import type { Content, FileRow } from '../store/files.ts';
import { inTransaction } from '../store/transaction.ts';
import { storeOf, thumbnailOf } from './kept-files.ts';
import { forgetPassing, passingPath, takeIn } from './take-in.ts';

/** What nobody has sent yet may not fill the disk. */
const MOST_UNSENT = 200;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

export type FileView = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number; readonly thumbnail: boolean };
export const fileView = ({ id, name, content: { type, bytes, thumbnail } }: FileRow): FileView => ({ id, name, type, bytes, thumbnail });

export type Brought = { readonly ok: true; readonly file: FileView } | { readonly ok: false; readonly why: FileRefusal | 'disk-full' | 'too-many-unsent' };

const put = async (office: Office, { id, thumbnail }: Content): Promise<void> => {
  const store = storeOf(office);
  if (thumbnail) await store.put(thumbnailOf(id), passingPath(office, thumbnailOf(id)));
  await store.put(id, passingPath(office, id));
};

const removeObjects = async (office: Office, id: string): Promise<void> => {
  for (const name of [thumbnailOf(id), id]) await storeOf(office).remove(name);
};

/** The object is durable before the first row names it. Whoever was quicker with the same content is joined. */
const keep = async (office: Office, asker: Asker, name: string, brought: Content): Promise<FileRow> => {
  const { keys, district } = office;
  await put(office, brought);
  const file = await inTransaction(office.pool, async (tx): Promise<FileRow> => {
    const known = await findSameContent(tx, { keys, district }, brought.secret.digest);
    if (!known) insertContent(tx, { keys, district }, brought);
    const row = { id: `f${randomBytes(12).toString('hex')}`, name, content: known ?? brought };
    insertFile(tx, { keys, district }, asker.id, row);
    return row;
  });
  // Left behind by a crash, it is swept with whatever no row names.
  if (file.content.id !== brought.id) await removeObjects(office, brought.id);
  return file;
};

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && FULL.has(String(error.code));

export const bringFile = async (office: Office, asker: Asker, name: string, source: AsyncIterable<Buffer>): Promise<Brought> => {
  if ((await countUnsent(office.db, office.district, asker.id)) >= MOST_UNSENT) return { ok: false, why: 'too-many-unsent' };
  try {
    const taken = await takeIn(office, source);
    if (!taken.ok) return taken;
    try {
      return { ok: true, file: fileView(await keep(office, asker, officeName(name, taken.kind), taken.content)) };
    } finally {
      await forgetPassing(office, taken.content.id);
    }
  } catch (error) {
    if (isFull(error)) return { ok: false, why: 'disk-full' };
    throw error;
  }
};
