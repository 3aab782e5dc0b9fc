/** Holds an archive package against its own list of hashes, and its log against its chain. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { rowHash } from '../store/chain.ts';
import type { ChainedRow } from '../store/chain.ts';
import { HASHES } from './package.ts';

type Line = ChainedRow & { readonly prevHash: string; readonly hash: string; readonly data: unknown };

const readAll = async (path: string): Promise<Map<string, Buffer>> => {
  const zip = await openPromise(path);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
};

const faultsInHashes = (files: ReadonlyMap<string, Buffer>): string[] => {
  const listed = new Map((files.get(HASHES)?.toString() ?? '').split('\n').filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]));
  const missing = [...listed.keys()].filter((path) => !files.has(path)).map((path) => `${path}: is listed and not there`);
  return [...(listed.size === 0 ? [`${HASHES}: is not there, or empty`] : []), ...missing, ...[...files].flatMap(([path, bytes]) => {
    if (path === HASHES) return [];
    const hash = listed.get(path);
    if (hash === undefined) return [`${path}: is there and not listed`];
    return createHash('sha256').update(bytes).digest('hex') === hash ? [] : [`${path}: is not what was listed`];
  })];
};

const faultsInChain = (text: string): string[] => {
  let before: string | null = null;
  return text.split('\n').filter(Boolean).flatMap((line) => {
    const { prevHash, hash, data: _, ...row } = JSON.parse(line) as Line;
    const follows = (before === null || prevHash === before) && rowHash(prevHash, row) === hash;
    before = hash;
    return follows ? [] : [`log.jsonl: row ${row.version} does not follow from the one before`];
  });
};

export type Checked = { readonly files: number; readonly rows: number; readonly faults: readonly string[] };

export const checkArchive = async (path: string): Promise<Checked> => {
  const files = await readAll(path);
  const log = files.get('log.jsonl')?.toString() ?? '';
  return { files: files.size, rows: log.split('\n').filter(Boolean).length, faults: [...faultsInHashes(files), ...faultsInChain(log)] };
};
