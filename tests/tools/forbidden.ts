/** Holds the program's own files to the list of what must never be built. */
import { forbiddenIn } from '../../workflows/office/forbidden.ts';
import type { Source } from './reading.ts';
import { readSource } from './reading.ts';

export { forbiddenIn };

/** The list itself says every word. */
const LIST = 'workflows/office/forbidden.ts';

/** One sentence for each forbidden word among a file's strings and names; comments and laws' titles in them are free. */
export const forbiddenWords = (source: Source): string[] => {
  if (source.path === LIST) return [];
  const { strings, names } = readSource(source);
  return [...new Set([source.path, ...strings, ...names].flatMap((text) => forbiddenIn(text) ?? []))].map((word) => `${source.path}: must not hold “${word}”`);
};
