/** The name a file goes by at the office: letters, digits and a few signs, its ending that of what it really is. */
import { fileKinds } from './kinds.ts';
import type { FileKind } from './kinds.ts';

const LONGEST = 60;
const SAID: Readonly<Record<FileKind, string>> = { picture: '图片', pdf: '文件' };

/** The last part of a path, without its ending. */
const stem = (given: string): string => (given.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]{0,8}$/u, '');

/** Long numbers may be somebody's: a name stands in lists and on disks of those who download. */
const veiled = (name: string): string => name.replace(/\d(?:[ -]?\d){10,}[Xx]?/gu, '_');

/** Whatever was sent as a name, markup, line breaks, paths and invisible letters included, comes out harmless; never empty. */
export const officeName = (given: string, kind: FileKind): string => {
  const kept = veiled(stem(given.normalize('NFKC'))).replace(/[^\p{L}\p{N} ._()（）〔〕-]+/gu, '_').replace(/^[\s._]+|[\s._]+$/gu, '');
  return `${[...kept].slice(0, LONGEST).join('') || SAID[kind]}.${fileKinds[kind].extension}`;
};
