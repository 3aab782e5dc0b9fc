/** What a failed request met: a database that is away for now, or text it cannot hold. */
import { StoreAway } from '../files/bucket-store.ts';
import { isAway } from '../store/transaction.ts';

/** NUL and halves of surrogate pairs: JSON can say them, PostgreSQL's text cannot; numbers and dates beyond what it holds. */
const UNREADABLE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05']);

/** `away`: the same request may work in a moment. Null is a mistake of ours. */
export const troubleOf = (error: unknown): 'away' | 'unreadable' | null => {
  if (isAway(error) || error instanceof StoreAway) return 'away';
  return error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code)) ? 'unreadable' : null;
};
