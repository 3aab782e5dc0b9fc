/** Why nothing came of a sending, read from what the server answered. */
import { HttpError } from 'react-admin';
import type { CaseRecord } from '../provider/records.ts';
import type { Refused } from '../provider/client.ts';

export type Refusal =
  | { readonly kind: 'stale'; readonly current: CaseRecord | null }
  | { readonly kind: 'blocked'; readonly why: readonly string[] }
  | { readonly kind: 'invalid'; readonly errors: Readonly<Record<string, string>> }
  /** `busy` and `offline` leave open whether it was done: the same id is safe to send again. */
  | { readonly kind: 'busy'; readonly retryAfter: number | null }
  | { readonly kind: 'notOffered' | 'gone' | 'forbidden' | 'offline' | 'reused' | 'signedOut' | 'failed' };

export type Outcome = { readonly kind: 'sent' } | Refusal;

/** React-admin leads to the door when a session has ended, and answers with an empty record as if all were well. */
export const wasSent = (after: { readonly id: string }): boolean => 'id' in after;

const conflict = ({ reason, current }: Refused): Refusal =>
  reason === 'stale' ? { kind: 'stale', current: (current as CaseRecord | undefined) ?? null } : { kind: 'notOffered' };

const unprocessable = ({ reason, errors }: Refused): Refusal =>
  reason === 'id-reused' ? { kind: 'reused' } : errors ? { kind: 'invalid', errors } : { kind: 'failed' };

const byStatus = (status: number, said: Refused): Refusal => {
  switch (status) {
    case 0: return { kind: 'offline' };
    case 401: return { kind: 'signedOut' };
    case 403: return said.reason === 'blocked' ? { kind: 'blocked', why: said.why ?? [] } : { kind: 'forbidden' };
    case 404: return { kind: 'gone' };
    case 409: return conflict(said);
    case 422: return unprocessable(said);
    case 429: case 502: case 503: case 504: return { kind: 'busy', retryAfter: said.retryAfter ?? null };
    default: return { kind: 'failed' };
  }
};

/** Anything that is not the server's answer counts as no connection where the browser says so, else as a failure. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof HttpError ? byStatus(error.status, (error.body ?? {}) as Refused) : { kind: globalThis.navigator?.onLine === false ? 'offline' : 'failed' };
