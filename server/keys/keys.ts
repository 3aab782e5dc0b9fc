/** The office's keys: files beside the database, never in it, made on first start; old ones stay for reading. */
import { createHash, createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = ['data', 'index', 'signing'] as const;
export type Kind = (typeof KINDS)[number];

/** One kind of key: the one to write with, and all there are by id, the oldest first. */
export type Ring<Key> = { readonly id: string; readonly key: Key; readonly all: ReadonlyMap<string, Key> };
export type SigningKey = { readonly secret: KeyObject; readonly open: KeyObject };

type Rings = { readonly data: Ring<KeyObject>; readonly index: Ring<KeyObject>; readonly signing: Ring<SigningKey> };

/** `data` seals, `index` makes blind indexes and commitments, `signing` signs the office chain. */
export type Keys = Rings & {
  /** Reads the folder again: another process may have put a newer key there. */
  lookAgain(): void;
  /** Adds a key of each kind, with which everything is written from now on; the old ones go on reading. */
  renew(kinds: readonly Kind[]): void;
};

const FILE = /^(data|index|signing)-([1-9][0-9]*)\.key$/;
const SECRET_BYTES = 32;

const newSecret = (kind: Kind): string =>
  kind === 'signing' ? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() : `${randomBytes(SECRET_BYTES).toString('base64')}\n`;

/** Whole and on disk under its name before anything is sealed with it; false where another server was first. */
const writeOnce = (folder: string, name: string, secret: string): boolean => {
  const half = join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  try {
    writeFileSync(half, secret, { mode: 0o600, flag: 'wx', flush: true });
    linkSync(half, join(folder, name));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(half, { force: true });
    syncFolder(folder);
  }
};

const syncFolder = (folder: string): void => {
  const entries = openSync(folder, 'r');
  fsyncSync(entries);
  closeSync(entries);
};

const filesOf = (folder: string, kind: Kind): { number: number; path: string }[] =>
  readdirSync(folder)
    .flatMap((name) => {
      const [, of, number] = FILE.exec(name) ?? [];
      return of === kind ? [{ number: Number(number), path: join(folder, name) }] : [];
    })
    .toSorted((one, other) => one.number - other.number);

/** `<number>k<fingerprint>`: with the file's number alone, a key of another office would pass for ours. */
const idOf = (number: number, secret: string): string => `${number}k${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;

const readSecret = (text: string, path: string): KeyObject => {
  const secret = Buffer.from(text, 'base64');
  if (secret.length !== SECRET_BYTES) throw new Error(`The key file ${path} is damaged: put it back from the copy kept apart from the database.`);
  return createSecretKey(secret);
};

const readSigning = (text: string): SigningKey => {
  const secret = createPrivateKey(text);
  return { secret, open: createPublicKey(secret) };
};

const ring = <Key>(folder: string, kind: Kind, read: (text: string, path: string) => Key): Ring<Key> => {
  const all = new Map(filesOf(folder, kind).map(({ number, path }) => {
    const text = readFileSync(path, 'utf8');
    return [idOf(number, text), read(text, path)];
  }));
  const current = [...all].at(-1);
  if (!current) throw new Error(`There is no ${kind} key in ${folder}.`);
  return { id: current[0], key: current[1], all };
};

const addKey = (folder: string, kind: Kind, number: number): boolean => writeOnce(folder, `${kind}-${number}.key`, newSecret(kind));
const nextOf = (folder: string, kind: Kind): number => (filesOf(folder, kind).at(-1)?.number ?? 0) + 1;

/**
 * Reads the keys of a folder (`DATA_DIR/keys`), making on the first start what is missing.
 * Lose the folder and the sealed fields are lost: keep a copy, apart from the database's.
 */
export const loadKeys = (folder: string): Keys => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  // The first has one number whoever makes it: of servers that start together one does.
  for (const kind of KINDS) if (filesOf(folder, kind).length === 0) addKey(folder, kind, 1);
  const read = (): Rings => ({ data: ring(folder, 'data', readSecret), index: ring(folder, 'index', readSecret), signing: ring(folder, 'signing', readSigning) });
  let rings = read();
  const lookAgain = (): void => {
    if (KINDS.some((kind) => filesOf(folder, kind).length !== rings[kind].all.size)) rings = read();
  };
  return {
    get data() { return rings.data; },
    get index() { return rings.index; },
    get signing() { return rings.signing; },
    lookAgain,
    renew: (kinds) => {
      for (const kind of kinds) addKey(folder, kind, nextOf(folder, kind));
      lookAgain();
    },
  };
};
