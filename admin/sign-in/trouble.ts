/** Why signing in failed, as a sentence of the catalogue. */
import { HttpError } from 'react-admin';
import type { Refused } from '../provider/client.ts';

export type Trouble = { readonly key: string; readonly fill: Readonly<Record<string, number>> };

export const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof HttpError)) return { key: 'problem.other', fill: {} };
  const { retryAfter } = (error.body ?? {}) as Refused;
  if ((error.status === 423 || error.status === 429) && retryAfter !== undefined) return { key: 'signIn.locked', fill: { minutes: Math.max(1, Math.ceil(retryAfter / 60)) } };
  return { key: error.status === 401 ? 'signIn.wrong' : error.message, fill: {} };
};
