/** What the office has on record of the files of a batch. */
import type { Facts } from './batch.ts';
import type { Returned } from './bank-file.ts';

type Files = Facts['files'];
export const compareHash = (files: Files, way: 'in' | 'out', hash: string | undefined): boolean => files.some((one) => one.way === way && one.hash === hash);

const plain = ({ claim, fen, outcome, cause }: Partial<Returned>): string => JSON.stringify([claim, fen, outcome, cause ?? null]);

/** Whether these are the lines that were read in the file. */
export const sameLines = (files: Files, hash: string | undefined, lines: readonly Returned[]): boolean => {
  const file = files.find((one) => one.way === 'in' && one.hash === hash);
  return file !== undefined && file.lines.length === lines.length && file.lines.every((line, i) => plain(line) === plain(lines[i] ?? {}));
};
