/** A sitting as the office keeps it, and every act of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { refusalOf, type Outcome } from '../case/refusal.ts';
import type { Data } from '../../workflows/kit/words.ts';
import type { Refused } from '../provider/client.ts';
import { useCasework, type ToSign } from '../provider/data-provider.ts';
import type { SittingRecord } from '../provider/records.ts';

export const useSitting = (id: string) => {
  const casework = useCasework();
  return useQuery({ queryKey: ['sittings', id], retry: false, queryFn: async ({ signal }) => (await casework.getSitting(id, { signal })).data });
};

export type Acted = { readonly outcome: Outcome | { readonly kind: 'confirmAgain' }; readonly after: SittingRecord | null };
export type Confirmed = { readonly ok: true; readonly after: SittingRecord } | { readonly ok: false; readonly error: string };

const isConfirmAgain = (error: unknown): boolean => error instanceof HttpError && error.status === 403 && (error.body as Refused | undefined)?.reason === 'confirm-again';

/** The sentence for a password that was not taken. */
const sentenceOf = (error: unknown, locked: (minutes: number) => string): string => {
  if (!(error instanceof HttpError)) return 'problem.offline';
  const { errors, retryAfter } = (error.body ?? {}) as Refused;
  return error.status === 429 ? locked(Math.ceil((retryAfter ?? 60) / 60)) : (errors?.['password'] ?? error.message);
};

export const useSittingActs = (id: string) => {
  const casework = useCasework();
  const queries = useQueryClient();
  const take = (after: SittingRecord): void => {
    queries.setQueryData(['sittings', id], after);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sittings' });
  };
  const sign = async (asked: ToSign): Promise<Acted> => {
    try {
      const { data: after } = await casework.signInSitting(id, asked);
      if (!('items' in after)) return { outcome: { kind: 'signedOut' }, after: null };
      take(after);
      return { outcome: { kind: 'sent' }, after };
    } catch (error) {
      void queries.invalidateQueries({ queryKey: ['sittings', id] });
      return { outcome: isConfirmAgain(error) ? { kind: 'confirmAgain' } : refusalOf(error), after: null };
    }
  };
  return {
    one: (act: 'sign' | 'back', item: string, version: number, data: Data) => sign({ case: item, act, version, data }),
    clean: (forms: Readonly<Record<string, Data>>) => sign({ clean: true, forms }),
    confirm: async (password: string, locked: (minutes: number) => string): Promise<Confirmed> => {
      try {
        const { data: after } = await casework.confirmSitting(id, password);
        take(after);
        return { ok: true, after };
      } catch (error) {
        return { ok: false, error: sentenceOf(error, locked) };
      }
    },
  };
};
export { sentenceOf };
