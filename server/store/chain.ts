/** The hash chain of a case's log: each row carries the hash of the one before, and commits to its words without showing them. */
import { createHash } from 'node:crypto';
import { freshBytes } from '../keys/random.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** JSON with sorted names: one value, one text (after RFC 8785). */
export const canonical = (value: unknown): string => {
  const given = value as Json | undefined;
  if (given === undefined) return 'null';
  if (typeof given !== 'object' || given === null) return JSON.stringify(given);
  if (Array.isArray(given)) return `[${given.map(canonical).join(',')}]`;
  const object = given as Readonly<Record<string, Json | undefined>>;
  let text = '';
  for (const name of Object.keys(object).sort()) if (object[name] !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonical(object[name])}`;
  return `{${text}}`;
};

export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

export const hashOf = (value: unknown): string => sha256(canonical(value));

/** Where the chain of a case begins that was opened by itself. */
export const genesis = (district: string, caseId: string): string => sha256(canonical([district, caseId]));

/** What begins the chain of a case that was born with its parent: the parent's row, and what the case was born with. */
export const bornWords = (parentHash: string, birth: unknown): string => parentHash + canonical(birth);
export const bornGenesis = (parentHash: string, birth: unknown): string => sha256(bornWords(parentHash, birth));

export const newSalt = (): string => freshBytes(16).toString('base64url');

/** Erasing or sealing anew the words leaves it standing; without the salt nobody can guess them from it. */
export const commitmentOf = (salt: string, form: unknown, patch: unknown): string => sha256(Buffer.from(salt, 'base64url'), canonical({ form, patch }));

/** What the chain says of a row. */
export type ChainedRow = {
  readonly case: string; readonly version: number; readonly event: string; readonly workflow: string; readonly type: string;
  readonly from: string | null; readonly to: string; readonly way: number; readonly at: string;
  readonly actor: string; readonly name: string; readonly post: string; readonly unit: string; readonly behalf: string | null;
  /** Whom `behalf` names; no part of rows written before it was kept. */
  readonly absent?: string;
  readonly term: number | string | null; readonly commitment: string;
};

export const rowHash = (prev: string, row: ChainedRow): string => sha256(prev, canonical(row));
