/** Sealed values: AES-256-GCM bound to the place they stand in, so that one moved to another row does not open. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { freshBytes } from './random.ts';
import type { Keys } from './keys.ts';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a value stands; as JSON, no two places share one text. */
export const place = (table: string, row: string, field: string): string => JSON.stringify([table, row, field]);

/**
 * Any JSON value as `v1.<keyId>.<base64url(iv | ciphertext | tag)>`; equal values give different envelopes.
 * `aad` is the place, which `open` must name again.
 */
export const seal = ({ data }: Keys, aad: string, value: unknown): string => {
  const iv = freshBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', data.key, iv).setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${data.id}.${sealed.toString('base64url')}`;
};

/** The value of an envelope. Throws where the place, the key or the envelope is not the one it was sealed with. */
export const open = (keys: Keys, aad: string, envelope: string): unknown => {
  const { keyId, sealed } = parse(envelope);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyId), sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return JSON.parse(decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')) as unknown;
  } catch {
    throw new Error(`A sealed value does not open at ${aad}: it was changed, or moved from another place.`);
  }
};

/** The same value under the key of now; the very same envelope where it is under that key already. */
export const sealAnew = (keys: Keys, aad: string, envelope: string): string =>
  (parse(envelope).keyId === keys.data.id ? envelope : seal(keys, aad, open(keys, aad, envelope)));

/** Whether a text is an envelope, for stores that hold sealed and plain values side by side. */
export const isSealed = (value: unknown): value is string => typeof value === 'string' && SEALED.test(value);

const SEALED = /^v1\.([0-9a-z]+)\.([\w-]{38,})$/;

const parse = (envelope: string): { keyId: string; sealed: Buffer } => {
  const [, keyId, sealed] = SEALED.exec(envelope) ?? [];
  if (!keyId || !sealed) throw new Error('This is not a sealed value.');
  return { keyId, sealed: Buffer.from(sealed, 'base64url') };
};

/** A key not known yet may have come since, from another process. */
const keyOf = (keys: Keys, id: string): KeyObject => {
  if (!keys.data.all.has(id)) keys.lookAgain();
  const key = keys.data.all.get(id);
  if (!key) throw new Error(`The data key ${id} is not among the key files: put data-${id.split('k')[0]}.key back into the keys folder.`);
  return key;
};
