/** What is proved without being shown: blind indexes of sealed values, and signatures of the office chain. */
import { createHmac, sign as signBytes, verify as verifyBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Keys } from './keys.ts';

/**
 * Finds equal sealed values without opening them: `<keyId>.<HMAC-SHA-256>`, base64url. The caller normalises the value
 * (an ID number in capitals, a phone number as digits). `kind` keeps an account and a phone with the same digits apart.
 */
export const blindIndex = ({ index }: Keys, kind: string, normalisedValue: string): string => indexWith(index.id, index.key, kind, normalisedValue);

/** With every key there is, newest first, for searches while a rotation is under way. */
export const blindIndexes = ({ index }: Keys, kind: string, normalisedValue: string): string[] =>
  [...index.all].toReversed().map(([id, key]) => indexWith(id, key, kind, normalisedValue));

const indexWith = (id: string, key: KeyObject, kind: string, value: string): string =>
  `${id}.${createHmac('sha256', key).update(JSON.stringify([kind, value])).digest('base64url')}`;

/** Without what is easily mistaken for another: no 0, 1, I, O. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CHECK_CODE_LENGTH = 6;

/** Six letters that nobody can work out without the office's key: a number that anybody may look up cannot be guessed. */
export const checkCode = ({ index }: Keys, kind: string, value: string): string =>
  [...createHmac('sha256', index.key).update(JSON.stringify(['check-code', kind, value])).digest().subarray(0, CHECK_CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/** Ed25519 signature as `<keyId>.<base64url>`. */
export const sign = ({ signing }: Keys, text: string): string => `${signing.id}.${signBytes(null, Buffer.from(text), signing.key.secret).toString('base64url')}`;

/** False also where the key that signed is not ours. */
export const verify = ({ signing }: Keys, text: string, signature: string): boolean => {
  const [id = '', bytes = ''] = signature.split('.');
  const key = signing.all.get(id);
  return key !== undefined && verifyBytes(null, Buffer.from(text), key.open, Buffer.from(bytes, 'base64url'));
};
