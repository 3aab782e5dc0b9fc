/** Any table that is uploaded, row by row: its kind is told by its first bytes, not by its name. */
import type { SealedFile } from '../files/sealed-file.ts';
import { csvReader, delimiterOf } from './csv.ts';
import { MOST_ROWS } from './limits.ts';
import { Refused } from './refused.ts';
import type { Take } from './rows.ts';
import { sheetReader } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import { openParts } from './zip.ts';

export type Format = { readonly kind: 'xlsx'; readonly counts1904: boolean } | { readonly kind: 'csv'; readonly encoding: string; readonly delimiter: string };
export type Reading = {
  /** The readers call it after each piece: it may wait, or answer that it is enough. */
  readonly pause: () => Promise<'on' | 'enough'>;
  readonly wants: (n: number) => boolean;
  readonly take: Take;
  /** Another sheet of a workbook than the first. */
  readonly sheet?: string;
};

const OLD = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const HEAD = 65_536;

const headOf = async (file: SealedFile): Promise<Buffer> => {
  for await (const piece of file.read(0, HEAD)) return piece;
  throw new Refused('empty');
};

const encodingOf = (head: Buffer, utf8: boolean): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return utf8 ? 'utf-8' : 'gb18030';
};

const limited = (take: Take): Take => {
  let rows = 0;
  return (n, cells) => {
    if (++rows > MOST_ROWS + 1) throw new Refused('too-large');
    take(n, cells);
  };
};

/** `utf8`: whether every byte of the file fits that encoding. Throws `Refused`. */
export const readTable = async (file: SealedFile, utf8: boolean, { pause, wants, take, sheet }: Reading): Promise<Format> => {
  const head = await headOf(file);
  if (head.subarray(0, 4).equals(OLD)) throw new Refused('old-or-locked');
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const parts = await openParts(file);
    const workbook = await readWorkbook(parts, sheet);
    const reader = sheetReader(workbook.words, limited(take), wants);
    for await (const piece of parts.text(workbook.sheet)) {
      reader.write(piece);
      if ((await pause()) === 'enough') return { kind: 'xlsx', counts1904: workbook.counts1904 };
    }
    reader.end();
    await pause();
    return { kind: 'xlsx', counts1904: workbook.counts1904 };
  }
  const encoding = encodingOf(head, utf8);
  if (encoding !== 'utf-16le' && head.includes(0)) throw new Refused('not-a-table');
  const decoder = new TextDecoder(encoding, { fatal: true });
  const first = new TextDecoder(encoding).decode(head).split(/\r|\n/, 1)[0] ?? '';
  const format: Format = { kind: 'csv', encoding, delimiter: delimiterOf(first) };
  const reader = csvReader(format.delimiter, limited(take));
  const decode = (piece?: Buffer): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new Refused('encoding');
    }
  };
  for await (const piece of file.read(0, file.size)) {
    reader.write(decode(piece));
    if ((await pause()) === 'enough') return format;
  }
  reader.write(decode());
  reader.end();
  await pause();
  return format;
};
