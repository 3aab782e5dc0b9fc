/** The whole file of a case as one archive: entries as they come, each with its SHA-256, and the list of them at the end. */
import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type Entry = { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>; /** Text; what is packed already is left as it is. */ readonly text?: true };
export type Packed = { readonly path: string; readonly sha256: string; readonly bytes: number };

/** The name and form that `sha256sum -c` reads. */
export const HASHES = 'SHA256SUMS';
const hashLine = ({ sha256, path }: Packed): string => `${sha256}  ${path}\n`;

/** `entries` may ask what was packed before them. */
export async function* packArchive(entries: (packed: readonly Packed[]) => AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = function* (): Generator<Uint8Array> {
    const bytes = ready;
    ready = [];
    yield* bytes.filter(({ length }) => length > 0);
  };
  const packed: Packed[] = [];
  async function* pack({ path, bytes, text }: Entry): AsyncGenerator<Uint8Array> {
    const file = text ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    const hash = createHash('sha256');
    let size = 0;
    zip.add(file);
    for await (const part of bytes) {
      hash.update(part);
      size += part.length;
      file.push(part);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    packed.push({ path, sha256: hash.digest('hex'), bytes: size });
    yield* taken();
  }
  for await (const entry of entries(packed)) yield* pack(entry);
  yield* pack({ path: HASHES, bytes: [Buffer.from(packed.map(hashLine).join(''))], text: true });
  zip.end();
  yield* taken();
}
