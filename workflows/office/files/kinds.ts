/** The kinds of files that may be attached, and how each is told by its first bytes: a name or a claimed type says nothing. */
import type { Text } from '../../kit/words.ts';

/** Pictures of every kind are kept as JPEG: read and written anew, nothing is left of what else the file carried. */
export const fileKinds = {
  picture: { type: 'image/jpeg', extension: 'jpg', accept: ['image/jpeg', 'image/png', 'image/webp'], label: { zh: '图片（JPEG、PNG、WebP）', en: 'pictures (JPEG, PNG, WebP)' } },
  pdf: { type: 'application/pdf', extension: 'pdf', accept: ['application/pdf'], label: { zh: 'PDF', en: 'PDF' } },
} as const satisfies Record<string, { type: string; extension: string; accept: readonly string[]; label: Text }>;
export type FileKind = keyof typeof fileKinds;

export type Format = 'jpeg' | 'png' | 'webp' | 'pdf';
/** As many bytes as `formatOf` looks at. */
export const HEAD_BYTES = 16;

const startsWith = (bytes: Uint8Array, at: number, ...wanted: number[]): boolean => wanted.every((one, i) => bytes[at + i] === one);
const says = (bytes: Uint8Array, at: number, text: string): boolean => startsWith(bytes, at, ...[...text].map((letter) => letter.charCodeAt(0)));

/** Null where the file begins like nothing that may be attached. A PDF begins with its mark: what stands in front of one is something else. */
export const formatOf = (head: Uint8Array): Format | null => {
  if (startsWith(head, 0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(head, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (says(head, 0, 'RIFF') && says(head, 8, 'WEBP')) return 'webp';
  return says(head, 0, '%PDF-') ? 'pdf' : null;
};

export const kindOfFormat = (format: Format): FileKind => (format === 'pdf' ? 'pdf' : 'picture');
