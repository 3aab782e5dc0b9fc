/** What a resident is found by: the words of the name, and blind indexes of what is sealed. */
import { pinyin, polyphonic } from 'pinyin-pro';
import type { Data } from '../workflows/kit/words.ts';
import { normaliseId } from '../workflows/office/citizen-id.ts';
import { normalisePhone } from '../workflows/office/phone.ts';
import { wordsOf } from '../workflows/office/spelling.ts';
import type { Speech } from '../workflows/office/spelling.ts';
import type { Keys } from './keys/keys.ts';
import { blindIndex, blindIndexes } from './keys/prove.ts';

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

const HAN = /^\p{Script=Han}$/u;
/** A character is read in the same ways wherever it stands; some thousand make up all names. Null for what is no Chinese character. */
const ways = new Map<string, readonly string[]>();
const waysOf = (character: string): readonly string[] | null => {
  const known = ways.get(character);
  if (known || !HAN.test(character)) return known ?? null;
  const found = polyphonic(character, PLAIN)[0] ?? [];
  ways.set(character, found);
  return found;
};
const allWays = (name: string): readonly (readonly string[])[] => {
  const all: (readonly string[])[] = [];
  for (const character of name) {
    const found = waysOf(character);
    if (!found) return polyphonic(name, PLAIN);
    all.push(found);
  }
  return all;
};

/** Names are read as the dictionary of pinyin-pro reads them, surnames by their own readings. */
const speech: Speech = { asName: (name) => pinyin(name, { ...PLAIN, surname: 'head' }), allWays };

/** A landline with and without its hyphen is one number. */
const dialled = (phone: string): string => normalisePhone(phone).replaceAll('-', '');

export const idIndexes = (keys: Keys, typed: string): string[] => blindIndexes(keys, 'idNumber', normaliseId(typed));
export const phoneIndexes = (keys: Keys, typed: string): string[] => blindIndexes(keys, 'phone', dialled(typed));

/** Columns of a resident that are filled from its fields. */
export const FOUND_BY = ['id_index', 'phone_index', 'account_index', 'words'] as const;

/** ID numbers come normalised, as forms leave them. */
export const foundBy = (keys: Keys, { idNumber, phone, account, name }: Data): Record<(typeof FOUND_BY)[number], string | null> => ({
  id_index: typeof idNumber === 'string' ? blindIndex(keys, 'idNumber', idNumber) : null,
  phone_index: typeof phone === 'string' ? blindIndex(keys, 'phone', dialled(phone)) : null,
  account_index: typeof account === 'string' ? blindIndex(keys, 'account', account) : null,
  words: wordsOf(typeof name === 'string' ? name : '', speech),
});
