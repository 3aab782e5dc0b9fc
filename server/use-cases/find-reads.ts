/** Who read whose data, for those who watch over it. */
import { holds } from '../asker.ts';
import type { Asker } from '../asker.ts';
import { readList } from '../list-dialect.ts';
import type { Condition, Listable, ListQuery, RawList } from '../list-dialect.ts';
import type { Office } from '../office.ts';
import { findReads } from '../store/reads.ts';
import type { Read, ReadsPage, ReadsQuery } from '../store/reads.ts';
import { momentsIn } from './find-cases.ts';
import type { Page } from './find-cases.ts';

const WATCHERS = ['privacy_officer', 'auditor'];
const listable: Listable = { fields: { at: 'instant', person: 'text', resource: 'text', subject: 'text', reason: 'text' }, q: false, defaultSort: { field: 'at', desc: true } };

export const mayWatch = (asker: Asker): boolean => WATCHERS.some((post) => holds(asker, post));

const isAnswerable = ({ conditions, sort, after }: ListQuery): boolean =>
  after === null && sort.field === 'at' && sort.desc && conditions.every(({ field, op }) => (field === 'at' ? op === 'gte' || op === 'lte' : op === 'is'));

const textOf = (conditions: readonly Condition[], field: string, op: Condition['op']): string | undefined => {
  const found = conditions.find((one) => one.field === field && one.op === op);
  return typeof found?.value === 'string' ? found.value : undefined;
};

/** Null where the list cannot be read. */
export const readsQueryOf = (raw: RawList): (ReadsQuery & ReadsPage) | null => {
  const asked = readList(raw, listable);
  if (!asked || !isAnswerable(asked)) return null;
  const { conditions, offset, limit } = momentsIn(asked, listable);
  const is = (field: string): string | undefined => textOf(conditions, field, 'is');
  return { person: is('person'), resource: is('resource'), subject: is('subject'), reason: is('reason'), from: textOf(conditions, 'at', 'gte'), until: textOf(conditions, 'at', 'lte'), offset, limit };
};

/** Newest first; null where the list cannot be read. */
export const findWhoRead = async ({ db, district }: Office, asker: Asker, raw: RawList): Promise<Page<Read> | 'not-yours' | null> => {
  if (!mayWatch(asker)) return 'not-yours';
  const query = readsQueryOf(raw);
  return query && { ...(await findReads(db, district, query, query)), offset: query.offset, next: null };
};
