/** The parts of a workbook's archive, one read at a time, each no larger than it says and than any workbook is. */
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { SealedFile } from '../files/sealed-file.ts';
import { MOST_PARTS, MOST_RATIO, MOST_UNFOLDED } from './limits.ts';
import { Refused } from './refused.ts';

class Reader extends RandomAccessReader {
  readonly #file: SealedFile;
  constructor(file: SealedFile) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.read(start, end), { objectMode: false });
  }
}

export type Parts = {
  readonly names: ReadonlySet<string>;
  /** The part as text, in pieces. Throws `Refused` where it is not there. */
  text(name: string): AsyncGenerator<string>;
};

const SMALL = 10 * 2 ** 20;

const isBomb = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > MOST_UNFOLDED || (uncompressedSize > SMALL && uncompressedSize > compressedSize * MOST_RATIO);

const openZip = (file: SealedFile): Promise<ZipFile> => new Promise((resolve, reject) => {
  fromRandomAccessReader(new Reader(file), file.size, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
    if (error) reject(error);
    else resolve(zip);
  });
});

const entriesOf = (zip: ZipFile): Promise<Map<string, Entry>> => new Promise((resolve, reject) => {
  const found = new Map<string, Entry>();
  zip.on('error', reject);
  zip.on('end', () => resolve(found));
  zip.on('entry', (entry: Entry) => {
    found.set(entry.fileName.toLowerCase(), entry);
    zip.readEntry();
  });
  zip.readEntry();
});

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> => new Promise((resolve, reject) => {
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
});

/** Refuses what is no archive, or one that was made to hurt. */
export const openParts = async (file: SealedFile): Promise<Parts> => {
  const zip = await openZip(file).catch(() => { throw new Refused('broken'); });
  if (zip.entryCount > MOST_PARTS) throw new Refused('bomb');
  const entries = await entriesOf(zip).catch(() => { throw new Refused('broken'); });
  if ([...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > 2 * MOST_UNFOLDED) throw new Refused('bomb');
  return {
    names: new Set(entries.keys()),
    text: async function* (name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw new Refused('broken');
      if (entry.isEncrypted()) throw new Refused('old-or-locked');
      if (isBomb(entry)) throw new Refused('bomb');
      const decoder = new TextDecoder('utf-8', { fatal: true });
      try {
        for await (const piece of await streamOf(zip, entry)) yield decoder.decode(piece as Buffer, { stream: true });
        decoder.decode();
      } catch (error) {
        // The archive's own complaints, and text that is none, have no more to say than this.
        throw error instanceof Refused ? error : new Refused('broken');
      }
    },
  };
};
