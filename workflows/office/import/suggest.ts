/** Which of somebody's columns is most likely which field, and which may not come in at all. */
import { forbiddenIn } from '../forbidden.ts';
import { targets, targetWords } from './columns.ts';
import type { Mapping } from './columns.ts';

const plain = (header: string): string => header.normalize('NFKC').toLowerCase().replace(/[（(【[].*?[)）】\]]/gu, '').replace(/[\s\p{P}\p{S}]/gu, '');

/** The law names the ground in the list itself. */
export const isForbidden = (header: string): boolean => forbiddenIn(header) !== null;

/** Which column is most likely which field; each column once. */
export const suggest = (headers: readonly string[]): Mapping => {
  const names = headers.map((header) => (isForbidden(header) ? '' : plain(header)));
  return Object.fromEntries(targets.flatMap((target) => {
    const at = names.findIndex((name) => name !== '' && targetWords[target].known.includes(name));
    return at < 0 ? [] : [[target, at]];
  }));
};
