/** Where the files of an import lie: what was uploaded, and what it came to, all sealed. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '../office.ts';
import type { Source } from '../imports/job.ts';

type Part = 'upload' | 'homes' | 'lines';
const PARTS: readonly Part[] = ['upload', 'homes', 'lines'];

export const fileId = (id: string, part: Part): string => `${id}.${part}`;
export const filePath = ({ files }: Pick<Office, 'files'>, id: string, part: Part): string => join(files, fileId(id, part));

export const makeFolder = ({ files }: Pick<Office, 'files'>): Promise<unknown> => mkdir(files, { recursive: true, mode: 0o700 });

export const uploadOf = ({ files, keys }: Pick<Office, 'files' | 'keys'>, id: string, utf8: boolean): Source => ({ path: filePath({ files }, id, 'upload'), id: fileId(id, 'upload'), utf8, keys: { data: keys.data, index: keys.index, signing: keys.signing } });

export const removeFiles = async (office: Pick<Office, 'files'>, id: string, parts: readonly Part[] = PARTS): Promise<void> => {
  for (const part of parts) await rm(filePath(office, id, part), { force: true });
};
