/** Tells what a file is while it goes by: its format by its first bytes, how much there is, what it comes to. */
import { createHash } from 'node:crypto';
import { formatOf, HEAD_BYTES } from '../../workflows/office/files/kinds.ts';
import type { Format } from '../../workflows/office/files/kinds.ts';
import { watchPdf } from '../../workflows/office/files/pdf.ts';
import type { FileRefusal } from '../../workflows/office/files/refusals.ts';

export type Told = { readonly ok: true; readonly format: Format; readonly bytes: number; readonly digest: string } | { readonly ok: false; readonly why: FileRefusal };
/** `see` is false where the rest need not be looked at. */
export type FileWatch = { see(piece: Buffer): boolean; told(): Told };

export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');

export const watchFile = (most: number): FileWatch => {
  const hash = createHash('sha256');
  const pdf = watchPdf();
  let head = Buffer.alloc(0);
  let bytes = 0;
  let format: Format | null = null;
  const refusal = (): FileRefusal | null => {
    if (bytes > most) return 'too-large';
    return format === null && head.length >= HEAD_BYTES ? 'kind' : null;
  };
  return {
    see: (piece) => {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES)]);
      format ??= formatOf(head);
      bytes += piece.length;
      hash.update(piece);
      if (format === 'pdf') pdf.see(piece);
      return refusal() === null;
    },
    told: () => {
      const why = refusal() ?? (bytes === 0 ? 'empty' : format === 'pdf' ? pdf.found() : null);
      return why || !format ? { ok: false, why: why ?? 'kind' } : { ok: true, format, bytes, digest: hash.digest('base64url') };
    },
  };
};
