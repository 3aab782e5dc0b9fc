/** Takes a file in as it arrives: sealed on its way to the disk, never whole in memory. */
import { rm } from 'node:fs/promises';
import type { Office } from '../office.ts';
import { sealedWriter } from '../files/sealed-file.ts';
import { MOST_BYTES } from '../table/limits.ts';

export type Taken = { readonly bytes: number; /** Whether every byte fits UTF-8. */ readonly utf8: boolean };

const utf8Watch = (): { see(piece: Buffer): void; fits(): boolean } => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let fits = true;
  const attempt = (read: () => void): void => { if (fits) try { read(); } catch { fits = false; } };
  return { see: (piece) => attempt(() => decoder.decode(piece, { stream: true })), fits: () => { attempt(() => decoder.decode()); return fits; } };
};

/** Null where there is more than anybody may bring; then nothing is left of it. */
export const takeFile = async ({ keys }: Pick<Office, 'keys'>, path: string, id: string, source: AsyncIterable<Buffer>): Promise<Taken | null> => {
  const writer = await sealedWriter(keys, path, id);
  const watch = utf8Watch();
  let bytes = 0;
  try {
    for await (const piece of source) {
      bytes += piece.length;
      if (bytes > MOST_BYTES) break;
      watch.see(piece);
      await writer.write(piece);
    }
    await writer.end();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await writer.close();
  }
  if (bytes <= MOST_BYTES) return { bytes, utf8: watch.fits() };
  await rm(path, { force: true });
  return null;
};
