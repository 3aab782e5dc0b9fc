/** Why an urging was refused, as the reader is told it. */
import { HttpError } from 'react-admin';
import { sentenceKeyOf } from '../common/ErrorState.tsx';
import type { Refused } from '../provider/client.ts';

/** The key of a sentence; or what is wrong with the words, as the office says it. */
export type Refusal = { readonly key: string } | { readonly words: string };

export const refusalOf = (error: Error): Refusal => {
  const { why, errors, reason } = (error instanceof HttpError ? (error.body ?? {}) : {}) as Refused;
  if (errors?.['words']) return { words: errors['words'] };
  const code = why?.[0] ?? (reason === 'not-offered' ? 'no-part' : undefined);
  return { key: code ? `urging.why.${code}` : sentenceKeyOf(error) };
};
